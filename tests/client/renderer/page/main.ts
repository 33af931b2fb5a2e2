// Before the product changes Sigma.
import './sigma-by-itself.ts';
import '@fontsource-variable/inter';
import { listenToArea } from '../../../../client/renderer/input/area-selection.ts';
import { countLosses, type KeptDrawn, keepDrawn } from '../../../../client/renderer/keep-drawn.ts';
import {
  mountRenderer,
  type RendererActions,
  type RendererHandle,
} from '../../../../client/renderer/mount.ts';
import { createOverviewLayer } from '../../../../client/renderer/overview/overview-layer.ts';
import { pin } from '../../../../client/state/link/view-changes.ts';
import {
  createExplorerStore,
  type ExplorerState,
  type ExplorerStore,
} from '../../../../client/state/store.ts';
import { THEMES } from '../../../../server/core/looks/theme.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { type Overview, USUAL } from '../../../../server/core/scene/overview.ts';
import type { View } from '../../../../server/core/view/view.ts';
import { largeGraph, storyGraph } from '../../fixtures/story.ts';
import { letSigmaCompile } from './sigma-by-itself.ts';

/** What the tests do in the page; actions are recorded and taken up as the explorer does. */
function open(view: View = {}, graph = storyGraph(), base?: Graph, ready?: Partial<ExplorerState>) {
  const store: ExplorerStore = createExplorerStore(view);
  if (ready) store.setState(ready);
  const calls: [name: string, ...details: unknown[]][] = [];
  const change = (fields: Partial<View>) => store.setState({ view: { ...store.getState().view, ...fields } });
  const actions: RendererActions = {
    select(keys, { add }) {
      calls.push(['select', keys, add]);
      change({ select: add ? [...(store.getState().view.select ?? []), ...keys] : [...keys] });
    },
    hover(key) {
      calls.push(['hover', key]);
      store.setState({ hovered: key });
    },
    selectAll(keys, { add }) {
      calls.push(['selectAll', [...keys].sort(), add]);
      change({ select: [...new Set([...(add ? (store.getState().view.select ?? []) : []), ...keys])] });
    },
    pin(positions) {
      calls.push(['pin', [...positions.keys()]]);
      change(pin(store.getState().view, positions));
    },
    moveCamera(camera) {
      calls.push(['moveCamera', camera]);
      const { camera: _, ...rest } = store.getState().view;
      store.setState({ view: camera ? { ...rest, camera } : rest });
    },
    setPositions(positions) {
      calls.push(['setPositions', positions.size]);
      store.setState({ positions });
    },
    expand: (keys) => calls.push(['expand', keys]),
    openMenu: (key, point) => calls.push(['openMenu', key, point]),
    failed: (error) => calls.push(['failed', error.message]),
  };
  const element = document.querySelector('#picture') as HTMLElement;
  const opened: Opened = { store, calls, change, handle: undefined as never, pictures: 0, stands: undefined };
  const options: KeptDrawn = {
    mount: (lost) => mountRenderer(element, store, actions, { area: listenToArea, lost }),
    drawn: (handle) => Object.assign(opened, { handle, pictures: opened.pictures + 1 }),
    gone: () => {},
    stands: ({ message }) => Object.assign(opened, { stands: message }),
  };
  keepDrawn(options, countLosses());
  if (base) store.setState({ base: { state: 'ready', value: base } });
  store.setState({ graph: { state: 'ready', value: graph } });
  return opened;
}

interface Opened {
  store: ExplorerStore;
  calls: [name: string, ...details: unknown[]][];
  change(fields: Partial<View>): void;
  /** Of the picture that stands now. */
  handle: RendererHandle;
  /** How many there were. */
  pictures: number;
  /** Why there will be no other. */
  stands: string | undefined;
}

/** The places in the square of `side` pixels that the overview covers for a node of a shape in its middle, as rows. */
function overviewOf(shape: number, side: number, radius: number): number[] {
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
  const gl = canvas.getContext('webgl2', { premultipliedAlpha: true }) as WebGL2RenderingContext;
  const paint = { theme: THEMES.light, thin: 0, opacity: 1, fade: 0, nodeScale: 1 };
  const layer = createOverviewLayer(gl, () => paint);
  const node = { x: [0], y: [0], radius: [radius], shape: [shape], fill: [USUAL], order: [0] };
  layer.show({ ...node, ends: [], colour: [] } as unknown as Overview);
  // The middle of the layout is the middle of Sigma's square, and of the canvas.
  const matrix = Float32Array.from([1, 0, 0, 0, 1, 0, -0.5, -0.5, 1]);
  layer.render({ matrix, pixelRatio: 1 } as Parameters<typeof layer.render>[0]);
  const pixels = new Uint8Array(side * side * 4);
  gl.readPixels(0, 0, side, side, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  return Array.from({ length: side * side }, (_, at) => pixels[4 * at + 3] ?? 0);
}

declare global {
  interface Window {
    openPicture: typeof open;
    overviewOf: typeof overviewOf;
    graphs: { story: typeof storyGraph; large: typeof largeGraph };
    opened: ReturnType<typeof open> | undefined;
    letSigmaCompile: typeof letSigmaCompile;
  }
}
Object.assign(window, {
  openPicture: open,
  overviewOf,
  letSigmaCompile,
  graphs: { story: storyGraph, large: largeGraph },
});
