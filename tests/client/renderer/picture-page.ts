import type { Page } from 'playwright-core';
import type { View } from '../../../server/core/view/view.ts';
import type { TestPage } from './browser.ts';
import type {} from './page/main.ts';

/** How often in a row labels and camera must be found unmoved before a picture is taken to be at rest. */
const UNMOVED = 5;

/** Waits until what is drawn changes no more, however long a busy machine takes for its frames and fonts. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async (unmoved) => {
    await document.fonts.ready;
    const state = () => {
      const { handle, calls } = window.opened ?? {};
      return JSON.stringify([handle?.labelBoxes(), calls?.length]);
    };
    let [before, same] = ['', 0];
    while (same < unmoved) {
      // Timers alone would count frames that a busy machine has not drawn yet.
      for (let frame = 0; frame < 3; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
      await new Promise((passed) => setTimeout(passed, 120));
      const now = state();
      same = now === before ? same + 1 : 0;
      before = now;
    }
  }, UNMOVED);
}

/** Pages with a picture in them, and what can be asked of it. */
export type PicturePage = ReturnType<typeof picturePage>;

/** Pictures on the pages of a site, which is there once the tests run. */
export function picturePage(site: () => TestPage) {
  async function opened(view: View = {}, size = { width: 1280, height: 800 }, still = true): Promise<Page> {
    const page = await site().open({ viewport: size, reducedMotion: still ? 'reduce' : 'no-preference' });
    await page.evaluate((given) => {
      window.opened = window.openPicture(given);
    }, view);
    await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 0);
    await atRest(page);
    return page;
  }
  const boxes = (page: Page) => page.evaluate(() => window.opened?.handle.labelBoxes() ?? []);
  const pointOf = async (page: Page, key: string) => {
    const point = await page.evaluate((asked) => window.opened?.handle.pointOf(asked), key);
    if (!point) throw new Error(`${key} is not on the canvas`);
    return point;
  };
  const calls = (page: Page, name: string) =>
    page.evaluate((asked) => (window.opened?.calls ?? []).filter(([each]) => each === asked), name);
  return { site, opened, boxes, pointOf, calls };
}
