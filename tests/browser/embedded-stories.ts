import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_SET, openDataSet } from '../../seed/seed.ts';
import type { ExplorerPage } from '../setup/explorer-page.ts';
import { fingersOn } from '../setup/touch.ts';
import { drawn } from './tools/embed-page.ts';
import { findings } from './tools/findings.ts';
import { serveArticle } from './tools/serve-article.ts';

const [story] = openDataSet(join(import.meta.dirname, '../../seed/data', BUILT_IN_SET)).stories;
const { id = '', steps = [] } = story ?? {};
const titleOf = (step: number) => steps[step - 1]?.title ?? '';
/** Longer than the picture waits until it takes a camera to have come to rest, in milliseconds. */
const AT_REST = 1_000;

/** Stories that are told in the pages of others. */
export function embeddedStories(the: () => ExplorerPage): void {
  const open = async (search: string, options: Parameters<ExplorerPage['open']>[1] = {}) => {
    const page = await the().open(`embed?${search}`, options);
    await drawn(page);
    return page;
  };
  const told = (page: Page, step: number) =>
    page
      .locator('#story')
      .getByRole('heading', { name: titleOf(step), exact: true })
      .waitFor();

  describe('a story in an embed', () => {
    it('is walked by buttons and arrow keys, which the picture keeps for itself', async () => {
      const page = await open(`story=${id}&step=3`);
      await told(page, 3);
      await page.getByRole('button', { name: 'Next' }).click();
      await told(page, 4);
      await page.getByText(`Step 4 of ${steps.length}`).waitFor();
      await page.keyboard.press('ArrowLeft');
      await told(page, 3);
      await page.locator('[role=application]').focus();
      await page.keyboard.press('ArrowRight');
      await told(page, 3);
      expect(await page.locator('#live').getAttribute('href')).toMatch(/story=.*step=3&.*focus=/);
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      expect(the().faults()).toEqual([]);
    });

    it('shows all of a step also in a low frame, and takes no move of the camera for the reader’s', async () => {
      const page = await open(`story=${id}&step=1`, { viewport: { width: 640, height: 480 } });
      await told(page, 1);
      // A camera that somebody moved is told once it rests.
      await page.waitForTimeout(AT_REST);
      const live = await page.locator('#live').getAttribute('href');
      expect(live).toContain(`story=${id}&step=1`);
      expect(live).not.toContain('packed=');
      expect(the().faults()).toEqual([]);
    });

    it('says all its steps in words, before and after it was walked', async () => {
      const page = await open(`story=${id}`);
      await told(page, 1);
      await page.getByText(`As text: all ${steps.length} steps`).click();
      const headings = page.locator('#text-body h3');
      expect(await headings.allInnerTexts()).toEqual(steps.map(({ title }, at) => `${at + 1}. ${title}`));
      const words = await page.locator('#text-body').innerText();
      await page.getByRole('button', { name: 'Next' }).click();
      await told(page, 2);
      expect(await page.locator('#text-body').innerText()).toBe(words);
    });

    it('is walked by links where no script runs', async () => {
      const page = await the().open(`embed?story=${id}&legend=false`, { javaScriptEnabled: false });
      await told(page, 1);
      await page.getByRole('link', { name: 'Next' }).click();
      await told(page, 2);
      expect(new URL(page.url()).search).toBe(`?story=${id}&step=2&legend=false`);
    });

    it('goes on by a swipe to the left and back by one to the right, on a touch screen', async () => {
      const page = await open(`story=${id}&step=2`, {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      });
      await told(page, 2);
      const fingers = await fingersOn(page);
      await page.locator('#story').scrollIntoViewIfNeeded();
      const box = await page.locator('#story').boundingBox();
      const y = (box?.y ?? 0) + 40;
      await fingers.drag({ from: { x: 320, y }, to: { x: 120, y: y + 8 } });
      await told(page, 3);
      await fingers.drag({ from: { x: 120, y }, to: { x: 320, y } });
      await told(page, 2);
      await fingers.drag({ from: { x: 200, y: y + 60 }, to: { x: 190, y: y - 60 } });
      await told(page, 2);
    });

    it('tells its page of each step, and takes the next, the previous and a number', async () => {
      const { url, close } = await serveArticle(
        `<script type="module" src="${the().url}/embed.js"></script>
         <entente-graph story="${id}" step="2" legend="false"></entente-graph>`,
      );
      try {
        const page = await the().open('api/status');
        await page.addInitScript(() => {
          const heard: unknown[] = [];
          Object.assign(window, { heard });
          document.addEventListener('entente-step', ({ detail }: CustomEventInit & Event) =>
            heard.push(detail),
          );
        });
        await page.goto(url);
        const last = () =>
          page.evaluate(() => (window as unknown as { heard: { step: number }[] }).heard.at(-1));
        const is = (step: number) =>
          expect.poll(last, { timeout: 20_000 }).toEqual({
            ...{ protocol: 'entente/1', type: 'step', story: id },
            ...{ step, steps: steps.length, title: titleOf(step) },
          });
        await is(2);
        const go = (to: 'next' | 'previous' | number) =>
          page.evaluate((step) => {
            const graph = document.querySelector('entente-graph') as HTMLElement & {
              step(to: unknown): void;
            };
            graph.step(step);
          }, to);
        await go('next');
        await is(3);
        await go('previous');
        await is(2);
        await go(7);
        await is(7);
        await page.evaluate(() => document.querySelector('entente-graph')?.setAttribute('step', '4'));
        await is(4);
        // There is no such step: it stays where it is.
        await go(100);
        await go('next');
        await is(5);
        expect(the().faults()).toEqual([]);
      } finally {
        await close();
      }
    });

    it('says so where there is no such story, and shows the view', async () => {
      const page = await open('story=never-told&type=SUPPORTS');
      await page.getByText('The story cannot be shown.').waitFor();
      expect(await page.locator('#story').isVisible()).toBe(false);
    });

    it.each([
      ['light', 800],
      ['dark', 390],
    ] as const)('leaves axe-core nothing to find, %s, %i wide', async (colorScheme, width) => {
      const page = await open(`story=${id}&step=3`, { colorScheme, viewport: { width, height: 700 } });
      await told(page, 3);
      await page.getByText(/^As text:/).click();
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    });

    it('is chosen in the dialog that shares, whose preview tells it', async () => {
      const page = await the().open(`?story=${id}&step=4`);
      await page.locator('.player').waitFor();
      await page.getByRole('button', { name: 'Share or embed this view' }).click();
      const dialog = page.getByRole('dialog');
      const choice = dialog.getByLabel('Story', { exact: true });
      await expect.poll(() => choice.inputValue()).toBe(id);
      const snippet = dialog.getByLabel('To paste into your page');
      expect(await snippet.inputValue()).toContain(`/embed?story=${id}&amp;step=4&amp;snapshot=`);
      const preview = page.frameLocator('.share-preview');
      await preview.getByRole('heading', { name: titleOf(4), exact: true }).waitFor();
      await choice.selectOption({ label: 'None: this view alone' });
      expect(await snippet.inputValue()).not.toContain('story=');
      expect(await findings(page)).toEqual([]);
    });
  });

  describe('an embed on a touch screen', () => {
    const PHONE = { viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true };

    it('lets one finger scroll the article, and two zoom the picture', async () => {
      const { url, close } = await serveArticle(
        `<meta name="viewport" content="width=device-width"><iframe src="${the().url}/embed" title="Graph" style="border:0;width:100%;height:500px"></iframe><div style="height:3000px"></div>`,
      );
      try {
        const page = await the().open('api/status', PHONE);
        await page.goto(url);
        const frame = page.frameLocator('iframe');
        await frame.locator('body[data-state="drawn"]').waitFor();
        const fingers = await fingersOn(page);
        await fingers.drag(
          { from: { x: 170, y: 200 }, to: { x: 90, y: 150 } },
          { from: { x: 220, y: 240 }, to: { x: 300, y: 290 } },
        );
        await frame.locator('#live[href*="packed="]').waitFor({ state: 'attached' });
        expect(await page.evaluate(() => scrollY)).toBe(0);
        await fingers.drag({ from: { x: 190, y: 320 }, to: { x: 190, y: 80 } });
        await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
      } finally {
        await close();
      }
    });

    it('shows the evidence of what is tapped', async () => {
      const page = await open('start=nothing&add=nato', PHONE);
      const box = await page.locator('[role=application]').boundingBox();
      await page.touchscreen.tap(
        (box?.x ?? 0) + (box?.width ?? 0) / 2,
        (box?.y ?? 0) + (box?.height ?? 0) / 2,
      );
      await page.getByRole('region', { name: 'Details' }).getByRole('heading', { name: 'NATO' }).waitFor();
    });
  });

  describe('an embed on paper', () => {
    it.each([
      ['a view', 'type=SUPPORTS&caption=Who+supports+what', /Mark Rutte supports/],
      ['a story', `story=${id}&step=2`, /warns of|attacks/],
    ])('shows the picture of %s and says it in words, with nothing cut off', async (_, search, words) => {
      const page = await open(search);
      // What stands on the page while it is printed.
      await page.evaluate(() => {
        addEventListener('beforeprint', () => {
          const still = document.querySelector<HTMLCanvasElement>('canvas.still');
          const pixels = still?.getContext('2d')?.getImageData(0, 0, still.width, still.height).data ?? [];
          Object.assign(window, {
            printed: {
              colours: new Set(Array.from({ length: pixels.length / 4 }, (_each, at) => pixels[at * 4])).size,
              open: document.querySelector('#text[open]') !== null,
            },
          });
        });
      });
      const pdf = await page.pdf({ format: 'A4' });
      const printed = await page.evaluate(() => (window as unknown as { printed: unknown }).printed);
      expect(printed).toEqual({ colours: expect.any(Number), open: true });
      expect((printed as { colours: number }).colours).toBeGreaterThan(5);
      const text = pdf.toString('latin1');
      expect(text.match(/\/Subtype \/Image/g)?.length ?? 0).toBeGreaterThan(0);
      expect(text.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(0);
      // Folded again as it was; unfolded on the page, it holds what the paper does.
      expect(await page.locator('#text[open]').count()).toBe(0);
      await page.getByText(/^As text:/).click();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('#text-body').innerText()).toMatch(words);
      expect(await page.locator('.controls, .story-bar').filter({ visible: true }).count()).toBe(0);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('.embed *')]
          .filter((each) => !each.closest('.stage, .unseen, [hidden]'))
          .filter((each) => {
            const { overflowX, overflowY } = getComputedStyle(each);
            const clips = overflowX !== 'visible' || overflowY !== 'visible';
            return (
              clips && (each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1)
            );
          })
          .map(({ className }) => String(className)),
      );
      expect(cut).toEqual([]);
    });
  });
}
