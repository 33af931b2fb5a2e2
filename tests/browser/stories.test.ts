import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { BUILT_IN_SET, openDataSet } from '../../seed/seed.ts';
import { hasBrowser } from '../setup/browser.ts';
import type { Engine } from '../setup/engines.ts';
import { type ExplorerPage, startExplorerPage } from '../setup/explorer-page.ts';
import { fingersOn } from '../setup/touch.ts';
import { composing } from './composing.ts';
import { embeddedStories } from './embedded-stories.ts';
import { findings } from './tools/findings.ts';
import { motion } from './tools/motion.ts';

const engine = inject('engines').find(({ connection }) => connection) as Engine | undefined;
const [story] = openDataSet(join(import.meta.dirname, '../../seed/data', BUILT_IN_SET)).stories;
if (!story) throw new Error('The built-in set has no story.');
const { id, steps } = story;
const titleOf = (step: number) => steps[step - 1]?.title ?? '';

const told = (page: Page, step: number) =>
  page
    .locator('.player')
    .getByRole('heading', { name: titleOf(step), exact: true })
    .waitFor();
/** Loading takes its time on a busy machine. */
const PATIENT = { timeout: 20_000 };
const shown = (page: Page) => page.locator('.totals').innerText();

describe.skipIf(!hasBrowser || !engine)('stories in a real browser', { timeout: 90_000 }, () => {
  let explorer: ExplorerPage;
  beforeAll(async () => {
    if (engine) explorer = await startExplorerPage(engine);
  }, 120_000);
  afterAll(() => explorer?.close(), 60_000);
  afterEach(async () => {
    await explorer.tidy();
    explorer.faults();
  });
  composing(() => explorer);
  embeddedStories(() => explorer);
  motion(() => explorer, id);

  it('opens at the step that a link names, and walks by keys, buttons and Back', async () => {
    const page = await explorer.open(`?story=${id}&step=5`);
    await told(page, 5);
    await page.waitForURL(/step=5&.*focus=/);
    await page.keyboard.press('ArrowRight');
    await told(page, 6);
    await page.waitForURL(/step=6/);
    await page.getByRole('button', { name: 'Previous', exact: true }).click();
    await told(page, 5);
    await page.goBack();
    await told(page, 6);
    await page.keyboard.press('Escape');
    await page.locator('.player').waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).not.toContain('story=');
    expect(explorer.faults()).toEqual([]);
  });

  it('walks on from a filter that was just ticked, which space still ticks', async () => {
    const page = await explorer.open(`?story=${id}&step=5`);
    await told(page, 5);
    const ticked = page.locator('.panel.legend').getByRole('checkbox').first();
    await ticked.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => ticked.isChecked(), PATIENT).toBe(false);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await page.keyboard.press('ArrowRight');
    await told(page, 6);
    await expect.poll(() => ticked.isChecked(), PATIENT).toBe(true);
  });

  it('says that a link names a step beyond the last, which it shows', async () => {
    const page = await explorer.open(`?story=${id}&step=77`);
    await told(page, steps.length);
    await page.getByText(`is 77, but the story has ${steps.length} steps`).waitFor();
    await page.waitForURL(new RegExp(`step=${steps.length}\\b`));
  });

  it('shows something at every step, and tells a screen reader of each', async () => {
    const page = await explorer.open(`?story=${id}`);
    for (let step = 1; step <= steps.length; step++) {
      await told(page, step);
      const live = page.locator('.player [aria-live=polite]');
      expect(await live.innerText()).toContain(titleOf(step));
      await expect.poll(() => shown(page), PATIENT).toMatch(/^[3-9]|^\d\d/);
      if (step < steps.length) await page.keyboard.press('ArrowRight');
    }
    expect(await page.getByRole('button', { name: 'Next', exact: true }).isDisabled()).toBe(true);
    expect(explorer.faults()).toEqual([]);
  });

  it('begins from the menu, and plays by itself until it is paused', async () => {
    const page = await explorer.open();
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('menuitem', { name: story.title }).click();
    await told(page, 1);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  /** The story at its first step, and the window with its notes beside it. */
  const openWithNotes = async () => {
    const page = await explorer.open(`?story=${id}&step=1`);
    await told(page, 1);
    const opened = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Notes' }).click();
    const notes = await opened;
    await notes.getByRole('heading', { name: titleOf(1) }).waitFor();
    return { page, notes };
  };

  it('keeps the notes in a second window in step, both ways', async () => {
    const { page, notes } = await openWithNotes();
    // A title of the other direction must not turn the count about.
    expect(await notes.locator('bdi').allInnerTexts()).toEqual([story.title, titleOf(2)]);
    await notes.getByRole('button', { name: 'Next' }).click();
    await told(page, 2);
    await page.keyboard.press('ArrowRight');
    await notes.getByRole('heading', { name: titleOf(3) }).waitFor();
    await notes.keyboard.press('ArrowRight');
    await told(page, 4);
    await notes.getByRole('heading', { name: titleOf(4) }).waitFor();
    await notes.keyboard.press('ArrowLeft');
    await told(page, 3);
    await notes.getByRole('heading', { name: titleOf(3) }).waitFor();
    // The keys of a presenter's remote.
    await notes.keyboard.press('PageDown');
    await told(page, 4);
    await page.keyboard.press('PageUp');
    await notes.getByRole('heading', { name: titleOf(3) }).waitFor();
    expect(await findings(notes)).toEqual([]);
  });

  it('walks a step for each key, however quickly these follow, in the window of the notes as on the page', async () => {
    const { page, notes } = await openWithNotes();
    const press = (where: Page, ...keys: string[]) =>
      where.evaluate((pressed) => {
        for (const key of pressed)
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      }, keys);
    await press(notes, 'ArrowRight', 'PageDown');
    await told(page, 3);
    await notes.getByRole('heading', { name: titleOf(3) }).waitFor();
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'PageDown');
    await told(page, 5);
    await notes.getByRole('heading', { name: titleOf(5) }).waitFor();
    await press(notes, ...Array(steps.length).fill('ArrowRight'), 'ArrowLeft');
    await told(page, steps.length - 1);
    await notes.getByRole('heading', { name: titleOf(steps.length - 1) }).waitFor();
  });

  it('leaves the keyboard at its buttons at the last step too', async () => {
    const page = await explorer.open(`?story=${id}&step=${steps.length - 1}`);
    await told(page, steps.length - 1);
    const next = page.getByRole('button', { name: 'Next', exact: true });
    await next.press('Enter');
    await told(page, steps.length);
    await next.press('Enter');
    expect(await next.evaluate((button) => document.activeElement === button)).toBe(true);
  });

  it('keeps the way on in sight on a phone, however long the caption is', async () => {
    const page = await explorer.open(`?story=${id}&step=1`, { viewport: { width: 390, height: 700 } });
    await told(page, 1);
    const below = async (name: string) => {
      const button = await page.getByRole('button', { name, exact: true }).boundingBox();
      const player = await page.locator('.player').boundingBox();
      return (button?.y ?? 0) + (button?.height ?? 0) - (player?.y ?? 0) - (player?.height ?? 0);
    };
    for (const name of ['Next', 'Leave the story'])
      await expect.poll(() => below(name), PATIENT).toBeLessThanOrEqual(0);
  });

  it('goes on by a swipe to the left and back by one to the right', async () => {
    const viewport = { width: 390, height: 844 };
    const page = await explorer.open(`?story=${id}&step=2`, { viewport, hasTouch: true, isMobile: true });
    await told(page, 2);
    const fingers = await fingersOn(page);
    const box = await page.locator('.player-caption').boundingBox();
    const y = (box?.y ?? 0) + 40;
    await fingers.drag({ from: { x: 320, y }, to: { x: 120, y: y + 8 } });
    await told(page, 3);
    await fingers.drag({ from: { x: 120, y }, to: { x: 320, y } });
    await told(page, 2);
  });

  it('plays on by itself once there was time to read, and stops at the end', async () => {
    const page = await explorer.open('api/status');
    await page.clock.install();
    await page.goto(`${explorer.url}/?story=${id}&step=${steps.length - 1}`);
    await told(page, steps.length - 1);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await page.clock.fastForward('02:00');
    await told(page, steps.length);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  it('fills the screen and leaves it again', async () => {
    const page = await explorer.open(`?story=${id}&step=2`);
    await told(page, 2);
    const full = page.getByRole('button', { name: 'Full screen' });
    await full.click();
    await page.waitForFunction(() => document.fullscreenElement === document.documentElement);
    await expect.poll(() => full.getAttribute('aria-pressed'), PATIENT).toBe('true');
    const legend = page.locator('.panel.legend');
    await page.locator('.bar').waitFor({ state: 'hidden' });
    await expect.poll(() => legend.getAttribute('data-open'), PATIENT).toBe('false');
    await page.keyboard.press('ArrowRight');
    await told(page, 3);
    await full.click();
    await page.waitForFunction(() => document.fullscreenElement === null);
    await expect.poll(() => full.getAttribute('aria-pressed'), PATIENT).toBe('false');
    await page.locator('.bar').waitFor({ state: 'visible' });
    await expect.poll(() => legend.getAttribute('data-open'), PATIENT).toBe('true');
  });

  it('says so where there is no such story, and can be left', async () => {
    const page = await explorer.open('?story=never-told');
    await page.getByText('There is no story never-told').waitFor();
    await page.getByRole('button', { name: 'Leave the story' }).click();
    await expect.poll(() => shown(page), PATIENT).toContain(String(explorer.graph.edges.length));
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('axe-core finds nothing in the player, %s, %i wide', async (colorScheme, width) => {
    const page = await explorer.open(`?story=${id}&step=3`, {
      colorScheme,
      viewport: { width, height: 844 },
    });
    await told(page, 3);
    await expect.poll(() => page.locator('.player').isVisible()).toBe(true);
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  });

  it('saves the picture as PNG beyond the size of the screen, and as well-formed SVG', async () => {
    const page = await explorer.open('?focus=nato&depth=1');
    await page.locator('.totals').waitFor();
    await expect.poll(() => shown(page), PATIENT).toContain(' of ');
    const save = async (kind: string) => {
      await page.getByRole('button', { name: 'View', exact: true }).click();
      await page.getByRole('menuitem', { name: 'PNG, SVG, PDF or a page…' }).click();
      await page.getByRole('combobox', { name: 'As', exact: true }).selectOption(kind);
      await page.getByRole('textbox', { name: 'Caption' }).fill('Who is around <NATO>');
      if (kind === 'png') {
        await page.getByRole('spinbutton', { name: 'Width in pixels' }).fill('2000');
        await page.getByRole('spinbutton', { name: 'Height in pixels' }).fill('1000');
        expect(await findings(page)).toEqual([]);
      }
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const body = await readFile(await (await saved).path());
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      return body;
    };
    const png = await save('png');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([4000, 2000]);
    const texts: string[] = [];
    const parser = new SaxesParser();
    parser.on('text', (text) => texts.push(text));
    parser.write((await save('svg')).toString()).close();
    expect(texts).toContain('Who is around <NATO>');
    const pdf = (await save('pdf')).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('(Who is around <NATO>)');
    expect(pdf).toContain('/MediaBox [0 0 1200 750]');
    expect(explorer.faults()).toEqual([]);
  });

  it('prints the picture with its legend on a light sheet, from a dark page, by the keys that print', async () => {
    const page = await explorer.open('?focus=nato&depth=1&theme=dark&caption=Around%20NATO');
    await expect.poll(() => shown(page), PATIENT).toMatch(/^\d/);
    await page.evaluate(() => {
      window.print = () => void document.body.setAttribute('data-printed', 'yes');
    });
    await page.locator('[role=application]').focus();
    await page.keyboard.press('Control+p');
    const sheet = page.locator('body[data-printed] > .printed-picture > svg');
    await sheet.waitFor({ state: 'attached' });
    expect(await sheet.locator('rect').first().getAttribute('fill')).toBe('#fbfaf7');
    const words = await sheet.locator('text').allTextContents();
    expect(words).toEqual(expect.arrayContaining(['Around NATO', 'Support']));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.page').isVisible()).toBe(false);
    expect(await sheet.isVisible()).toBe(true);
  });

  it('says why no PDF came, and prints instead; a PDF that is waited for can be given up', async () => {
    const page = await explorer.open('?focus=nato&depth=1');
    await page.locator('.totals').waitFor();
    await expect.poll(() => shown(page), PATIENT).toContain(' of ');
    let answer = async (): Promise<void> => {};
    await page.route('**/picture.pdf?*', async (route) => {
      await answer();
      await route.abort().catch(() => undefined);
    });
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('menuitem', { name: 'PNG, SVG, PDF or a page…' }).click();
    await page.getByRole('combobox', { name: 'As', exact: true }).selectOption('pdf');
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await save.click();
    await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
    await page.evaluate(() => {
      window.print = () => void document.body.setAttribute('data-printed', 'yes');
    });
    await page.getByRole('button', { name: 'Print instead' }).click();
    await page.locator('body[data-printed] > .printed-picture > svg').waitFor({ state: 'attached' });
    let release = () => {};
    answer = () =>
      new Promise<void>((resolve) => {
        release = resolve;
      });
    await save.click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await save.waitFor();
    release();
    expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);
  });
});
