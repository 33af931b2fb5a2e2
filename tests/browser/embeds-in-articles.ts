import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { FromEmbed } from '../../server/core/contract/embed-protocol.ts';
import type { ExplorerPage } from '../setup/explorer-page.ts';
import { drawn, embedPage } from './tools/embed-page.ts';
import { serveArticle } from './tools/serve-article.ts';

/** Embeds on pages of other sites. */
export function embedsInArticles(the: () => ExplorerPage): void {
  const { edge, open } = embedPage(the);

  describe('embeds in an article', () => {
    let served: Awaited<ReturnType<typeof serveArticle>> | undefined;
    afterEach(() => served?.close());
    const article = async (html: string, options: Parameters<ExplorerPage['open']>[1] = {}) => {
      served = await serveArticle(html);
      const page = await the().open('api/status', options);
      // Its frames are part of it, and the first of them may be the first that the database is asked.
      await page.goto(served.url, { timeout: 60_000 });
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
        { type: 'refused', details: [{ path: 'to', message: 'There is no story here.' }] },
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

    // As WordPress frames what it does not know.
    it('is drawn and gives details in a frame that walls it off, and tells a story there', async () => {
      const frameOf = (search: string) =>
        `<iframe sandbox="allow-scripts" src="${the().url}/embed${search}" title="Graph" width="800" height="700"></iframe>`;
      const page = await article(
        `${frameOf(`?select=${edge()}`)}${frameOf('?story=eve-of-the-meeting&colour=pagerank')}`,
      );
      const [frame, story] = [await frameAt(page, 0), await frameAt(page, 1)];
      expect(await frame.evaluate(() => self.origin)).toBe('null');
      await drawn(frame);
      await frame.locator('dt').getByText('Asserted by').waitFor();
      await story.locator('#stage').scrollIntoViewIfNeeded();
      await drawn(story);
      await story.getByRole('button', { name: 'Next' }).click();
      await story.locator('#live[href*="step=2"]').waitFor({ state: 'attached' });
      expect(the().faults()).toEqual([]);
    });

    it('shows its still picture and its text in a frame that lets no script run', async () => {
      const page = await article(
        `<iframe sandbox src="${the().url}/embed?type=SUPPORTS" title="Graph" width="800" height="600"></iframe>`,
      );
      const frame = page.frameLocator('iframe');
      const still = frame.locator('img.still').first();
      await expect
        .poll(() => still.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(0);
      await frame.getByText(/^As text:/).waitFor();
    });
  });
}
