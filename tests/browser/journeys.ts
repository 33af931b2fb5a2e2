import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { assert, describe, expect, it } from 'vitest';
import type { Graph } from '../../server/core/model/graph.ts';
import type { ExplorerPage } from '../setup/explorer-page.ts';
import { fingersOn } from '../setup/touch.ts';
import { onPage } from './tools/on-page.ts';

/** Loading takes its time on a busy machine. */
const PATIENT = { timeout: 20_000 };

const shown = (page: Page) => page.locator('.totals').innerText();
const ready = (page: Page) => page.locator('.search [role=combobox]').waitFor();

/** Goes down the list of hits by the keyboard until the one of this name is the active one. */
async function walkTo(page: Page, caption: string): Promise<void> {
  await page.getByRole('option').getByText(caption, { exact: true }).waitFor();
  for (let press = 0; press < 20; press++) {
    await page.keyboard.press('ArrowDown');
    const active = await page.locator('[role=option][data-focused] span').innerText();
    if (active === caption) return;
  }
  throw new Error(`No hit is named ${caption}.`);
}

/** What people come to do, each as one way through the page. */
export function journeys(the: () => ExplorerPage): void {
  /** The node with most edges, and one of its edges. */
  const busiest = () => {
    const { nodes, edges } = the().graph;
    const of = (key: string) => edges.filter((edge) => edge.source === key || edge.target === key);
    const [node] = [...nodes].sort((a, b) => of(b.key).length - of(a.key).length);
    const edge = node && of(node.key)[0];
    if (!node || !edge) throw new Error('The data set has no edges.');
    return { node, edge, degree: of(node.key).length };
  };

  describe('a journey', () => {
    it('names in the page itself the few scripts that it draws with, so that they are fetched together', async () => {
      const page = await the().open();
      await ready(page);
      const html = await (await page.request.get(the().url)).text();
      const named = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(
        ([, address = '']) => new URL(address, the().url).pathname,
      );
      const scripts = await page.evaluate(() =>
        (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
          .filter(({ name }) => /\.js$/.test(name))
          .map(({ name, encodedBodySize }) => ({ path: new URL(name).pathname, bytes: encodedBodySize })),
      );
      expect(named.length).toBeLessThan(6);
      const large = scripts.filter(({ bytes }) => bytes > 40_000).map(({ path }) => path);
      expect(large).not.toEqual([]);
      expect(named).toEqual(expect.arrayContaining(large));
    });

    it('takes away what is shown, without what is hidden', async () => {
      const { node } = busiest();
      const page = await the().open(`?hide=${node.key}`);
      await ready(page);
      await page.getByRole('button', { name: 'View', exact: true }).click();
      const saved = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: 'graphology JSON' }).click();
      const file = JSON.parse(await readFile(await (await saved).path(), 'utf8')) as Graph;
      const { nodes } = the().graph;
      expect(file.nodes.map(({ key }) => key)).toEqual(
        nodes.map(({ key }) => key).filter((key) => key !== node.key),
      );
      expect(file.attributes.total.nodes).toBe(nodes.length - 1);
      expect(file.edges.some(({ source, target }) => [source, target].includes(node.key))).toBe(false);
    });

    it('filters by the legend, searches, selects, opens evidence and walks back', async () => {
      const { node } = busiest();
      const page = await the().open();
      await ready(page);
      const { nodes, edges } = the().graph;
      expect(await shown(page)).toContain(String(edges.length));
      const supports = page.getByRole('button', { name: /^Only / }).first();
      await page.locator('.facet li').first().hover();
      await supports.click();
      await page.waitForURL(/label=/);
      await page.waitForFunction(
        (all) => !document.querySelector('.totals')?.textContent?.startsWith(`${all} `),
        nodes.length,
      );
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await page.waitForURL((url) => !url.search.includes('label='));
      await page.keyboard.press('/');
      await page.keyboard.type(node.attributes.caption.toLowerCase());
      await page.getByRole('option', { name: node.attributes.caption, exact: false }).first().waitFor();
      await walkTo(page, node.attributes.caption);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: node.attributes.caption, exact: true }).waitFor();
      await page.waitForURL(new RegExp(`select=${node.key}`));
      await page.locator('.evidence-button').first().click();
      await page.locator('dt').getByText('Asserted by').waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: node.attributes.caption, exact: true }).waitFor();
      await page.goBack();
      await onPage(page, 'Most connected here').waitFor();
      expect(the().faults()).toEqual([]);
    });

    it('goes by keyboard alone from the top of the page to the evidence and back', async () => {
      const page = await the().open();
      await ready(page);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('stage');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('.details-head h3').waitFor();
      const first = await page.locator('.details-head h3').innerText();
      await page.keyboard.press('d');
      await page.waitForFunction(() => document.activeElement?.classList.contains('inspector'));
      for (let press = 0; press < 40; press++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement?.classList.contains('evidence-button'))) break;
      }
      await page.keyboard.press('Enter');
      await page.locator('dt').getByText('Asserted by').waitFor();
      await page.keyboard.press('Control+z');
      await page.waitForFunction(
        (name) => document.querySelector('.details-head h3')?.textContent === name,
        first,
      );
      await page.keyboard.press('Escape');
      await onPage(page, 'Most connected here').waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Help' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(the().faults()).toEqual([]);
    });

    it('finds the shortest path between two selected nodes and tells it in words', async () => {
      const { edge } = busiest();
      const page = await the().open(`?select=${edge.source}&select=${edge.target}`);
      await page.getByRole('button', { name: 'Find the shortest path' }).click();
      await page.locator('.path li').nth(1).waitFor();
      await page.getByRole('button', { name: 'Show only this path' }).click();
      await page.waitForURL(/depth=0/);
      await page.waitForFunction(() => document.querySelector('.totals')?.textContent?.startsWith('2'));
    });

    it('measures alliances, hears that the data are too thin, and opens what agreement rests on', async () => {
      const page = await the().open('');
      await ready(page);
      await page.keyboard.press('w');
      await page.getByRole('radio', { name: /^Both together/ }).check();
      await page.waitForURL(/network=merged/);
      await page.getByRole('button', { name: 'Measure', exact: true }).click();
      await page.getByText('The data are too thin for conclusions.').waitFor();
      await page.getByText('Show the measures all the same').click();
      await page.getByRole('button', { name: 'Colour the picture by camp' }).click();
      await page.waitForURL(/colour=camps/);
      await page.locator('.looks-key').getByText('both together').waitFor();
      const pair = page.locator('.pairs .pair-button').first();
      await pair.click();
      await page.locator('.side-by-side .evidence-button').first().click();
      await page.locator('dt').getByText('Asserted by').waitFor();
      await page.getByRole('button', { name: 'Alliances', exact: true }).click();
      expect(await pair.getAttribute('aria-expanded')).toBe('true');
      await page.getByRole('radio', { name: /^Direct stances/ }).check();
      await page.waitForURL((url) => !url.search.includes('network='));
      expect(the().faults()).toEqual([]);
    });

    it('shows the graph where it usually is until the camps that it is to be arranged by are found', async () => {
      const page = await the().open('');
      await ready(page);
      let measure = () => {};
      const held = new Promise<void>((resolve) => {
        measure = resolve;
      });
      await page.route('**/measure.worker*', async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(`${the().url}/?layout=groups&group=camps`);
      const waits = page.locator('.arranging').getByText('Measuring, to arrange by camps');
      await waits.waitFor();
      await page.getByRole('application', { name: /^Graph of/ }).waitFor();
      measure();
      await waits.waitFor({ state: 'detached' });
      await page
        .locator('.looks-key')
        .getByText(/camp A$/i)
        .first()
        .waitFor();
      expect(the().faults()).toEqual([]);
    });

    it('shows the neighbourhood of a node and everything again', async () => {
      const { node } = busiest();
      const page = await the().open(`?select=${node.key}`);
      await page.getByRole('button', { name: 'Show neighbourhood' }).click();
      await page.waitForURL(/focus=.*depth=1/);
      await page.getByRole('button', { name: 'Show everything' }).click();
      await page.waitForURL((url) => !url.search.includes('focus='));
    });

    it('keeps the table and the picture in step', async () => {
      const { node } = busiest();
      const page = await the().open(`?select=${node.key}&table=true`);
      const row = page.getByRole('row', { name: node.attributes.caption, exact: false }).first();
      await row.waitFor();
      expect(await page.locator('[role=row][aria-selected=true]').count()).toBe(1);
      const other = page.locator('tbody [role=row][aria-selected=false]').first();
      const name = await other.locator('[role=rowheader]').innerText();
      await other.click();
      await page.getByRole('heading', { name, exact: true }).waitFor();
      await page.getByRole('columnheader', { name: 'Edges here' }).click();
      await page.getByRole('columnheader', { name: 'Edges here' }).click();
      expect(await page.locator('tbody [role=rowheader]').first().innerText()).toBe(node.attributes.caption);
      await page.getByRole('button', { name: 'Back to the picture' }).click();
      await page.locator('.canvas [role=application]').waitFor();
      expect(the().faults()).toEqual([]);
    });

    it('narrows by dates and lifts them again', async () => {
      const page = await the().open();
      await page.locator('.histogram svg').waitFor();
      const to = page.getByLabel('to', { exact: true });
      const first = await to.locator('option').nth(1).getAttribute('value');
      await to.selectOption(first ?? '');
      await page.waitForURL(new RegExp(`to=${first}`));
      await page.getByRole('button', { name: 'All dates' }).click();
      await page.waitForURL((url) => !url.search.includes('to='));
    });

    it('narrows by a brush that is drawn on the time line, moved, and pulled by its end', async () => {
      const page = await the().open();
      const bars = page.locator('.histogram .hit');
      await bars.first().waitFor();
      const last = (await bars.count()) - 1;
      const boxOf = async (bar: number) => {
        const box = await bars.nth(bar).boundingBox();
        if (!box) throw new Error(`Bar ${bar} is not there.`);
        return box;
      };
      const drag = async (fromX: number, toX: number, y: number) => {
        await page.mouse.move(fromX, y);
        await page.mouse.down();
        await page.mouse.move(toX, y, { steps: 4 });
        await page.mouse.up();
      };
      const middle = ({ x, width }: { x: number; width: number }) => x + width / 2;
      const range = () => ['from', 'to'].map((name) => new URL(page.url()).searchParams.get(name));
      const [first, second, third] = [await boxOf(last - 2), await boxOf(last - 1), await boxOf(last)];
      const y = first.y + first.height / 2;
      await drag(middle(first), middle(second), y);
      await expect.poll(range, PATIENT).toEqual([expect.any(String), expect.any(String)]);
      const drawn = range();
      await drag(middle(second), middle(third), y);
      await expect.poll(range, PATIENT).not.toEqual(drawn);
      const [from, to] = range();
      expect(String(from) > String(drawn[0]) && String(to) > String(drawn[1])).toBe(true);
      await drag(third.x + third.width - 1, middle(second), y);
      await expect.poll(range, PATIENT).not.toEqual([from, to]);
      expect(range()[0]).toBe(from);
      await page.keyboard.press('Control+z');
      await expect.poll(range, PATIENT).toEqual([from, to]);
      expect(the().faults()).toEqual([]);
    });

    it('narrows by a brush that a finger draws and pulls by an end that it need not hit', async () => {
      const page = await the().open('', { hasTouch: true });
      const bars = page.locator('.histogram .hit');
      await bars.first().waitFor();
      const last = (await bars.count()) - 1;
      const middle = async (bar: number, dx = 0) => {
        const { x, y, width, height } = (await bars.nth(bar).boundingBox()) ?? assert.fail();
        return { x: x + width / 2 + dx * (width / 2) + Math.sign(dx) * 12, y: y + height / 2 };
      };
      const range = () => ['from', 'to'].map((name) => new URL(page.url()).searchParams.get(name));
      const fingers = await fingersOn(page);
      await fingers.drag({ from: await middle(last - 2), to: await middle(last - 1) });
      await expect.poll(range, PATIENT).toEqual([expect.any(String), expect.any(String)]);
      const [from, to] = range();
      await fingers.drag({ from: await middle(last - 2, -1), to: await middle(last - 3) });
      await expect.poll(() => range()[0], PATIENT).not.toBe(from);
      expect(range()[1]).toBe(to);
      expect(the().faults()).toEqual([]);
    });

    it('hides a node, says so in the menu and shows it again', async () => {
      const { node } = busiest();
      const { nodes } = the().graph;
      const page = await the().open(`?select=${node.key}`);
      await page.getByRole('button', { name: 'Hide', exact: true }).click();
      await page.waitForFunction(
        (count) => document.querySelector('.totals')?.textContent?.startsWith(`${count}`),
        nodes.length - 1,
      );
      await page.getByRole('button', { name: 'View', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Show 1 hidden' }).click();
      await page.waitForURL((url) => !url.search.includes('hide='));
    });
  });

  describe('a link', () => {
    it('that is damaged is told and dismissed, and the rest of it holds', async () => {
      const page = await the().open('?depth=9&colour=red&packed=%21&layout=circle');
      const notice = page.getByRole('region', { name: 'Part of this link could not be read' });
      await notice.waitFor();
      for (const part of ['depth', 'colour', 'packed']) expect(await notice.innerText()).toContain(part);
      await page.getByRole('button', { name: /Dismiss/ }).click();
      await notice.waitFor({ state: 'detached' });
      expect(the().faults()).toEqual([]);
    });

    it.each([1000, 1600])(
      'that is damaged is told between the panels of a page of %i px, over none of their controls',
      async (width) => {
        const page = await the().open('?depth=9&select=marco-rubio', { viewport: { width, height: 800 } });
        const boxOf = async (found: Locator) => {
          await found.waitFor();
          return (await found.boundingBox()) ?? { x: 0, width: 0 };
        };
        const notice = await boxOf(page.getByRole('region', { name: 'Part of this link could not be read' }));
        const legend = await boxOf(page.locator('.panel.legend'));
        const details = await boxOf(page.locator('.panel.inspector'));
        expect(notice.x).toBeGreaterThan(legend.x + legend.width);
        expect(notice.x + notice.width).toBeLessThan(details.x);
      },
    );

    it('to labels, types and nodes that are gone shows the rest and says so', async () => {
      const page = await the().open('?type=NO_SUCH_TYPE&label=Person&label=Robot&focus=nobody-there&depth=2');
      const notice = page.getByRole('region', { name: 'This link names something the data do not contain' });
      await notice.waitFor();
      await expect.poll(() => shown(page)).toMatch(/^[1-9]\d* of/);
      for (const part of ['NO_SUCH_TYPE', 'Robot', 'nobody-there'])
        expect(await notice.innerText()).toContain(part);
      expect(new URL(page.url()).search).toBe('?label=Person');
    });

    it('made on other data says what is gone', async () => {
      const page = await the().open('?select=nobody-of-this-name&snapshot=another');
      const notice = page.getByRole('region', { name: 'This view was made with different data' });
      await notice.waitFor();
      expect(await notice.innerText()).toContain('nobody-of-this-name');
    });

    it('is copied with the snapshot in it', async () => {
      const page = await the().open('', { permissions: ['clipboard-read', 'clipboard-write'] });
      await page.getByRole('button', { name: 'Copy link' }).click();
      await onPage(page, 'Copied').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/[?]snapshot=/);
    });

    it('never makes markup of what it says', async () => {
      const page = await the().open(`?select=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
      await page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
      expect(await page.locator('img').count()).toBe(0);
      expect(the().faults()).toEqual([]);
    });
  });
}
