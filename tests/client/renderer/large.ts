import { expect, test } from 'vitest';
import type {} from './page/main.ts';
import { atRest, type PicturePage } from './picture-page.ts';

/** Graphs of many nodes. */
export function large({ boxes, site }: PicturePage): void {
  test('opens a big graph with its top labels', async () => {
    const page = await site().open({ viewport: { width: 1280, height: 800 } });
    await page.evaluate(() => {
      window.opened = window.openPicture({}, window.graphs.large(1500, 3000));
    });
    await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 10);
    expect(await page.getByRole('application').getAttribute('aria-label')).toBe(
      'Graph of 1500 nodes and 3000 edges',
    );
    await page.close();
  });

  test('draws a big graph by a call for all lines and one for all nodes, and takes them out with it', async () => {
    const page = await site().open({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await page.evaluate(() => {
      const { drawArrays } = WebGL2RenderingContext.prototype;
      const drawn: string[] = [];
      WebGL2RenderingContext.prototype.drawArrays = function draw(mode, first, count) {
        drawn.push(`${{ [this.LINES]: 'lines', [this.POINTS]: 'points' }[mode] ?? 'other'} ${count}`);
        drawArrays.call(this, mode, first, count);
      };
      Object.assign(window, { drawn });
      window.opened = window.openPicture({}, window.graphs.large(1500, 3000));
    });
    /** What the frames draw from now on, until labels are at rest. */
    const frames = async () => {
      await page.evaluate(() => {
        (window as unknown as { drawn: string[] }).drawn.length = 0;
        window.opened?.handle.fit();
        window.opened?.handle.zoomIn();
      });
      await atRest(page);
      return page.evaluate(() => (window as unknown as { drawn: string[] }).drawn);
    };
    await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 10);
    expect(await frames()).toEqual(expect.arrayContaining(['lines 6000', 'points 1500']));
    await page.evaluate(() => {
      const { store } = window.opened ?? {};
      const graph = store?.getState().graph;
      if (graph?.state !== 'ready') return;
      const nodes = graph.value.nodes.slice(0, 50);
      const keys = new Set(nodes.map(({ key }) => key));
      const edges = graph.value.edges.filter(({ source, target }) => keys.has(source) && keys.has(target));
      store?.setState({ graph: { state: 'ready', value: { ...graph.value, nodes, edges } } });
    });
    await atRest(page);
    expect((await frames()).filter((call) => call.startsWith('lines'))).toEqual([]);
    await page.close();
  });

  test('selects any node and edge of a big graph where it is, and tells of it in full', async () => {
    const page = await site().open({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await page.evaluate(() => {
      window.opened = window.openPicture({}, window.graphs.large(1500, 3000));
    });
    await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 10);
    await atRest(page);
    const labelled = await boxes(page);
    const points = await page.evaluate(() => {
      const graph = window.opened?.store.getState().graph;
      const keys = graph?.state === 'ready' ? graph.value.nodes.map(({ key }) => key) : [];
      return keys.map((key) => ({ key, at: window.opened?.handle.pointOf(key) }));
    });
    expect(points.every(({ at }) => at)).toBe(true);
    const apart = (one: { x: number; y: number }) =>
      points.every(({ at }) => !at || at === one || Math.hypot(at.x - one.x, at.y - one.y) > 16) &&
      labelled.every(
        ({ left, top, width, height }) =>
          one.x < left || one.x > left + width || one.y < top || one.y > top + height,
      );
    const bare = points.filter(({ at }) => at && apart(at));
    expect(bare.length).toBeGreaterThan(3);
    for (const { key, at } of bare.slice(-3)) {
      // Two clicks in a shorter time are a double click.
      await page.waitForTimeout(400);
      await page.mouse.click(at?.x ?? 0, at?.y ?? 0);
      await page.waitForFunction(
        (wanted) => window.opened?.store.getState().view.select?.[0] === wanted,
        key,
      );
      await page.waitForFunction(
        (wanted) => window.opened?.handle.labelBoxes().some((label) => label.key === wanted),
        key,
      );
    }
    await page.close();
  });

  test('draws all that is in sight of a big graph in full when it is near', async () => {
    const page = await site().open({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await page.evaluate(() => {
      window.opened = window.openPicture({}, window.graphs.large(1500, 3000));
    });
    await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 10);
    const share = () =>
      page.evaluate(() => {
        const { handle, store } = window.opened ?? {};
        const graph = store?.getState().graph;
        const nodes = graph?.state === 'ready' ? graph.value.nodes : [];
        return (handle?.labelBoxes().length ?? 0) / nodes.filter(({ key }) => handle?.pointOf(key)).length;
      });
    await atRest(page);
    const afar = await share();
    for (let step = 0; step < 8; step++) await page.evaluate(() => window.opened?.handle.zoomIn());
    await atRest(page);
    expect(await share()).toBeGreaterThan(Math.max(0.5, 3 * afar));
    await page.close();
  });
}
