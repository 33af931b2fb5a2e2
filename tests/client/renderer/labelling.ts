import { expect, test } from 'vitest';
import type {} from './page/main.ts';
import { atRest, type PicturePage } from './picture-page.ts';

/** What is named, and where. */
export function labelling({ opened, boxes }: PicturePage): void {
  test.each([
    [1280, 800, 'light', 41],
    [1280, 800, 'dark', 41],
    [360, 740, 'light', 12],
    [3840, 2160, 'dark', 41],
  ] as const)(
    'at rest on %i × %i in the %s theme has no label over another or cut off',
    async (width, height, theme, least) => {
      const page = await opened({ theme }, { width, height });
      const labels = await boxes(page);
      expect(labels.length).toBeGreaterThanOrEqual(least - 2);
      labels.forEach((label, at) => {
        expect(label.left).toBeGreaterThanOrEqual(0);
        expect(label.top).toBeGreaterThanOrEqual(0);
        expect(label.left + label.width).toBeLessThanOrEqual(width);
        expect(label.top + label.height).toBeLessThanOrEqual(height);
        const over = labels
          .slice(at + 1)
          .filter(
            (other) =>
              Math.min(label.left + label.width, other.left + other.width) -
                Math.max(label.left, other.left) >
                0.01 &&
              Math.min(label.top + label.height, other.top + other.height) - Math.max(label.top, other.top) >
                0.01,
          );
        expect(over.map(({ text }) => `${label.text} / ${text}`)).toEqual([]);
      });
      await page.close();
    },
  );

  test('labels more of the nodes on the canvas when it is zoomed in', async () => {
    const page = await opened({}, { width: 360, height: 740 });
    const share = () =>
      page.evaluate(() => {
        const { handle, store } = window.opened ?? {};
        const graph = store?.getState().graph;
        const nodes = graph?.state === 'ready' ? graph.value.nodes : [];
        const seen = nodes.filter(({ key }) => handle?.pointOf(key)).length;
        return (handle?.labelBoxes().length ?? 0) / seen;
      });
    const before = await share();
    for (let step = 0; step < 4; step++) await page.evaluate(() => window.opened?.handle.zoomIn());
    await atRest(page);
    expect(await share()).toBeGreaterThan(before + 0.1);
    await page.close();
  });

  test('names nearly every node with four edges or more beside open panels, and nothing under them', async () => {
    const page = await opened();
    const controls = [{ left: 854, top: 503, width: 34, height: 98 }];
    await page.evaluate(
      (given) => window.opened?.handle.setInsets({ top: 48, right: 384, bottom: 192, left: 296 }, given),
      controls,
    );
    await atRest(page);
    const labels = await boxes(page);
    const wanted = await page.evaluate(() => {
      const state = window.opened?.store.getState().graph;
      const degrees = new Map<string, number>();
      for (const { source, target } of state?.state === 'ready' ? state.value.edges : [])
        for (const key of new Set([source, target])) degrees.set(key, (degrees.get(key) ?? 0) + 1);
      return [...degrees].filter(([, degree]) => degree >= 4).map(([key]) => key);
    });
    expect(wanted.length).toBeGreaterThan(15);
    const named = new Set(labels.map(({ key }) => key));
    // The rest have no place where they would be nearest to their own node.
    expect(wanted.filter((key) => !named.has(key)).length).toBeLessThan(0.15 * wanted.length);
    for (const { left, top, width, height } of labels) {
      expect(left).toBeGreaterThanOrEqual(296);
      expect(left + width).toBeLessThanOrEqual(896.01);
      expect(top).toBeGreaterThanOrEqual(48);
      expect(top + height).toBeLessThanOrEqual(608.01);
      for (const over of controls) expect(left + width <= over.left || top + height <= over.top).toBe(true);
    }
    await page.close();
  });
}
