import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../../../server/contract/view.ts';
import { hasBrowser } from '../../setup/browser.ts';
import { startTestPage, type TestPage } from './browser.ts';
import type {} from './page/main.ts';

/** How often in a row labels and camera must be found unmoved before a picture is taken to be at rest. */
const UNMOVED = 5;

/** Waits until what is drawn changes no more, however long a busy machine takes for its frames and fonts. */
async function atRest(page: Page): Promise<void> {
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

describe.skipIf(!hasBrowser)('the picture', { timeout: 60_000 }, () => {
  let site: TestPage;
  beforeAll(async () => {
    site = await startTestPage();
  }, 120_000);
  afterAll(() => site?.close());

  async function opened(view: View = {}, size = { width: 1280, height: 800 }, still = true): Promise<Page> {
    const page = await site.open({ viewport: size, reducedMotion: still ? 'reduce' : 'no-preference' });
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

  test('is the same to the pixel for the same view', async () => {
    const [first, second] = [await opened({ seed: 5 }), await opened({ seed: 5 })];
    expect(await boxes(second)).toEqual(await boxes(first));
    expect((await second.screenshot()).equals(await first.screenshot())).toBe(true);
    await first.close();
    await second.close();
  });

  test('selects on a click, adds with Ctrl, clears on the ground and opens the menu', async () => {
    const page = await opened();
    const [first, second] = [await pointOf(page, 'state-0'), await pointOf(page, 'issue-0')];
    await page.mouse.click(first.x, first.y);
    await page.waitForTimeout(400);
    await page.keyboard.down('Control');
    await page.mouse.click(second.x, second.y);
    await page.keyboard.up('Control');
    await page.waitForTimeout(400);
    await page.mouse.click(12, 788);
    await page.mouse.click(first.x, first.y, { button: 'right' });
    await page.waitForTimeout(400);
    expect(await calls(page, 'select')).toEqual([
      ['select', ['state-0'], false],
      ['select', ['issue-0'], true],
      ['select', [], false],
    ]);
    expect(await calls(page, 'openMenu')).toHaveLength(1);
    await page.close();
  });

  test('selects a node by its label and an edge a few pixels off its line', async () => {
    const page = await opened();
    const label = (await boxes(page)).at(-1);
    // Hovering first, as a hand does: the label may make room for the ring, but must not slip away.
    await page.mouse.move((label?.left ?? 0) + 5, (label?.top ?? 0) + (label?.height ?? 0) / 2);
    await page.waitForTimeout(300);
    await page.mouse.click((label?.left ?? 0) + 5, (label?.top ?? 0) + (label?.height ?? 0) / 2);
    const edge = await page.evaluate(() => {
      const edges = window.opened?.store.getState().graph;
      return edges?.state === 'ready'
        ? edges.value.edges.find(({ source }) => source === 'ship-0')?.key
        : undefined;
    });
    const middle = await page.evaluate((key) => window.opened?.handle.middleOf(key ?? ''), edge);
    await page.waitForTimeout(400);
    await page.mouse.click(middle?.x ?? 0, (middle?.y ?? 0) + 4);
    await page.waitForTimeout(300);
    expect(await calls(page, 'select')).toEqual([
      ['select', [label?.key], false],
      ['select', [edge], false],
    ]);
    await page.close();
  });

  test.each([
    ['at once where motion is unwelcome', true],
    ['in a moment', false],
  ])('fades what is not adjacent to the hovered node and brings it back, %s', async (_how, still) => {
    const page = await opened({}, { width: 1280, height: 800 }, still);
    const before = await page.screenshot();
    const { x, y } = await pointOf(page, 'group-1');
    const far = await pointOf(page, 'person-11');
    const clip = { x: far.x - 12, y: far.y - 12, width: 24, height: 24 };
    const full = await page.screenshot({ clip });
    await page.mouse.move(x, y);
    await page.waitForFunction(() => window.opened?.store.getState().hovered === 'group-1');
    await page.waitForTimeout(400);
    expect((await page.screenshot({ clip })).equals(full)).toBe(false);
    const own = await page.evaluate(
      () => getComputedStyle(document.querySelector('#picture canvas')?.parentElement as Element).cursor,
    );
    expect(own).toBe('pointer');
    await page.mouse.move(12, 788);
    await page.waitForFunction(() => window.opened?.store.getState().hovered === undefined);
    await page.waitForTimeout(400);
    expect((await page.screenshot()).equals(before)).toBe(true);
    await page.close();
  });

  test('moves and pins a node that is dragged, and nothing else', async () => {
    const page = await opened();
    const [from, other] = [await pointOf(page, 'group-1'), await pointOf(page, 'person-11')];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y - 30, { steps: 5 });
    await page.mouse.move(from.x + 60, from.y - 40, { steps: 5 });
    await page.mouse.up();
    await atRest(page);
    expect(await calls(page, 'pin')).toHaveLength(1);
    const [to, still] = [await pointOf(page, 'group-1'), await pointOf(page, 'person-11')];
    expect(to.x - from.x).toBeGreaterThan(45);
    expect(still.x).toBeCloseTo(other.x, 0);
    await page.close();
  });

  test('moves and pins the whole selection when one of it is dragged, in one step', async () => {
    const page = await opened({ select: ['group-1', 'state-0', 'state-1'] });
    const group = ['group-1', 'state-0'];
    const [from, with_, other] = [
      await pointOf(page, 'group-1'),
      await pointOf(page, 'state-0'),
      await pointOf(page, 'person-11'),
    ];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y - 10, { steps: 5 });
    await page.mouse.move(from.x + 40, from.y - 20, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => window.opened?.calls.some(([name]) => name === 'pin'));
    await atRest(page);
    const pins = await calls(page, 'pin');
    expect(pins).toHaveLength(1);
    expect(pins[0]?.[1]).toEqual(expect.arrayContaining([...group, 'state-1']));
    const [to, along, still] = [
      await pointOf(page, 'group-1'),
      await pointOf(page, 'state-0'),
      await pointOf(page, 'person-11'),
    ];
    expect(to.x - from.x).toBeGreaterThan(25);
    expect(along.x - with_.x).toBeCloseTo(to.x - from.x, 0);
    expect(along.y - with_.y).toBeCloseTo(to.y - from.y, 0);
    expect(still.x).toBeCloseTo(other.x, 0);
    await page.close();
  });

  test.each(['box with Shift', 'box', 'lasso'] as const)(
    'selects by a %s what is inside of it',
    async (how) => {
      const page = await opened();
      const places = await page.evaluate(() => {
        const graph = window.opened?.store.getState().graph;
        const nodes = graph?.state === 'ready' ? graph.value.nodes : [];
        return nodes.map(({ key }) => ({ key, ...(window.opened?.handle.pointOf(key) ?? { x: -1, y: -1 }) }));
      });
      const [left, top, right, bottom] = [300.5, 200.5, 900.5, 600.5];
      const inside = places.filter(({ x, y }) => x > left && x < right && y > top && y < bottom);
      expect(inside.length).toBeGreaterThan(3);
      expect(inside.length).toBeLessThan(places.length);
      if (how === 'box with Shift') await page.keyboard.down('Shift');
      else await page.evaluate((tool) => window.opened?.store.setState({ tool }), how);
      await page.mouse.move(left, top);
      await page.mouse.down();
      const corners =
        how === 'lasso'
          ? [
              [right, top],
              [right, bottom],
              [left, bottom],
            ]
          : [[right, bottom]];
      for (const [x = 0, y = 0] of corners) await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.up();
      await page.keyboard.up('Shift');
      const found = await calls(page, 'selectAll');
      expect(found).toEqual([['selectAll', inside.map(({ key }) => key).sort(), how === 'box with Shift']]);
      expect(await calls(page, 'moveCamera')).toEqual([]);
      expect(await calls(page, 'pin')).toEqual([]);
      await page.close();
    },
  );

  test('selects by a click also while dragging selects, and adds with Shift on an edge', async () => {
    const page = await opened();
    await page.evaluate(() => window.opened?.store.setState({ tool: 'box' }));
    const { x, y } = await pointOf(page, 'state-0');
    await page.mouse.click(x, y);
    await page.mouse.click(12, 788);
    await page.evaluate(() => window.opened?.store.setState({ tool: 'move' }));
    const edge = await page.evaluate(() => {
      const graph = window.opened?.store.getState().graph;
      return graph?.state === 'ready'
        ? (graph.value.edges.find(({ source }) => source === 'ship-0')?.key ?? '')
        : '';
    });
    const middle = await page.evaluate((key) => window.opened?.handle.middleOf(key), edge);
    await page.keyboard.down('Shift');
    await page.mouse.click(middle?.x ?? 0, middle?.y ?? 0);
    await page.keyboard.up('Shift');
    expect(await calls(page, 'select')).toEqual([
      ['select', ['state-0'], false],
      ['select', [], false],
      ['select', [edge], true],
    ]);
    await page.close();
  });

  test('draws the path of the state in emphasis, until something else is pointed at', async () => {
    const page = await opened();
    const far = await pointOf(page, 'person-11');
    const clip = { x: far.x - 12, y: far.y - 12, width: 24, height: 24 };
    const full = await page.screenshot({ clip });
    await page.evaluate(() => {
      const { store } = window.opened ?? {};
      const graph = store?.getState().graph;
      if (graph?.state !== 'ready') return;
      const edges = graph.value.edges.slice(0, 1);
      const nodes = graph.value.nodes.filter(
        ({ key }) => key === edges[0]?.source || key === edges[0]?.target,
      );
      const value = { paths: [], graph: { ...graph.value, nodes, edges } };
      store?.setState({ path: { from: '', to: '', all: false, found: { state: 'ready', value } } });
    });
    await atRest(page);
    const faded = await page.screenshot({ clip });
    expect(faded.equals(full)).toBe(false);
    await page.mouse.move(far.x, far.y);
    await page.waitForFunction(() => window.opened?.store.getState().hovered === 'person-11');
    await atRest(page);
    expect((await page.screenshot({ clip })).equals(faded)).toBe(false);
    await page.mouse.move(12, 788);
    await atRest(page);
    expect((await page.screenshot({ clip })).equals(faded)).toBe(true);
    await page.evaluate(() => window.opened?.store.setState({ path: undefined }));
    await atRest(page);
    expect((await page.screenshot({ clip })).equals(full)).toBe(true);
    await page.close();
  });

  test('opens the menu of the ground, by the pointer and by keys', async () => {
    const page = await opened();
    await page.mouse.click(12, 788, { button: 'right' });
    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+F10');
    const menus = await calls(page, 'openMenu');
    expect(menus.map(([, key]) => key)).toEqual([undefined, undefined, expect.any(String)]);
    await page.close();
  });

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

  test('answers to touch: a tap selects, a long press opens the menu', async () => {
    const page = await site.open({ viewport: { width: 390, height: 780 }, hasTouch: true });
    await page.evaluate(() => {
      window.opened = window.openPicture();
    });
    await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 0);
    await atRest(page);
    const { x, y } = await pointOf(page, 'state-0');
    await page.touchscreen.tap(x, y);
    await page.waitForTimeout(400);
    expect(await calls(page, 'select')).toEqual([['select', ['state-0'], false]]);
    const session = await page.context().newCDPSession(page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await page.waitForTimeout(800);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    expect(await calls(page, 'openMenu')).toHaveLength(1);
    await page.close();
  });

  test('keeps parallel edges apart and gives a self loop room', async () => {
    const page = await opened();
    const { middles, loop, node } = await page.evaluate(() => {
      const state = window.opened?.store.getState().graph;
      const edges = state?.state === 'ready' ? state.value.edges : [];
      const pair = edges.filter(({ source, target }) => [source, target].sort().join() === 'state-0,state-1');
      const middleOf = (key: string) => window.opened?.handle.middleOf(key) ?? { x: 0, y: 0 };
      return {
        middles: pair.map(({ key }) => middleOf(key)),
        loop: middleOf(edges.find(({ source, target }) => source === target)?.key ?? ''),
        node: window.opened?.handle.pointOf(
          edges.find(({ source, target }) => source === target)?.source ?? '',
        ),
      };
    });
    expect(middles.length).toBeGreaterThanOrEqual(4);
    middles.forEach((one, at) => {
      for (const other of middles.slice(at + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(6);
      }
    });
    expect(Math.hypot(loop.x - (node?.x ?? 0), loop.y - (node?.y ?? 0))).toBeGreaterThan(15);
    await page.close();
  });

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

  test('names every node with four edges or more beside open panels, and nothing under them', async () => {
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
    expect(wanted.filter((key) => !named.has(key))).toEqual([]);
    for (const { left, top, width, height } of labels) {
      expect(left).toBeGreaterThanOrEqual(296);
      expect(left + width).toBeLessThanOrEqual(896.01);
      expect(top).toBeGreaterThanOrEqual(48);
      expect(top + height).toBeLessThanOrEqual(608.01);
      for (const over of controls) expect(left + width <= over.left || top + height <= over.top).toBe(true);
    }
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

  test('moves no node that has a place, however the picture grows, shrinks and starts anew', async () => {
    const page = await site.open({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
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
      const page = await site.open({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
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
    const page = await site.open({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
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

  test('takes two quick clicks on one node as a double click, and on two nodes as two', async () => {
    const page = await opened();
    const [one, other] = (await boxes(page)).slice(0, 2);
    const middle = (box: typeof one) => ({
      x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
      y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
    });
    const click = async (box: typeof one) => page.mouse.click(middle(box).x, middle(box).y);
    await click(one);
    await click(other);
    await page.waitForFunction(
      (wanted) => window.opened?.store.getState().view.select?.[0] === wanted,
      other?.key,
    );
    expect(await calls(page, 'expand')).toEqual([]);
    await page.waitForTimeout(600);
    const again = (await boxes(page)).find(({ key }) => key === other?.key);
    await page.mouse.dblclick(middle(again).x, middle(again).y);
    await page.waitForFunction(() => window.opened?.calls.some(([name]) => name === 'expand'));
    expect(await calls(page, 'expand')).toEqual([['expand', [other?.key]]]);
    await page.close();
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

  test('opens a big graph with its top labels', async () => {
    const page = await site.open({ viewport: { width: 1280, height: 800 } });
    await page.evaluate(() => {
      window.opened = window.openPicture({}, window.graphs.large(1500, 3000));
    });
    await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 10);
    expect(await page.getByRole('application').getAttribute('aria-label')).toBe(
      'Graph of 1500 nodes and 3000 edges',
    );
    await page.close();
  });

  test('selects any node and edge of a big graph where it is, and tells of it in full', async () => {
    const page = await site.open({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
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
    const page = await site.open({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
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

  test('leaves nothing behind when it is killed, twenty times over', async () => {
    const page = await site.open();
    const left = await page.evaluate(async () => {
      const contexts: WebGL2RenderingContext[] = [];
      const counts = new Map<string, number>();
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      const { getContext } = HTMLCanvasElement.prototype;
      const count = (target: EventTarget, by: number) => {
        if (target === window || target === document) counts.set('page', (counts.get('page') ?? 0) + by);
      };
      EventTarget.prototype.addEventListener = function (...given) {
        count(this, 1);
        return addEventListener.apply(this, given);
      };
      EventTarget.prototype.removeEventListener = function (...given) {
        count(this, -1);
        return removeEventListener.apply(this, given);
      };
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: [string]) {
        const context = (getContext as (...rest: unknown[]) => unknown).apply(this, given);
        if (context instanceof WebGL2RenderingContext) contexts.push(context);
        return context;
      } as typeof getContext;
      for (let round = 0; round < 20; round++) {
        const { handle } = window.openPicture();
        if (round % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 300));
        handle.kill();
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      return {
        elements: document.querySelector('#picture')?.childElementCount,
        alive: contexts.filter((context) => !context.isContextLost()).length,
        listeners: counts.get('page'),
      };
    });
    expect(left).toEqual({ elements: 0, alive: 0, listeners: 0 });
    await page.close();
  });

  test('says in plain words when the browser has no WebGL, and leaves the element empty', async () => {
    const page = await site.open();
    const said = await page.evaluate(() => {
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: [string]) {
        return given[0] === 'webgl2'
          ? null
          : (getContext as (...rest: unknown[]) => unknown).apply(this, given);
      } as typeof getContext;
      try {
        window.openPicture();
        return 'opened';
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message} ${document.querySelector('#picture')?.childElementCount}`;
      }
    });
    expect(said).toMatch(/^EntenteError: This browser cannot draw the graph.* 0$/);
    await page.close();
  });
});
