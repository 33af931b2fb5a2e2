import { describe, expect, it } from 'vitest';
import type { ExplorerPage } from '../setup/explorer-page.ts';
import { drawn, embedPage } from './tools/embed-page.ts';
import { findings } from './tools/findings.ts';
import { loseGraphics } from './tools/lose-graphics.ts';
import { serveArticle } from './tools/serve-article.ts';

/** The bare picture of a view, by itself. */
export function embeds(the: () => ExplorerPage): void {
  const { edge, open } = embedPage(the);

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
      await page.waitForLoadState('networkidle', { timeout: 60_000 });
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

    it('shows the still picture and says so once its graphics are lost again and again', async () => {
      const page = await open('?type=SUPPORTS');
      await loseGraphics(page, '#stage canvas', 'body[data-state=undrawn]');
      await page.waitForSelector('body[data-state=undrawn]');
      await page.getByText('This browser keeps losing the picture. The picture is still').waitFor();
      const still = page.locator('#stage img.still');
      await expect
        .poll(() => still.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(0);
      expect(await still.getAttribute('src')).toContain('type=SUPPORTS');
      expect(await page.locator('#stage canvas').count()).toBe(0);
      expect(await page.locator('#text').getAttribute('open')).not.toBeNull();
      expect(the().faults()).toEqual([]);
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
        // The room changes until all that is around the picture is there.
        await expect
          .poll(() =>
            stage.evaluate((room) => {
              const canvas = room.querySelector('canvas');
              return canvas && canvas.clientHeight - Math.round(room.getBoundingClientRect().height);
            }),
          )
          .toBe(0);
      },
    );

    it('says in its legend what pale, dotted and marked lines mean, where there are such', async () => {
      const lines = ['Paler: inferred, not stated', 'Contested'];
      const marks = ['Scheduled', 'Expected', 'Announced', 'Proposed', 'Hypothetical', ...lines];
      const said = async (search: string) => {
        const page = await open(search);
        const rows = page.getByRole('list', { name: 'Legend' }).getByRole('listitem');
        await rows.first().waitFor();
        return (await rows.locator('span').allInnerTexts()).filter((each) => marks.includes(each));
      };
      expect(await said('')).toEqual(marks);
      expect(await said('?modality=actual&confidence=stated')).toEqual([]);
      expect(await said('?modality=actual&confidence=inferred')).toEqual(lines.slice(0, 1));
      expect(the().faults()).toEqual([]);
    });

    it('sets each heading of its legend off from what it is about, and names no label that nothing tells', async () => {
      const page = await open('?colour=betweenness&shape=communities&width=confidence&size=pagerank');
      const legend = page.getByRole('list', { name: 'Legend' });
      await legend.getByText('Width: confidence').waitFor();
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
      await expect.poll(() => live.innerText()).toMatch(/, \d+ edges?\./);
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
        expect(await still.getAttribute('alt')).toMatch(/^A picture of \d+ nodes and \d+ edges/);
        const legend = page.getByRole('img', { name: 'Key to the picture.' });
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
      await page.getByText('This browser cannot draw the picture. The picture is still').waitFor();
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
}
