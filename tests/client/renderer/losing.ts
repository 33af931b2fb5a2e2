import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atRest, type PicturePage } from './picture-page.ts';

/** Takes the graphics away as the browser does when its graphics process has crashed. */
const lose = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('#picture canvas');
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });

/** Pictures whose graphics are taken away. */
export function losing({ opened, boxes, site }: PicturePage): void {
  test('comes back to the pixel when its graphics are lost, with camera, selection and focus', async () => {
    const view = { camera: { x: 60, y: -40, ratio: 0.8 }, select: ['person-11'] };
    const page = await opened(view);
    const before = await page.screenshot();
    const labels = await boxes(page);
    for (let losses = 1; losses <= 2; losses += 1) {
      await page.evaluate(() => window.opened?.handle.element.focus());
      await lose(page);
      await page.waitForFunction((wanted) => window.opened?.pictures === wanted, losses + 1);
      await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'application');
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await atRest(page);
      expect(await boxes(page)).toEqual(labels);
      expect((await page.screenshot()).equals(before)).toBe(true);
    }
    await lose(page);
    await page.waitForFunction(() => window.opened?.stands !== undefined);
    expect(await page.evaluate(() => window.opened?.stands)).toContain('static');
    expect(await page.evaluate(() => document.querySelectorAll('#picture canvas').length)).toBe(0);
    await page.close();
  });

  test('of a big graph comes back with its overview', async () => {
    const page = await site().open({ viewport: { width: 900, height: 600 }, reducedMotion: 'reduce' });
    await page.evaluate(() => {
      window.opened = window.openPicture({}, window.graphs.large(1500, 3000));
    });
    await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 0);
    await atRest(page);
    const before = await page.screenshot();
    await lose(page);
    await page.waitForFunction(() => window.opened?.pictures === 2);
    await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 0);
    await atRest(page);
    expect((await page.screenshot()).equals(before)).toBe(true);
    await page.close();
  });
}
