import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ExplorerPage } from '../setup/explorer-page.ts';
import { findings } from './tools/findings.ts';
import { loseGraphics } from './tools/lose-graphics.ts';
import { onPage } from './tools/on-page.ts';

const STARTING = {
  state: 'starting',
  kind: 'managed',
  progress: { phase: 'downloading', message: 'Downloading the database', ratio: 0.4 },
} as const;

/** Every main state of the page: that it is reached, and that axe-core finds nothing in it. */
export function states(the: () => ExplorerPage): void {
  const node = () => the().graph.edges[0]?.source ?? '';
  const edge = () => the().graph.edges[0]?.key ?? '';
  const STATES: Record<string, (options: Parameters<ExplorerPage['open']>[1]) => Promise<Page>> = {
    waiting: async (options) => {
      const page = await openNeverRead(options);
      await page.getByRole('progressbar').waitFor();
      return page;
    },
    failed: async (options) => {
      the().pretend({ state: 'failed', kind: 'managed', problem: 'No Java was found. Install Java 17.' });
      const page = await the().open('', options);
      await onPage(page, 'No Java was found').waitFor();
      return page;
    },
    'an empty database': async (options) => {
      const page = await the().open('', options);
      // The real answer, but for what an empty database makes of it.
      await page.route('**/api/status', async (route) => {
        // The page may be closed while it polls; nobody waits for this answer then.
        const answer = await route.fetch().catch(() => undefined);
        const real = await answer?.json().catch(() => undefined);
        if (answer === undefined || real === undefined) return;
        const body = {
          ...real,
          counts: { nodes: 0, edges: 0 },
          seedCommand: 'npm run seed',
        };
        await route.fulfill({ response: answer, json: body }).catch(() => undefined);
      });
      await page.reload();
      await onPage(page, 'The database is empty').waitFor();
      return page;
    },
    'the graph': (options) => openReady('', options),
    'a selected node': async (options) => {
      const page = await openReady(`?select=${node()}`, options);
      await page.locator('.details-head h3').waitFor();
      return page;
    },
    'a selected edge': async (options) => {
      const page = await openReady(`?select=${edge()}`, options);
      await page.locator('dt').getByText('Asserted by').waitFor();
      return page;
    },
    'the table': async (options) => {
      const page = await openReady('?table=true', options);
      await page.locator('[role=rowheader]').first().waitFor();
      return page;
    },
    'the statistics, and what looks mean': async (options) => {
      const page = await openReady('?table=true&size=pagerank&colour=communities', options);
      await page.getByRole('tab', { name: 'Statistics' }).click();
      await page.getByText('Nodes by pagerank').waitFor();
      return page;
    },
    'the alliances': async (options) => {
      const page = await openReady('?colour=camps&network=merged', options);
      if (await page.getByRole('button', { name: 'Alliances' }).isHidden()) {
        await page.getByRole('button', { name: 'Legend' }).click();
        await page.getByRole('button', { name: 'How they were found' }).click();
      } else await page.getByRole('button', { name: 'Alliances' }).click();
      await page.getByText('Show the measures all the same').click();
      await page.getByRole('heading', { name: 'Frustration index' }).waitFor();
      return page;
    },
    'the help': async (options) => {
      const page = await openReady('', options);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      return page;
    },
    'several selected nodes': async (options) => {
      const { source, target } = the().graph.edges[0] ?? { source: '', target: '' };
      const page = await openReady(`?select=${source}&select=${target}`, options);
      await onPage(page, 'nodes selected.').waitFor();
      return page;
    },
    'the shortest paths': async (options) => {
      const { source, target } = the().graph.edges[0] ?? { source: '', target: '' };
      const page = await openReady(`?path=${source}&path=${target}&paths=all`, options);
      await page.locator('.path li').nth(1).waitFor();
      return page;
    },
    'the wait for the end of a path': async (options) => {
      const page = await openReady(`?select=${node()}`, options);
      await page.locator('.details-head h3').waitFor();
      await page.keyboard.press('p');
      await page.locator('.picking').waitFor();
      return page;
    },
    'the commands': async (options) => {
      const page = await openReady('', options);
      await page.keyboard.press('F1');
      await page.getByRole('dialog', { name: 'Commands' }).waitFor();
      return page;
    },
    'the menu of a node': async (options) => {
      const page = await openReady('', options);
      await page.locator('.canvas [role=application]').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menuitem', { name: 'Hide' }).waitFor();
      return page;
    },
    'an empty canvas': async (options) => {
      const page = await openReady('?start=nothing', options);
      await page.locator('.suggestions button').first().waitFor();
      return page;
    },
    'the outline': async (options) => {
      const page = await openReady('?table=true', options);
      await page.getByRole('tab', { name: 'Outline' }).click();
      await page.locator('[role=treegrid] [role=row]').first().focus();
      await page.keyboard.press('ArrowRight');
      await page.locator('.outline-relation').first().waitFor();
      return page;
    },
    'a search': async (options) => {
      const page = await openReady('', options);
      await page.locator('.search [role=combobox]').fill('a');
      await page.getByRole('option').first().waitFor();
      return page;
    },
  };

  /** On a server that has read nothing yet, as at its first start; this one goes on from what it has read. */
  async function openNeverRead(options: Parameters<ExplorerPage['open']>[1]): Promise<Page> {
    the().pretend(STARTING);
    const page = await the().open('not-there', options);
    const error = { code: 'database_not_ready', message: 'The database is starting.', requestId: 'test' };
    await page.route('**/api/graph*', (route) => route.fulfill({ status: 503, json: { error } }));
    await page.route('**/api/status', async (route) => {
      const answer = await route.fetch().catch(() => undefined);
      const real = await answer?.json().catch(() => undefined);
      if (answer === undefined || real === undefined) return;
      const { snapshot, counts, ...rest } = real;
      await route.fulfill({ response: answer, json: rest }).catch(() => undefined);
    });
    await page.goto(`${the().url}/`);
    return page;
  }

  async function openReady(search: string, options: Parameters<ExplorerPage['open']>[1]): Promise<Page> {
    const page = await the().open(search, options);
    await page.locator('.search [role=combobox]').waitFor();
    return page;
  }

  describe.each([360, 1280])('at %i pixels', (width) => {
    it.each(Object.keys(STATES))(
      'shows %s, in light and then in dark, and axe-core finds nothing',
      async (name) => {
        const page = await STATES[name]?.({ colorScheme: 'light', viewport: { width, height: 800 } });
        if (!page) throw new Error(`There is no state ${name}.`);
        // Opening takes longer than all else, so the system turns dark under an open page.
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
          expect(await findings(page), colorScheme).toEqual([]);
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect(wide, 'the page must not scroll sideways').toBe(false);
        expect(the().faults()).toEqual([]);
        await page.context().close();
      },
    );
  });

  it('becomes the graph by itself when the database is ready', async () => {
    const page = await openNeverRead({});
    await onPage(page, 'Downloading the database').waitFor();
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('0.4');
    the().pretend(undefined);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.locator('.canvas [role=application]').waitFor();
  });

  it('tells of a lost database without taking the graph away', async () => {
    const page = await openReady('', {});
    the().pretend({ state: 'lost', kind: 'managed', problem: 'It is being started again.' });
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByRole('region', { name: 'The database does not answer' }).waitFor();
    await page.locator('.canvas [role=application]').waitFor();
    the().pretend(undefined);
    await page.getByRole('region', { name: 'The database does not answer' }).waitFor({ state: 'detached' });
  });

  it('shows the table with a note where nothing can be drawn', async () => {
    const page = await the().open();
    await page.context().addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.reload();
    await onPage(page, 'This browser cannot draw the picture').waitFor();
    await page.locator('[role=rowheader]').first().waitFor();
  });

  it('shows a still picture and says so once its graphics are lost again and again', async () => {
    const page = await openReady('', {});
    await loseGraphics(page, '.canvas canvas', '.standing');
    await page.locator('.standing-note').getByText('the picture is now static').waitFor();
    await page.locator('.standing img').waitFor();
    expect(await page.locator('.canvas canvas').count()).toBe(0);
    // It goes on telling what is shown.
    const before = await page.locator('.standing img').getAttribute('src');
    await page.locator('.legend label:has(input)').first().click();
    await expect.poll(() => page.locator('.standing img').getAttribute('src')).not.toBe(before);
    expect(the().faults()).toEqual([]);
  });

  it('says of an empty database that somebody else runs that its user may lack the right to read', async () => {
    for (const kind of ['managed', 'configured'] as const) {
      the().pretend({ state: 'ready', kind, product: 'Neo4j' });
      const page = await STATES['an empty database']?.({});
      expect(await page?.getByText('may lack the right to read').count()).toBe(kind === 'configured' ? 1 : 0);
    }
  });

  it('takes a measure into the table of nodes when it is found, and leaves it when it is not wanted', async () => {
    const page = await the().open('?table=true');
    await page.getByRole('columnheader', { name: 'Kind' }).waitFor();
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('menuitemradio', { name: 'Betweenness' }).first().click();
    await page.getByRole('columnheader', { name: 'Betweenness' }).waitFor();
    expect(await page.locator('.table [role=row]').nth(1).locator('> *').count()).toBe(4);
    await page.getByRole('button', { name: 'Usual size' }).click();
    await page.getByRole('columnheader', { name: 'Betweenness' }).waitFor({ state: 'detached' });
    await page.getByRole('columnheader', { name: 'Kind' }).waitFor();
    expect(the().faults()).toEqual([]);
  });

  it('has targets of at least 24 pixels', async () => {
    for (const width of [360, 1280]) {
      const page = await openReady(`?select=${node()}`, { viewport: { width, height: 800 } });
      await page.locator('.details-head h3').waitFor();
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            'button, select, a[href], input:not([type=checkbox]), label:has(input)',
          ),
        ]
          .filter((element) => element.checkVisibility() && !element.classList.contains('skip'))
          .map((element) => ({ box: element.getBoundingClientRect(), html: element.outerHTML.slice(0, 100) }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ html }) => html),
      );
      expect(small).toEqual([]);
      await page.context().close();
    }
  });

  it('keeps the room of the timeline at every width, so that the picture does not move when it is there', async () => {
    const page = await the().open('');
    await page.locator('.timeline-foot').waitFor();
    for (const width of [960, 1100, 1300, 1400, 1500, 1600, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const rooms = await page.locator('.timeline .panel-body').evaluate((body) => ({
        kept: Number.parseFloat(getComputedStyle(body).minHeight),
        taken: body.getBoundingClientRect().height,
        tooWide: body.scrollWidth - body.clientWidth,
      }));
      expect(rooms, `at ${width}`).toEqual({ kept: rooms.kept, taken: rooms.kept, tooWide: 0 });
    }
  });

  it('remembers which panels are folded', async () => {
    const page = await openReady('', {});
    await page.getByRole('button', { name: 'Fold legend' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Unfold legend' }).waitFor();
  });

  it('keeps single keys to itself when they are switched off', async () => {
    const page = await openReady('', {});
    await page.keyboard.press('?');
    await page.getByLabel('Single-key shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    expect(await page.locator('.table').count()).toBe(0);
    await page.keyboard.press('Control+k');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  });
}
