import type { Page } from 'playwright-core';
import { assert, describe, expect, it } from 'vitest';
import type { ExplorerPage } from '../setup/explorer-page.ts';
import { onPage } from './tools/on-page.ts';
import { command } from './tools/run-command.ts';

/** A busy machine takes its time. */
const PATIENT = { timeout: 15_000 };
const shown = (page: Page) => page.locator('.totals').innerText();
const counted = (page: Page, nodes: number) =>
  expect.poll(() => shown(page), PATIENT).toMatch(new RegExp(`^${nodes}\\D`));
const said = (page: Page) => page.locator('p.unseen[role=status]').innerText();

/** Searches for a node and takes the hit of exactly that name. */
async function find(page: Page, caption: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(caption);
  await page.getByRole('option').getByText(caption, { exact: true }).waitFor();
  for (let press = 0; press < 20; press++) {
    await page.keyboard.press('ArrowDown');
    if ((await page.locator('[role=option][data-focused] span').allInnerTexts())[0] === caption) break;
  }
  await page.keyboard.press('Enter');
}

/** What it takes to build a picture up and take it apart, by the keyboard alone and by the pointer. */
export function moving(the: () => ExplorerPage): void {
  /** Two nodes that are two steps apart and no nearer, and one between them. */
  const twoApart = () => {
    const { nodes, edges } = the().graph;
    const near = (key: string) =>
      new Set(
        edges.flatMap(({ source, target }) => (source === key ? [target] : target === key ? [source] : [])),
      );
    for (const from of nodes)
      for (const between of near(from.key))
        for (const key of near(between)) {
          const to = nodes.find((each) => each.key === key);
          if (to && key !== from.key && !near(from.key).has(key)) return { from, to, near };
        }
    throw new Error('No two nodes of the data set are two steps apart.');
  };
  const open = async (search = '', options?: Parameters<ExplorerPage['open']>[1]) => {
    const page = await the().open(search, options);
    await page.locator('.search [role=combobox]').waitFor();
    return page;
  };

  describe('moving through the graph', () => {
    it('goes by the keyboard alone from nothing to a path in words, and back step by step', async () => {
      const { from, to, near } = twoApart();
      const page = await open();
      await command(page, 'start from nothing');
      await page.waitForURL('**/?start=nothing');
      await page.getByRole('heading', { name: 'An empty canvas' }).waitFor();
      await find(page, from.attributes.caption);
      await page.waitForURL(`**/?start=nothing&add=${from.key}&select=${from.key}`);
      await counted(page, 1);
      await page.keyboard.press('e');
      await page.waitForURL(/expand=/);
      await counted(page, 1 + near(from.key).size);
      await page.keyboard.press('p');
      await onPage(page, 'select the node it is to lead to').waitFor();
      await find(page, to.attributes.caption);
      await page.waitForURL(new RegExp(`path=${from.key}&path=${to.key}`));
      const told = page.locator('.path-details p').first();
      await expect
        .poll(() => told.innerText(), PATIENT)
        .toMatch(/^A shortest path from .* has 2 edges\. .+\. .+\.$/);
      await expect.poll(() => said(page), PATIENT).toContain('A shortest path from');
      await counted(page, 2 + near(from.key).size);
      const steps = ['find the path to ', 'expand ', 'add ', 'clear the canvas'];
      for (const step of steps) {
        const name = await page.getByRole('button', { name: /^Undo / }).getAttribute('aria-label');
        expect(name).toContain(`Undo ${step}`);
        await page.keyboard.press('Control+z');
        await page.getByRole('button', { name: `Redo ${name?.slice(5)}` }).waitFor();
        await expect.poll(() => said(page), PATIENT).toMatch(/^(Undone: |Showing )/);
      }
      await counted(page, the().graph.nodes.length);
      await page.keyboard.press('Control+Shift+Z');
      await page.waitForURL('**/?start=nothing');
      await page.goForward();
      await counted(page, 1);
      await page.getByRole('button', { name: /^Undo add / }).waitFor();
      expect(the().faults()).toEqual([]);
    });

    it('expands by type and direction with the counts before, and collapses what that brought', async () => {
      const { nodes, edges } = the().graph;
      const edge = edges.find(({ source, target }) => source !== target);
      const key = edge?.source ?? '';
      const type = edge?.attributes.type ?? '';
      const there = edges.filter(({ source, attributes }) => source === key && attributes.type === type);
      const page = await open(`?start=nothing&add=${key}&select=${key}`);
      await page.locator('.details-head h3').waitFor();
      await page.getByRole('application').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+F10');
      const caption = nodes.find((node) => node.key === key)?.attributes.caption ?? '';
      await page.getByRole('menu', { name: caption }).waitFor();
      await page.getByRole('menuitem', { name: 'Expand by relationship type' }).click();
      const words = type.replaceAll('_', ' ').toLowerCase();
      const item = new RegExp(`^${words}, from here: 0 of ${there.length} shown`, 'i');
      await page.getByRole('menuitem', { name: item }).click();
      await page.waitForURL(new RegExp(`expandBy=out%3A${type}%3A${key}`));
      await counted(page, 1 + new Set(there.map(({ target }) => target)).size);
      await page.getByRole('button', { name: 'Collapse', exact: true }).click();
      await counted(page, 1);
      expect(the().faults()).toEqual([]);
    });

    it('selects by keys, hides, reveals and shows only an ego network', async () => {
      const { from, near } = twoApart();
      const page = await open(`?select=${from.key}`);
      await page.locator('.details-head h3').waitFor();
      await page.keyboard.press('n');
      const selected = 1 + near(from.key).size;
      await onPage(page, `${selected} nodes selected.`).waitFor();
      await page.keyboard.press('r');
      await page.waitForURL(/reveal=/);
      await page.keyboard.press('Delete');
      await counted(page, the().graph.nodes.length - selected);
      await page.keyboard.press('Shift+H');
      await counted(page, the().graph.nodes.length);
      await find(page, from.attributes.caption);
      await page.keyboard.press('1');
      await page.waitForURL(/focus=.*depth=1/);
      await counted(page, selected);
      await page.keyboard.press('a');
      await counted(page, the().graph.nodes.length);
      await page.keyboard.press('Control+a');
      await onPage(page, `${the().graph.nodes.length} nodes selected.`).waitFor();
      expect(the().faults()).toEqual([]);
    });

    it('takes the keyboard from the picture to the table that lies over it, and back', async () => {
      const page = await open();
      const picture = page.locator('.canvas [role=application]');
      await picture.focus();
      for (const [key, tab] of [
        ['t', /^Nodes/],
        ['o', /^Outline/],
      ] as const) {
        await page.keyboard.press(key);
        await page.getByRole('tab', { name: tab, selected: true }).and(page.locator(':focus')).waitFor();
        await page.keyboard.press(key);
        await picture.and(page.locator(':focus')).waitFor();
      }
      await command(page, 'statistics of the graph');
      await page.getByRole('tab', { name: 'Statistics' }).and(page.locator(':focus')).waitFor();
      await page.getByRole('button', { name: 'Table', exact: true }).click();
      await page.getByRole('button', { name: 'Table', exact: true }).and(page.locator(':focus')).waitFor();
      expect(the().faults()).toEqual([]);
    });

    it('walks the outline from a relation to the node at its other end, and back', async () => {
      const page = await open('?table=true');
      await page.keyboard.press('o');
      const rows = page.locator('[role=treegrid] [role=row]');
      await expect.poll(() => rows.count(), PATIENT).toBe(the().graph.nodes.length);
      const here = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      await rows.first().focus();
      const node = await here();
      expect(node).toMatch(/, \d+ edges?$/);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      const relation = await here();
      const other = await page.locator(':focus .outline-row > span').last().innerText();
      await page.keyboard.press('ArrowRight');
      await expect.poll(here, PATIENT).toMatch(/, \d+ edges?$/);
      expect(await here()).not.toBe(node);
      await expect.poll(() => said(page), PATIENT).toMatch(/^At .*Backspace goes back\.$/);
      await page.keyboard.press('Backspace');
      await expect.poll(here, PATIENT).toBe(relation);
      await page.keyboard.press('Enter');
      await page.locator('dt').getByText('Asserted by').waitFor();
      expect(other.length).toBeGreaterThan(0);
      await page.keyboard.press('ArrowLeft');
      await expect.poll(here, PATIENT).toBe(node);
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menuitem', { name: /^Find a path from here/ }).waitFor();
      expect(the().faults()).toEqual([]);
    });

    it('keeps the outline in step with what is shown', async () => {
      const page = await open('?table=true');
      await page.keyboard.press('o');
      const nodes = page.locator('[role=treegrid] [aria-level="1"]');
      const all = the().graph.nodes.length;
      await expect.poll(() => nodes.count(), PATIENT).toBe(all);
      await nodes.first().focus();
      await page.keyboard.press('ArrowRight');
      // In a list, letters lead to rows.
      await page.getByRole('button', { name: 'Fold legend' }).focus();
      const { from, near } = twoApart();
      const around = 1 + near(from.key).size;
      await find(page, from.attributes.caption);
      await page.keyboard.press('1');
      await expect.poll(() => nodes.count(), PATIENT).toBe(around);
      await page.keyboard.press('a');
      await expect.poll(() => nodes.count(), PATIENT).toBe(all);
      expect(the().faults()).toEqual([]);
    });

    it('takes the first hit also where Enter is pressed before there is one', async () => {
      const page = await open('?start=nothing');
      let answer = () => {};
      const pressed = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route('**/api/search?*', async (route) => {
        await pressed;
        await route.continue();
      });
      const { key, attributes } = the().graph.nodes[0] ?? twoApart().from;
      await page.keyboard.press('/');
      await page.keyboard.type(attributes.caption);
      await page.keyboard.press('Enter');
      answer();
      await page.waitForURL(`**/?start=nothing&add=${key}&select=${key}`);
      await expect
        .poll(() => said(page), PATIENT)
        .toBe(`Showing 1 node and 0 edges. ${attributes.caption} is selected.`);
      await page.keyboard.press('Delete');
      await expect.poll(() => said(page), PATIENT).toBe('Showing 0 nodes and 0 edges. Nothing is selected.');
      expect(the().faults()).toEqual([]);
    });

    it('says where walking by keys leads and by what, from the node that a search went to', async () => {
      const { nodes, edges } = the().graph;
      const edge = edges.find(({ source, target }) => source !== target);
      const from = nodes.find(({ key }) => key === edge?.source);
      const page = await open(`?start=nothing&add=${edge?.source}&add=${edge?.target}`);
      await counted(page, 2);
      await find(page, from?.attributes.caption ?? '');
      await expect.poll(() => said(page), PATIENT).toMatch(/, \d+ edges?, selected\.$/);
      await page.keyboard.press('PageDown');
      const to = nodes.find(({ key }) => key === edge?.target)?.attributes.caption;
      await expect.poll(() => said(page), PATIENT).toContain(`${to}, `);
      expect(await said(page)).toMatch(/\d+ edges?\. .+ .+\.$/);
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`select=${edge?.target}`));
      expect(the().faults()).toEqual([]);
    });

    it('keeps the keyboard near where it was when the button that had it goes away', async () => {
      const page = await open('?type=SUPPORTS&from=2025');
      const has = (selector: string) =>
        page.waitForFunction((which) => document.activeElement?.matches(which), selector, { polling: 100 });
      const press = async (name: string, part: string) => {
        const button = page.locator(part).getByRole('button', { name, exact: true });
        await button.focus();
        await page.keyboard.press('Enter');
        await button.waitFor({ state: 'detached' });
      };
      await press('All dates', '.timeline');
      await has('.panel.timeline');
      await press('Clear filters', '.legend');
      await has('.panel.legend');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await press(`Show ${the().graph.nodes.length} nodes again`, '.stage-note');
      await has('.canvas [role=application]');
      await find(page, twoApart().from.attributes.caption);
      await press('Hide', '.inspector');
      await has('.panel.inspector');
      expect(the().faults()).toEqual([]);
    });

    it('says how many hits there are once there are some, and nothing of none before', async () => {
      const page = await open();
      await page.route('**/api/search**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue();
      });
      await page.keyboard.press('/');
      await page.keyboard.type(twoApart().from.attributes.caption.slice(0, 2));
      const told = () => page.locator('[data-live-announcer] [role=log]').allInnerTexts();
      await expect.poll(async () => (await told()).join(' '), PATIENT).toMatch(/\boptions? available/);
      expect((await told()).join(' ')).not.toMatch(/\b0 options/);
      await page.keyboard.type('qqqqqq');
      await expect.poll(async () => (await told()).join(' '), PATIENT).toMatch(/\b0 options/);
      await onPage(page, 'Try fewer letters.').waitFor();
    });

    it('starts from the hits of a search alone', async () => {
      const page = await open();
      await page.keyboard.press('/');
      await page.keyboard.type(the().graph.nodes[0]?.attributes.caption.slice(0, 4) ?? '');
      const start = page.getByRole('option', { name: /^Start from (this|these \d+) alone/ });
      await start.waitFor();
      const [, hits = '1'] = /these (\d+)/.exec(await start.innerText()) ?? [];
      await start.click();
      await counted(page, Number(hits));
      await page.waitForURL(/start=nothing&add=/);
    });

    it('names every command in the help, and opens the palette also from the search field', async () => {
      const page = await open();
      await page.keyboard.press('?');
      const help = await page.getByRole('dialog', { name: 'Help' }).innerText();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.locator('.search [role=combobox]').pressSequentially('>');
      await page.getByRole('dialog', { name: 'Commands' }).waitFor();
      const titles = await page.locator('.palette [role=option] .menu-words').allInnerTexts();
      expect(titles.length).toBeGreaterThan(20);
      const told = titles.filter(
        (title) => help.includes(title) || title.startsWith('Filter: ') || title.includes(': property '),
      );
      expect(told).toEqual(titles);
    });

    it('takes no letter for a command that is typed while a dialog still loads', async () => {
      const { key } = twoApart().from;
      const page = await open(`?select=${key}`);
      let send = () => {};
      const wait = new Promise<void>((resolve) => {
        send = resolve;
      });
      await page.route(/palette-.*\.js/, async (route) => {
        await wait;
        await route.continue();
      });
      await page.keyboard.press('F1');
      await page.keyboard.type('hide');
      send();
      await page.getByRole('dialog', { name: 'Commands' }).waitFor();
      expect(new URL(page.url()).search).toBe(`?select=${key}`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('h');
      await page.waitForURL(`**/?hide=${key}`);
    });

    it('undoes more steps than a browser keeps', async () => {
      const page = await open();
      const keys = the().graph.nodes.map(({ key }) => key);
      const steps = 58;
      for (let step = 0; step < steps; step++) {
        await page.evaluate(() => document.body.focus());
        await page.keyboard.press(step % 2 ? 'Escape' : 'Control+a');
      }
      expect(keys.length).toBeGreaterThan(1);
      for (let step = 0; step < steps; step++) {
        const before = await page.evaluate(() => history.state?.depth as number);
        await page.keyboard.press('Control+z');
        await expect
          .poll(() => page.evaluate(() => history.state?.depth as number), PATIENT)
          .toBe(before - 1);
      }
      await page.getByRole('button', { name: 'Nothing to undo' }).waitFor();
      expect(new URL(page.url()).search).toBe('');
    });

    it('opens the menu of a node by a long press, and does not select it as well when the finger is lifted', async () => {
      const { key, attributes } = twoApart().from;
      const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
      const page = await open(`?start=nothing&add=${key}`, phone);
      const touch = await page.context().newCDPSession(page);
      await page.waitForFunction(() => performance.getEntriesByName('entente-drawn').length > 0, undefined, {
        polling: 100,
      });
      const { x, y, width, height } = (await page.getByRole('application').boundingBox()) ?? assert.fail();
      // The one node is in the middle, with some room for its label.
      const at = { x: x + width / 2, y: y + height / 2 - 9 };
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
      await page.getByRole('menu', { name: attributes.caption }).waitFor();
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await page.getByRole('menuitem', { name: 'Pin in place' }).click();
      await page.waitForURL(/packed=/);
      expect(new URL(page.url()).searchParams.has('select')).toBe(false);
      expect(the().faults()).toEqual([]);
    });

    it('opens the menu of the ground by a long press, and selects by a line drawn with a finger', async () => {
      const page = await open('', { viewport: { width: 390, height: 844 }, hasTouch: true });
      const touch = await page.context().newCDPSession(page);
      const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: { x: number; y: number }[]) =>
        touch.send('Input.dispatchTouchEvent', { type, touchPoints: at });
      await page.locator('.canvas [role=application]').waitFor();
      await send('touchStart', { x: 10, y: 80 });
      await page.getByRole('menu', { name: 'The picture' }).waitFor();
      await send('touchEnd');
      await page.getByRole('menuitem', { name: 'Lasso selection' }).click();
      await send('touchStart', { x: 5, y: 60 });
      for (const [x, y] of [
        [385, 60],
        [385, 740],
        [5, 740],
      ] as const)
        await send('touchMove', { x, y });
      await send('touchEnd');
      await page.waitForURL(/select=/);
      await onPage(page, /^\d+ nodes selected\.$/).waitFor();
      expect(the().faults()).toEqual([]);
    });
  });
}
