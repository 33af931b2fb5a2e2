import { expect, test } from 'vitest';
import type {} from './page/main.ts';
import { atRest, type PicturePage } from './picture-page.ts';

/** Where nodes are, whatever is done to the picture. */
export function places({ opened, boxes, calls, site }: PicturePage): void {
  test('moves no node when some are filtered out and come back, and leaves hidden ones out', async () => {
    const page = await opened({ camera: { x: 0, y: 0, ratio: 1 } });
    const places = () =>
      page.evaluate(() =>
        ['state-0', 'issue-0', 'person-3'].map((key) => window.opened?.handle.pointOf(key) ?? null),
      );
    const before = await places();
    await page.evaluate(() => {
      const { store } = window.opened ?? {};
      const graph = store?.getState().graph;
      if (graph?.state !== 'ready') return;
      const nodes = graph.value.nodes.filter(({ key }) => key !== 'state-0');
      const edges = graph.value.edges.filter(
        ({ source, target }) => source !== 'state-0' && target !== 'state-0',
      );
      store?.setState({ graph: { state: 'ready', value: { ...graph.value, nodes, edges } } });
      Object.assign(window, { whole: graph });
    });
    await atRest(page);
    expect(await places()).toEqual([null, before[1], before[2]]);
    await page.evaluate(() => {
      window.opened?.store.setState({ graph: (window as unknown as { whole: never }).whole });
      window.opened?.change({ hide: ['issue-0'] });
    });
    await atRest(page);
    expect(await places()).toEqual([before[0], null, before[2]]);
    await page.close();
  });

  test('is never empty, also not for the frame in which it becomes larger or smaller', async () => {
    const page = await opened();
    const painted = await page.evaluate(async () => {
      const element = window.opened?.handle.element as HTMLElement;
      const canvas = element.querySelector('canvas') as HTMLCanvasElement;
      const isPainted = () => {
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext(
          '2d',
        ) as OffscreenCanvasRenderingContext2D;
        copy.drawImage(canvas, 0, 0);
        return copy.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0);
      };
      const found: boolean[] = [];
      for (const height of ['500px', '700px'])
        await new Promise<void>((done) => {
          // It is told after the picture is, in the same frame; the first time of the size that is there.
          const observer = new ResizeObserver(() => {
            if (element.parentElement?.style.height !== height) return;
            found.push(isPainted());
            observer.disconnect();
            done();
          });
          (element.parentElement as HTMLElement).style.height = height;
          observer.observe(element);
        });
      return found;
    });
    expect(painted).toEqual([true, true]);
    await page.close();
  });

  test('moves no node that has a place, however the picture grows, shrinks and starts anew', async () => {
    const page = await site().open({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    const moved = await page.evaluate(async () => {
      const all = window.graphs.story();
      const part = (holds: (at: number) => boolean) => {
        const keys = new Set(all.nodes.filter((_, at) => holds(at)).map(({ key }) => key));
        return {
          ...all,
          nodes: all.nodes.filter(({ key }) => keys.has(key)),
          edges: all.edges.filter(({ source, target }) => keys.has(source) && keys.has(target)),
        };
      };
      const pictures = [
        part((at) => at % 3 === 0),
        part((at) => at % 3 === 0 || at % 5 === 0),
        part((at) => at % 5 === 0),
        part(() => false),
        part((at) => at % 3 === 1 && at % 5 !== 0),
        all,
        part((at) => at % 3 === 0),
      ];
      const opened = window.openPicture({}, pictures[0]);
      window.opened = opened;
      const placed = async (keys: string[]) => {
        while (!keys.every((key) => opened.store.getState().positions.has(key)))
          await new Promise((passed) => setTimeout(passed, 20));
        return opened.store.getState().positions;
      };
      const wrong: string[] = [];
      let before = await placed((pictures[0]?.nodes ?? []).map(({ key }) => key));
      for (const value of pictures) {
        opened.store.setState({ graph: { state: 'ready', value } });
        const after = await placed(value.nodes.map(({ key }) => key));
        for (const [key, { x, y }] of before) {
          const now = after.get(key);
          if (now?.x !== x || now.y !== y) wrong.push(key);
        }
        before = after;
      }
      return { wrong, placed: before.size, nodes: all.nodes.length };
    });
    expect(moved.wrong).toEqual([]);
    expect(moved.placed).toBe(moved.nodes);
    await page.close();
  });

  test('puts every node at the same place, whether it is filtered live or opened so', async () => {
    const places = async (live: boolean) => {
      const page = await site().open({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
      await page.evaluate((whole) => {
        const all = window.graphs.story();
        const kept = new Set(all.nodes.filter((_, at) => at % 3 === 0).map(({ key }) => key));
        const part = {
          ...all,
          nodes: all.nodes.filter(({ key }) => kept.has(key)),
          edges: all.edges.filter(({ source, target }) => kept.has(source) && kept.has(target)),
        };
        Object.assign(window, { part });
        window.opened = window.openPicture({}, whole ? all : part, all);
      }, live);
      await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 0);
      await page.evaluate(() => {
        const { part } = window as unknown as { part: never };
        window.opened?.store.setState({ graph: { state: 'ready', value: part } });
      });
      await atRest(page);
      const found = await page.evaluate(() => {
        const { handle, store } = window.opened ?? {};
        const { graph } = store?.getState() ?? {};
        const nodes = graph?.state === 'ready' ? graph.value.nodes : [];
        return nodes.map(
          ({ key }) => [key, handle?.pointOf(key)?.x ?? 0, handle?.pointOf(key)?.y ?? 0] as const,
        );
      });
      const marks = await page.evaluate(() => performance.getEntriesByName('entente-drawn').length);
      const labels = await boxes(page);
      await page.close();
      return { found, marks, labels };
    };
    const [live, fresh] = [await places(true), await places(false)];
    expect(live.found.length).toBeGreaterThan(10);
    for (const [at, [key, x, y]] of live.found.entries()) {
      const [same, left, top] = fresh.found[at] ?? ['', 0, 0];
      expect(same).toBe(key);
      expect(left).toBeCloseTo(x, 6);
      expect(top).toBeCloseTo(y, 6);
    }
    expect(live.labels).toEqual(fresh.labels);
    expect([live.marks, fresh.marks]).toEqual([1, 1]);
  });

  test('is the same again after it was hidden, and whatever the window was meanwhile', async () => {
    const page = await opened();
    const before = await boxes(page);
    await page.evaluate(() => document.querySelector('#picture')?.toggleAttribute('hidden', true));
    await page.setViewportSize({ width: 700, height: 900 });
    await page.waitForTimeout(300);
    await page.evaluate(() => document.querySelector('#picture')?.toggleAttribute('hidden', false));
    await page.waitForTimeout(300);
    expect(await boxes(page)).not.toEqual(before);
    await page.setViewportSize({ width: 1280, height: 800 });
    await atRest(page);
    expect(await boxes(page)).toEqual(before);
    expect(await calls(page, 'moveCamera')).toEqual([]);
    await page.close();
  });

  test('is the same whether the graph was laid out before it was mounted or after', async () => {
    const after = await opened();
    const page = await site().open({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    const positions = await after.evaluate(() => [...(window.opened?.store.getState().positions ?? [])]);
    await page.evaluate((laid) => {
      const graph = { state: 'ready', value: window.graphs.story() } as const;
      window.opened = window.openPicture({}, graph.value, undefined, { graph, positions: new Map(laid) });
    }, positions);
    await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 0);
    await atRest(page);
    expect(await boxes(page)).toEqual(await boxes(after));
    expect((await page.screenshot()).equals(await after.screenshot())).toBe(true);
    await page.close();
    await after.close();
  });

  test.each(['hierarchy', 'groups'] as const)(
    'has no label over another in a layout by %s',
    async (layout) => {
      const page = await opened({ layout });
      const labels = await boxes(page);
      expect(labels.length).toBeGreaterThan(25);
      labels.forEach((label, at) => {
        const over = labels
          .slice(at + 1)
          .filter(
            (other) =>
              Math.min(label.left + label.width, other.left + other.width) >
                Math.max(label.left, other.left) + 0.01 &&
              Math.min(label.top + label.height, other.top + other.height) >
                Math.max(label.top, other.top) + 0.01,
          );
        expect(over).toEqual([]);
      });
      await page.close();
    },
  );

  test('gives up a layout that is no longer wanted', async () => {
    const page = await opened();
    await page.evaluate(() => {
      for (const seed of [11, 12, 13]) window.opened?.change({ seed });
    });
    await page.waitForFunction(
      () => (window.opened?.calls ?? []).filter(([name]) => name === 'setPositions').length === 2,
    );
    await atRest(page);
    expect(await calls(page, 'setPositions')).toHaveLength(2);
    const [here, there] = [await boxes(page), await boxes(await opened({ seed: 13 }))];
    expect(here).toEqual(there);
    await page.close();
  });
}
