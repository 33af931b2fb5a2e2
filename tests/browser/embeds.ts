import type { Frame, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { FromEmbed } from '../../server/contract/embed-protocol.ts';
import type { ExplorerPage } from '../setup/explorer-page.ts';
import { findings } from './findings.ts';
import { serveArticle } from './serve-article.ts';

const drawn = (page: Page | Frame) => page.waitForSelector('body[data-state="drawn"]');

/** The bare picture of a view: by itself, and in articles of other sites. */
export function embeds(the: () => ExplorerPage): void {
  const edge = () => the().graph.edges[0]?.key ?? '';
  const open = async (search = '', options: Parameters<ExplorerPage['open']>[1] = {}) => {
    const page = await the().open(`embed${search}`, options);
    await drawn(page);
    return page;
  };

  describe('an embed', () => {
    it.each(['light', 'dark'] as const)(
      'leaves axe-core nothing to find in %s colours',
      async (colorScheme) => {
        const page = await open(`?caption=A+caption&select=${edge()}`, { colorScheme });
        await page.locator('dt').getByText('Asserted by').waitFor();
        expect(await findings(page)).toEqual([]);
        expect(the().faults()).toEqual([]);
      },
    );

    it('asks no other host, and fetches no more script than it may', async () => {
      const page = await the().open('cypher-not-there');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`${the().url}/embed`);
      await drawn(page);
      await page.waitForLoadState('networkidle');
      expect(asked.filter((url) => new URL(url).origin !== the().url)).toEqual([]);
      // Those of workers are among them.
      const bytes = await page.evaluate(() =>
        (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
          .filter(({ name }) => /\.js$/.test(name))
          .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      );
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThan(150_000);
    });

    it('shows the evidence of a selected edge as text, and closes it by the keyboard', async () => {
      const page = await open(`?select=${edge()}`);
      const card = page.getByRole('region', { name: 'Details' });
      await card.getByText('Asserted by').waitFor();
      await card.getByRole('button', { name: 'Close details' }).press('Escape');
      await card.waitFor({ state: 'hidden' });
    });

    it.each([360, 480, 720, 1_000])(
      'tells what is selected under the picture, not on it, %i pixels wide',
      async (width) => {
        const page = await open(`?select=${edge()}`, { viewport: { width, height: 500 } });
        const [card, stage] = [page.locator('#card'), page.locator('#stage')];
        await card.getByText('Asserted by').waitFor();
        const [told, picture] = [await card.boundingBox(), await stage.boundingBox()];
        if (!told || !picture) throw new Error('There is no card or no picture.');
        expect(told.y).toBeGreaterThanOrEqual(picture.y + picture.height);
        expect(picture.height).toBeGreaterThanOrEqual(240);
        expect(told.x + told.width).toBeLessThanOrEqual(width);
        await expect
          .poll(() =>
            page
              .locator('#stage canvas')
              .first()
              .evaluate(({ clientHeight }) => clientHeight),
          )
          .toBe(Math.round(picture.height));
      },
    );

    it('says in its legend what pale, dotted and marked lines mean, where there are such', async () => {
      const marks = [
        'Dotted and paler: not, or not yet, the case',
        'Paler: inferred, not stated',
        'Contested',
      ];
      const said = async (search: string) => {
        const page = await open(search);
        const rows = page.getByRole('list', { name: 'Legend' }).getByRole('listitem');
        await rows.first().waitFor();
        return (await rows.locator('span').allInnerTexts()).filter((each) => marks.includes(each));
      };
      expect(await said('')).toEqual(marks);
      expect(await said('?modality=actual&confidence=stated')).toEqual([]);
      expect(await said('?modality=actual&confidence=inferred')).toEqual([marks[1]]);
      expect(the().faults()).toEqual([]);
    });

    it('sets each heading of its legend off from what it is about, and names no label that nothing tells', async () => {
      const page = await open('?colour=betweenness&shape=communities&width=confidence&size=pagerank');
      const legend = page.getByRole('list', { name: 'Legend' });
      await legend.getByText('Width: how certain').waitFor();
      expect(await legend.getByText('Organisations', { exact: true }).count()).toBe(0);
      const rows = (heading: string) =>
        legend.getByRole('listitem').filter({ has: page.locator('strong', { hasText: heading }) });
      expect(await rows('Width').locator('span').allInnerTexts()).toEqual([
        'stated',
        'inferred',
        'contested',
      ]);
      for (const width of [800, 360]) {
        await page.setViewportSize({ width, height: 600 });
        const heading = await rows('Width').locator('strong').boundingBox();
        const list = await rows('Width').getByRole('list').boundingBox();
        if (!heading || !list) throw new Error('The legend has no heading or no rows.');
        if (width > 560) expect(list.x).toBeGreaterThanOrEqual(heading.x + heading.width);
        else expect(list.y).toBeGreaterThanOrEqual(heading.y + heading.height);
      }
    });

    it('is walked by the keyboard', async () => {
      const page = await open();
      await page.locator('[role=application]').focus();
      await page.keyboard.press('PageDown');
      const live = page.locator('[aria-live=polite]').last();
      await expect.poll(() => live.innerText()).toMatch(/, \d+ relations?\./);
      await page.keyboard.press('Enter');
      await page.getByRole('region', { name: 'Details' }).getByRole('heading').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('region', { name: 'Details' }).waitFor({ state: 'hidden' });
    });

    it('is drawn where a browser lets frames share no worker', async () => {
      const page = await the().open('cypher-not-there');
      await page.addInitScript(() => {
        window.SharedWorker = class extends EventTarget {
          constructor() {
            super();
            throw new DOMException('Access to shared workers is denied here.', 'SecurityError');
          }
        } as unknown as typeof SharedWorker;
      });
      await page.goto(`${the().url}/embed`);
      await drawn(page);
      expect(the().faults()).toEqual([]);
    });

    it('says the same in words, for whoever does not see it or runs no script', async () => {
      const page = await the().open('embed', { javaScriptEnabled: false });
      await page.getByText(/^As text:/).click();
      const sentences = await page.locator('#text-body .sentences ul > li').count();
      expect(sentences).toBe(the().graph.edges.length);
      expect(await page.getByRole('link', { name: /Explore it in Entente/ }).getAttribute('href')).toBe('/');
    });

    it('shows a still picture where no script runs, in the colours of the reader', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await the().open('embed?type=SUPPORTS', { javaScriptEnabled: false, colorScheme });
        const still = page.locator('#still img');
        await expect
          .poll(() => still.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 20_000 })
          .toBe(640);
        const shown = await still.evaluate((image: HTMLImageElement) => image.currentSrc);
        expect(shown).toContain(
          colorScheme === 'dark'
            ? '/embed.svg?type=SUPPORTS&theme=dark&legend=false'
            : '/embed.svg?type=SUPPORTS&legend=false',
        );
        expect(await still.getAttribute('alt')).toMatch(/^A picture of \d+ nodes and \d+ relations/);
        const legend = page.getByRole('img', { name: 'What the marks of the picture mean.' });
        await expect
          .poll(() => legend.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 20_000 })
          .toBe(640);
      }
    });

    it('shows a still picture of its own on a phone, whose letters are not scaled down', async () => {
      const page = await the().open('embed', {
        javaScriptEnabled: false,
        viewport: { width: 360, height: 740 },
        isMobile: true,
      });
      for (const image of await page.locator('img.still').all()) {
        await expect
          .poll(() => image.evaluate((each: HTMLImageElement) => each.naturalWidth), { timeout: 20_000 })
          .toBe(360);
        const scale = await image.evaluate((each: HTMLImageElement) =>
          Math.min(each.clientWidth / each.naturalWidth, each.clientHeight / each.naturalHeight),
        );
        expect(scale).toBeGreaterThan(0.9);
      }
      expect(await page.locator('img.still').count()).toBe(2);
    });

    it.each([
      ['light', 'rgba(0, 0, 0, 0)'],
      ['dark', 'rgb(20, 23, 27)'],
    ] as const)('is printed in %s colours on the ground that they are read on', async (theme, ground) => {
      const page = await open(`?theme=${theme}`);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      const stage = page.locator('#stage');
      await stage.locator('canvas.still').waitFor();
      expect(await stage.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(ground);
      expect(await page.locator('#text[open]').count()).toBe(1);
    });

    it('is printed with its credit, however low the frame is that an article gives it', async () => {
      const site = await serveArticle(
        `<iframe src="${the().url}/embed?type=SUPPORTS" title="Graph" width="600" height="480"></iframe>`,
      );
      const page = await the().open();
      await page.goto(site.url);
      const frame = page.frames()[1];
      if (!frame) throw new Error('The article has no frame.');
      await drawn(frame);
      await frame.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      const below = () =>
        frame.evaluate(() => {
          const credit = document.getElementById('live')?.getBoundingClientRect();
          return credit ? credit.bottom - innerHeight : Number.POSITIVE_INFINITY;
        });
      await expect.poll(below).toBeLessThanOrEqual(0);
      expect(await frame.locator('#text[open]').count()).toBe(0);
      await site.close();
    });

    it('whose looks are a measure fetches nothing of the explorer', async () => {
      const page = await open('?colour=camps&size=degree');
      const fetched = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      expect(fetched.some((name) => name.includes('/assets/drawing-'))).toBe(true);
      expect(fetched.filter((name) => name.includes('/assets/explorer-'))).toEqual([]);
    });

    it('says so where nothing can be drawn, and opens the text', async () => {
      const page = await the().open('embed');
      await page.context().addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
      });
      await page.reload();
      await page.getByText('This browser cannot draw the picture. It stands still').waitFor();
      expect(await page.locator('#text[open]').count()).toBe(1);
      expect(await page.getByRole('button', { name: 'Zoom in' }).isVisible()).toBe(false);
      const still = page.locator('#still img');
      await expect
        .poll(() => still.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 20_000 })
        .toBe(640);
      // Large enough to be read, though the open text leaves no room.
      expect((await still.boundingBox())?.height).toBeGreaterThan(380);
      expect(await findings(page)).toEqual([]);
    });

    it.each([
      'caption=%3Cimg+src%3Dx+onerror%3Ddocument.title%3D1%3E',
      'focus=%3Cscript%3Edocument.title%3D1%3C/script%3E',
      '__proto__=1&constructor=2',
      'packed=eyJwaW5zIjp7Il9fcHJvdG9fXyI6WzEsMl19fQ',
      'depth=1e309&seed=99999999999999999999',
      '%ff%fe=%E0%A4%A',
    ])('takes %s for what it is: text', async (search) => {
      const page = await the().open(`embed?${search}`);
      await page.waitForSelector('body[data-state="drawn"]');
      expect(await page.locator('img:not(.still), script:not([src])').count()).toBe(0);
      expect(await page.title()).not.toBe('1');
      expect(the().faults()).toEqual([]);
    });

    it('shows the same picture where it is only pointed at, and keeps it however it is dragged', async () => {
      const search = '?focus=ukraine-nato-membership&depth=1&type=SUPPORTS&type=OPPOSES&controls=false';
      const pictureOf = async (more: string) => {
        const page = await open(search + more);
        return [page, await page.locator('#stage').screenshot()] as const;
      };
      const [, full] = await pictureOf('');
      const [page, hovered] = await pictureOf('&interaction=hover');
      expect(hovered.equals(full)).toBe(true);
      await page.mouse.move(500, 80);
      await page.mouse.down();
      await page.mouse.move(300, 120, { steps: 4 });
      await page.mouse.up();
      await page.mouse.move(1, 1);
      expect((await page.locator('#stage').screenshot()).equals(full)).toBe(true);
    });

    it('is a still picture that holds no WebGL where it answers to nothing', async () => {
      const page = await open('?interaction=none');
      await page.locator('canvas.still').waitFor();
      await page.locator('[role=application]').waitFor({ state: 'detached' });
    });
  });

  describe('embeds in an article', () => {
    let served: Awaited<ReturnType<typeof serveArticle>> | undefined;
    afterEach(() => served?.close());
    const article = async (html: string, options: Parameters<ExplorerPage['open']>[1] = {}) => {
      served = await serveArticle(html);
      const page = await the().open('api/status', options);
      await page.goto(served.url);
      return page;
    };
    const frameAt = async (page: Page, at: number) => {
      const frame = await (await page.locator('iframe').nth(at).elementHandle())?.contentFrame();
      if (!frame) throw new Error(`There is no frame ${at}.`);
      return frame;
    };

    it('lets the wheel scroll the article, and zooms only with Ctrl', async () => {
      const page = await article(
        `<iframe src="${the().url}/embed" title="Graph" width="800" height="500"></iframe><div style="height:3000px"></div>`,
      );
      const frame = await frameAt(page, 0);
      await drawn(frame);
      await page.mouse.move(400, 250);
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -300);
      await page.keyboard.up('Control');
      // The view's camera, and with it the link to the live view, follows.
      await frame.locator('#live[href*="packed="]').waitFor({ state: 'attached' });
      expect(await page.evaluate(() => scrollY)).toBe(0);
      // A browser takes wheels in quick succession for one gesture, which stays where it began.
      await expect
        .poll(
          async () => {
            await page.mouse.wheel(0, 200);
            return page.evaluate(() => scrollY);
          },
          { timeout: 30_000, interval: 700 },
        )
        .toBeGreaterThan(100);
    });

    it('says how it is zoomed to whoever scrolls by', async () => {
      const page = await open();
      await page.mouse.move(400, 250);
      await page.mouse.wheel(0, 100);
      await page.getByText(/Hold (Ctrl|⌘) and scroll to zoom/).waitFor();
    });

    it('draws ten on one page with one script and one fetch, and loses no context', {
      timeout: 240_000,
    }, async () => {
      const asked: { url: string; bytes: number }[] = [];
      const html = Array.from(
        { length: 10 },
        () => '<entente-graph view="type=SUPPORTS" height="420"></entente-graph>',
      ).join('<p>Text between.</p>');
      const page = await article(`<script type="module" src="${the().url}/embed.js"></script>${html}`);
      page.setDefaultTimeout(60_000);
      page.on('response', async (response) => {
        const sizes = await response
          .request()
          .sizes()
          .catch(() => undefined);
        asked.push({
          url: response.url(), // Below zero for what came from the browser's cache.
          bytes: Math.max(0, sizes?.responseBodySize ?? 0),
        });
      });
      await page.reload();
      for (let at = 0; at < 10; at += 1) {
        await page.evaluate((nth) => document.querySelectorAll('entente-graph')[nth]?.scrollIntoView(), at);
        await drawn(await frameAt(page, at));
      }
      await page.evaluate(() => scrollTo(0, 0));
      const first = await frameAt(page, 0);
      await first.locator('[role=application]').waitFor();
      let contexts = 0;
      for (let at = 0; at < 10; at += 1) {
        const frame = await frameAt(page, at);
        expect(await frame.getAttribute('body', 'data-state')).toBe('drawn');
        const shows = await frame.locator('canvas.still, [role=application]').count();
        expect(shows, `embed ${at}`).toBeGreaterThan(0);
        contexts += await frame.locator('[role=application]').count();
      }
      // What is far out of sight is a bitmap.
      expect(contexts).toBeLessThan(10);
      expect(the().faults()).toEqual([]);
      const graphs = asked.filter(({ url, bytes }) => url.includes('/api/graph?type=') && bytes > 0);
      expect(graphs.length).toBe(1);
      // Of each script the one answer that was not from the cache is what it takes to draw one.
      const scripts = asked.filter(({ url }) => url.endsWith('.js'));
      const largest = Math.max(...scripts.map(({ bytes }) => bytes));
      expect(largest).toBeGreaterThan(50_000);
      const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, each) => all + each, 0);
      const one = sum(
        [...new Set(scripts.map(({ url }) => url))].map((url) =>
          Math.max(...scripts.filter((each) => each.url === url).map(({ bytes }) => bytes)),
        ),
      );
      expect(sum(scripts.map(({ bytes }) => bytes))).toBeLessThanOrEqual(1.3 * one);
    });

    it('does what it was told before it was there, and speaks to a page that does not say who it is', async () => {
      const page = await article(
        `<meta name="referrer" content="no-referrer"><div style="height:9000px"></div>
        <script type="module" src="${the().url}/embed.js"></script><entente-graph view="type=SUPPORTS"></entente-graph>`,
      );
      await page.addScriptTag({
        type: 'module',
        content: `await customElements.whenDefined('entente-graph');
          const graph = document.querySelector('entente-graph');
          graph.addEventListener('entente-ready', ({ detail }) => { document.title = detail.view; });
          graph.setAttribute('view', 'type=OPPOSES');
          graph.select(['${edge()}']);`,
      });
      await page.locator('entente-graph').scrollIntoViewIfNeeded();
      await expect.poll(() => page.title(), { timeout: 15_000 }).toBe(`type=OPPOSES&select=${edge()}`);
    });

    it('talks with its page: ready, height, selection, another view', async () => {
      const page = await article(
        `<script type="module" src="${the().url}/embed.js"></script><entente-graph view="type=SUPPORTS"></entente-graph>`,
      );
      const told = page.evaluate(
        () =>
          new Promise<FromEmbed>((resolve) => {
            document.addEventListener('entente-ready', (event) => resolve((event as CustomEvent).detail));
          }),
      );
      expect(await told).toMatchObject({ protocol: 'entente/1', type: 'ready', view: 'type=SUPPORTS' });
      const chosen = page.evaluate(
        (key) =>
          new Promise<FromEmbed>((resolve) => {
            const graph = document.querySelector('entente-graph') as HTMLElement & {
              select(keys: string[]): void;
            };
            graph.addEventListener('entente-selection', (event) => resolve((event as CustomEvent).detail));
            graph.select([key]);
          }),
        edge(),
      );
      expect(await chosen).toMatchObject({ type: 'selection', keys: [edge()] });
      const frame = await frameAt(page, 0);
      const refused = page.evaluate(
        () =>
          new Promise<FromEmbed>((resolve) => {
            const graph = document.querySelector('entente-graph') as HTMLElement;
            graph.addEventListener('entente-refused', (event) => resolve((event as CustomEvent).detail));
            graph.setAttribute('view', 'type=OPPOSES&nonsense=1');
          }),
      );
      expect(await refused).toMatchObject({ type: 'refused', details: [{ path: 'nonsense' }] });
      await frame.locator('#live[href*="type=OPPOSES"]').waitFor();
      const answers = page.evaluate(
        () =>
          new Promise<FromEmbed[]>((resolve) => {
            const graph = document.querySelector('entente-graph') as HTMLElement & {
              setView(view: string): void;
              step(to: 'next'): void;
            };
            const heard: FromEmbed[] = [];
            for (const name of ['entente-ready', 'entente-refused'])
              graph.addEventListener(name, ({ detail }: CustomEventInit<FromEmbed>) => {
                // The view of before may be there only now.
                if (!detail || (detail.type === 'ready' && !detail.view.includes('ATTENDS'))) return;
                heard.push(detail);
                if (heard.length === 2) resolve(heard);
              });
            graph.step('next');
            graph.setView('type=ATTENDS');
          }),
      );
      expect(await answers).toMatchObject([
        { type: 'refused', details: [{ path: 'to', message: 'No story is told here.' }] },
        { type: 'ready', view: 'type=ATTENDS' },
      ]);
      const height = () =>
        page.locator('entente-graph').evaluate((graph) => graph.getBoundingClientRect().height);
      const before = await height();
      await frame.getByText(/^As text:/).click();
      await page.waitForFunction(
        (was) => (document.querySelector('entente-graph')?.getBoundingClientRect().height ?? 0) > was,
        before,
      );
    });

    it('hears its own page alone', async () => {
      const page = await article(
        `<iframe id="graph" src="${the().url}/embed?type=SUPPORTS" title="Graph" width="800" height="500"></iframe>
         <iframe id="other" srcdoc="<p>Other</p>" title="Other"></iframe>`,
      );
      const frame = await frameAt(page, 0);
      await drawn(frame);
      const other = await frameAt(page, 1);
      await other.evaluate(() => {
        const message = { protocol: 'entente/1', type: 'set-view', view: 'type=OPPOSES' };
        (parent[0] as Window).postMessage(message, '*');
      });
      await frame.evaluate(() => postMessage({ protocol: 'entente/1', type: 'select', keys: ['x'] }, '*'));
      await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      expect(await frame.locator('#live').getAttribute('href')).toContain('type=SUPPORTS');
    });
  });

  describe('the dialog to share a view', () => {
    it('makes the snippet that its preview shows, and leaves axe-core nothing to find', async () => {
      const page = await the().open('?type=SUPPORTS');
      await page.locator('.canvas [role=application]').waitFor();
      await page.getByRole('button', { name: 'Share or embed this view' }).click();
      const dialog = page.getByRole('dialog');
      const snippet = dialog.getByLabel('To paste into the other page');
      expect(await snippet.inputValue()).toMatch(/^<iframe src="[^"]+\/embed\?type=SUPPORTS&amp;snapshot=/);
      await dialog.getByLabel('Pointing only').check();
      await dialog.getByLabel('Legend').uncheck();
      await dialog.getByLabel('Dark').check();
      expect(await snippet.inputValue()).toMatch(/theme=dark.*legend=false&amp;interaction=hover/);
      // It would have none, and is not offered any.
      const buttons = dialog.getByLabel('Buttons to zoom');
      expect([await buttons.isDisabled(), await buttons.isChecked()]).toEqual([true, false]);
      const preview = await (await page.locator('.share-preview').elementHandle())?.contentFrame();
      await preview?.waitForSelector('body[data-state="drawn"][data-interaction="hover"]');
      await dialog.getByLabel('Fixed').check();
      await dialog.getByLabel('Width').fill('1000');
      await dialog.getByLabel('Height').fill('500');
      expect(await snippet.inputValue()).toContain('width="1000" height="500"');
      for (const wrong of ['', '99999999']) {
        await dialog.getByLabel('Width').fill(wrong);
        await dialog.getByText('Width and height go from 200 to 4,000 pixels.').waitFor();
        expect(await snippet.inputValue()).toContain('width="1000" height="500"');
      }
      await dialog.getByLabel('Width').fill('1000');
      // The embed has the room that it will have, shown as a whole.
      const room = () => preview?.evaluate(() => [innerWidth, innerHeight]);
      await expect.poll(room).toEqual([1000, 500]);
      const box = await page.locator('.share-preview').boundingBox();
      expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(2, 1);
      const dialogBox = await dialog.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(
        (dialogBox?.x ?? 0) + (dialogBox?.width ?? 0),
      );
      await dialog.getByLabel('Web component').check();
      expect(await snippet.inputValue()).toMatch(/<entente-graph view="[^"]+" src="[^"]+" theme="dark"/);
      expect(await findings(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Copy snippet' }).click();
      // By its role, as a screen reader finds it, not beside the dialog.
      await page
        .getByRole('status')
        .getByText(/snippet/)
        .waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    });
  });
}
