import { expect, test } from 'vitest';
import type { View } from '../../../server/core/view/view.ts';
import type {} from './page/main.ts';
import { atRest, type PicturePage } from './picture-page.ts';

/** Where the picture is looked at from. */
export function camera({ opened, boxes, calls }: PicturePage): void {
  test('tells the view where the camera is, and comes back to it on another window', async () => {
    const page = await opened();
    await page.mouse.move(12, 788);
    await page.mouse.wheel(0, -300);
    await page.waitForFunction(() => window.opened?.calls.some(([name]) => name === 'moveCamera'));
    await page.waitForTimeout(300);
    const moves = await calls(page, 'moveCamera');
    expect(moves).toHaveLength(1);
    const camera = moves[0]?.[1] as View['camera'];
    const here = await boxes(page);
    await page.close();
    if (!camera) throw new Error('The camera told nothing.');
    const again = await opened({ camera });
    const there = await boxes(again);
    expect(there.map(({ key }) => key)).toEqual(here.map(({ key }) => key));
    for (const [at, label] of there.entries())
      expect(Math.abs(label.left - (here[at]?.left ?? 0))).toBeLessThan(1);
    await again.evaluate(() => window.opened?.handle.fit());
    await atRest(again);
    expect(await calls(again, 'moveCamera')).toEqual(
      [['moveCamera', null]].map(([name]) => [name, undefined]),
    );
    await again.close();
  });

  test('is walked by keys, with a ring, and selects, clears and zooms by them', async () => {
    const page = await opened();
    const bare = await page.screenshot();
    await page.keyboard.press('Tab');
    await page.waitForTimeout(300);
    expect((await page.screenshot()).equals(bare)).toBe(false);
    const first = await page.evaluate(() => window.opened?.store.getState().hovered);
    await page.keyboard.press('ArrowRight');
    const second = await page.evaluate(() => window.opened?.store.getState().hovered);
    expect(second).not.toBe(first);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await calls(page, 'select')).toEqual([
      ['select', [second], false],
      ['select', [], false],
    ]);
    await page.keyboard.press('+');
    await atRest(page);
    expect(await calls(page, 'moveCamera')).toHaveLength(1);
    await page.close();
  });

  test('shows everything in what overlays leave free', async () => {
    const page = await opened();
    await page.evaluate(() => window.opened?.handle.setInsets({ top: 56, right: 0, bottom: 100, left: 300 }));
    await atRest(page);
    const points = await page.evaluate(() => {
      const graph = window.opened?.store.getState().graph;
      const nodes = graph?.state === 'ready' ? graph.value.nodes : [];
      return nodes.map(({ key }) => window.opened?.handle.pointOf(key) ?? { x: 0, y: 0 });
    });
    for (const { x, y } of points) {
      expect(x).toBeGreaterThan(300);
      expect(y).toBeGreaterThan(56);
      expect(y).toBeLessThan(700);
    }
    await page.close();
  });
}
