import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser } from '../../setup/browser.ts';
import { startTestPage, type TestPage } from './browser.ts';
import { camera } from './camera.ts';
import { dragging } from './dragging.ts';
import { labelling } from './labelling.ts';
import { large } from './large.ts';
import { losing } from './losing.ts';
import type {} from './page/main.ts';
import { atRest, picturePage } from './picture-page.ts';
import { pictures } from './pictures.ts';
import { places } from './places.ts';
import { selecting } from './selecting.ts';
import { shaders } from './shaders.ts';

describe.skipIf(!hasBrowser)('the picture', { timeout: 60_000 }, () => {
  let site: TestPage;
  beforeAll(async () => {
    site = await startTestPage();
  }, 120_000);
  afterAll(() => site?.close());
  const picture = picturePage(() => site);
  const { opened, boxes, pointOf } = picture;

  labelling(picture);
  selecting(picture);
  dragging(picture);
  camera(picture);
  places(picture);
  large(picture);
  losing(picture);
  shaders(picture);
  pictures(picture);

  test('is the same to the pixel for the same view', async () => {
    const [first, second] = [await opened({ seed: 5 }), await opened({ seed: 5 })];
    expect(await boxes(second)).toEqual(await boxes(first));
    expect((await second.screenshot()).equals(await first.screenshot())).toBe(true);
    await first.close();
    await second.close();
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

  test('keeps all of a path in emphasis, and only that, while a node on it is pointed at', async () => {
    const page = await opened();
    const { on, beside } = await page.evaluate(() => {
      const { store } = window.opened ?? {};
      const graph = store?.getState().graph;
      if (graph?.state !== 'ready') return { on: '', beside: '' };
      const near = (key: string) =>
        graph.value.edges.flatMap(({ source, target }) =>
          source === key ? target : target === key ? source : [],
        );
      const ends = (key: string) => new Set(near(key).filter((other) => other !== key));
      const on = graph.value.nodes.find(({ key }) => ends(key).size > 1)?.key ?? '';
      const [beside = '', other = ''] = ends(on);
      const edges = graph.value.edges.filter(({ source, target }) =>
        [source, target].every((end) => end === on || end === other),
      );
      const nodes = graph.value.nodes.filter(({ key }) => key === on || key === other);
      const value = { paths: [], graph: { ...graph.value, nodes, edges } };
      store?.setState({ path: { from: '', to: '', all: false, found: { state: 'ready', value } } });
      return { on, beside };
    });
    await atRest(page);
    const at = await pointOf(page, beside);
    const clip = { x: at.x - 4, y: at.y - 4, width: 8, height: 8 };
    const faded = await page.screenshot({ clip });
    const point = await pointOf(page, on);
    await page.mouse.move(point.x, point.y);
    await page.waitForFunction((key) => window.opened?.store.getState().hovered === key, on);
    await atRest(page);
    expect((await page.screenshot({ clip })).equals(faded)).toBe(true);
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
