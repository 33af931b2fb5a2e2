import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_SET, openDataSet } from '../../seed/seed.ts';
import type { ExplorerPage } from '../setup/explorer-page.ts';
import { findings } from './tools/findings.ts';
import { command } from './tools/run-command.ts';

/** A busy machine takes its time. */
const PATIENT = { timeout: 20_000 };
const SET = join(import.meta.dirname, '../../seed/data', BUILT_IN_SET);
const rows = (page: Page) => page.locator('.composer-step .title');
const titles = (page: Page) => rows(page).allInnerTexts();

/** Writing stories in the explorer. */
export function composing(the: () => ExplorerPage): void {
  const open = async (search = '', options: Parameters<ExplorerPage['open']>[1] = {}) => {
    const page = await the().open(search, options);
    await page.locator('.canvas [role=application]').waitFor();
    return page;
  };
  const copy = async (page: Page) => {
    await command(page, 'compose a story');
    await page.getByRole('region', { name: 'Stories in the data' }).getByRole('button').first().click();
    await rows(page).first().waitFor();
  };

  describe('composing a story', () => {
    it('goes by the keyboard alone from a view to a file that seeding takes, and keeps the draft', async () => {
      const page = await open('?focus=nato&depth=1');
      await command(page, 'capture this view');
      await rows(page).first().waitFor();
      await command(page, 'show everything');
      await page.waitForURL((url) => !url.search.includes('focus'));
      await command(page, 'capture this view');
      await expect.poll(() => rows(page).count(), PATIENT).toBe(2);
      // The command takes the keyboard to the panel.
      await page.locator('.panel.inspector:focus').waitFor();
      const before = await titles(page);
      const at = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      const press = async (key: string, then: RegExp) => {
        await page.keyboard.press(key);
        await expect.poll(at, PATIENT).toMatch(then);
      };
      await page.getByRole('row').nth(1).focus();
      await press('ArrowRight', /^Drag Step 2/);
      await press('Enter', /^Insert after Step 2/);
      await press('ArrowUp', /^Insert between/);
      await press('ArrowUp', /^Insert before Step 1/);
      await page.keyboard.press('Enter');
      await expect.poll(() => titles(page), PATIENT).toEqual(before.toReversed());
      // The keyboard goes along with what is dropped.
      await page.getByRole('row').first().and(page.locator(':focus')).waitFor();
      await page.getByRole('button', { name: /^Undo in the story: move step/ }).press('Enter');
      await expect.poll(() => titles(page), PATIENT).toEqual(before);
      const type = async (name: string, text: string) => {
        await page.getByLabel(name, { exact: true }).focus();
        await page.keyboard.press('Control+a');
        await page.keyboard.type(text);
      };
      await type('Title of the story', 'Two views');
      await page.getByRole('button', { name: 'Save as a file' }).press('Enter');
      await page.getByText('2 things to correct before it can be saved').waitFor();
      await page.getByRole('button', { name: 'Step 1', exact: true }).press('Enter');
      await type('Caption', 'One **thing**.');
      await page.locator('.composer-preview strong').getByText('thing').waitFor();
      await page.getByRole('row').nth(1).focus();
      await page.keyboard.press('Space');
      await page.getByRole('region', { name: 'Step 2 of 2' }).waitFor();
      await type('Caption', 'All <b>of it</b>.');
      await page.locator('.composer-preview').getByText('All <b>of it</b>.').waitFor();
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save as a file' }).press('Enter');
      const file = await saved;
      expect(file.suggestedFilename()).toBe('two-views.yaml');
      const folder = mkdtempSync(join(tmpdir(), 'entente-composed-'));
      try {
        cpSync(SET, folder, { recursive: true });
        await file.saveAs(join(folder, 'stories', 'two-views.yaml'));
        const story = openDataSet(folder).stories.find(({ id }) => id === 'two-views');
        expect(story?.steps).toMatchObject([
          { caption: 'One **thing**.', view: 'focus=nato&depth=1' },
          { caption: 'All <b>of it</b>.', view: '' },
        ]);
      } finally {
        rmSync(folder, { recursive: true });
      }
      await page.reload();
      await page.locator('.canvas [role=application]').waitFor();
      await command(page, 'compose a story');
      await expect.poll(() => titles(page), PATIENT).toEqual(before);
      expect(the().faults()).toEqual([]);
    });

    it('writes on a copy of a story, moves its steps by the pointer, and tells it from a step on', async () => {
      const page = await open();
      await copy(page);
      const before = await titles(page);
      await rows(page).first().dragTo(rows(page).nth(2));
      await expect.poll(() => titles(page), PATIENT).not.toEqual(before);
      expect((await titles(page)).toSorted()).toEqual(before.toSorted());
      await page.getByRole('button', { name: 'Remove', exact: true }).click();
      await expect.poll(() => rows(page).count(), PATIENT).toBe(before.length - 1);
      // The keyboard stays where it was, on the button.
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Remove');
      await page.getByRole('button', { name: /^Undo in the story: remove/ }).click();
      await page.getByRole('button', { name: /^Undo in the story: move/ }).click();
      await expect.poll(() => titles(page), PATIENT).toEqual(before);
      await rows(page).nth(4).click();
      await page.getByRole('button', { name: 'Play from here' }).click();
      const player = page.locator('.player');
      await player.getByRole('heading', { name: before[4] ?? '', exact: true }).waitFor();
      await page.getByLabel('Title', { exact: true }).fill('Said otherwise');
      await player.getByRole('heading', { name: 'Said otherwise', exact: true }).waitFor();
      await player.getByRole('button', { name: 'Next', exact: true }).click();
      await player.getByRole('heading', { name: before[5] ?? '', exact: true }).waitFor();
      await page.reload();
      await player.getByRole('heading', { name: before[5] ?? '', exact: true }).waitFor();
      expect(the().faults()).toEqual([]);
    });

    it('shows a caption with the marks of its lists, and each paragraph in its own direction', async () => {
      const page = await open();
      await copy(page);
      await page.getByLabel('Caption', { exact: true }).fill('- one\n- two\n\nمرحبا');
      const preview = page.locator('.composer-preview');
      await preview.getByRole('listitem').getByText('two').waitFor();
      const marks = await preview.locator('ul').evaluate((list) => getComputedStyle(list).listStyleType);
      const way = await preview.getByText('مرحبا').evaluate((said) => getComputedStyle(said).direction);
      expect([marks, way]).toEqual(['disc', 'rtl']);
    });

    it('tells what is wrong with a file by its line, and opens it once it is put right', async () => {
      const page = await open();
      await command(page, 'compose a story');
      const choose = async (text: string) => {
        const chooser = page.waitForEvent('filechooser');
        await page.getByRole('button', { name: 'Open a story file…' }).click();
        await (await chooser).setFiles({
          name: 'mine.yaml',
          mimeType: 'text/yaml',
          buffer: Buffer.from(text),
        });
      };
      const good = await readFile(join(SET, 'stories/eve-of-the-meeting.yaml'), 'utf8');
      await choose(good.replace('caption: |', 'captoin: |'));
      const told = page.locator('.composer-warning');
      await told.getByText('Did you mean caption?').waitFor();
      await told.getByText('mine.yaml:5').first().waitFor();
      await choose(good);
      await expect.poll(() => rows(page).count(), PATIENT).toBe(good.match(/^ {2}- title/gm)?.length);
      expect(await page.getByLabel('File name').inputValue()).toBe('mine');
    });

    it.each([
      ['light', 1280],
      ['dark', 1280],
      ['light', 390],
      ['dark', 390],
    ] as const)('leaves axe-core nothing to find, %s, %i wide', async (colorScheme, width) => {
      const page = await open('', { colorScheme, viewport: { width, height: 844 } });
      await command(page, 'compose a story');
      await page.getByRole('region', { name: 'Stories in the data' }).waitFor();
      expect(await findings(page)).toEqual([]);
      await copy(page);
      await page.getByLabel('Caption', { exact: true }).fill('');
      await page.getByRole('button', { name: 'Save as a file' }).click();
      await page.locator('.composer-warning').waitFor();
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
      expect(the().faults()).toEqual([]);
    });
  });
}
