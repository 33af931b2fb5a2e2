import type { Position } from '../../server/core/geometry/position.ts';
import { titlePoints } from '../../server/core/labels/group-titles.ts';
import { byImportance } from '../../server/core/scene/build.ts';
import type { ExplorerStore } from '../state/store.ts';
import type { RendererActions, RendererHandle } from './actions.ts';
import { createCamera } from './camera.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { createBrush } from './emphasis/brush.ts';
import { createGlide } from './emphasis/glide.ts';
import { follow } from './follow.ts';
import { handleActs } from './handle.ts';
import type { AreaOptions } from './input/area-selection.ts';
import { type Gestures, shareGestures } from './input/gestures.ts';
import { type Keyboard, listenToKeys } from './input/keyboard.ts';
import { listenToPointer } from './input/pointer.ts';
import { startArranging } from './layout/arranging.ts';
import { createOverviewLater } from './overview/overview-later.ts';
import { createShow, type Show } from './show-graph.ts';
import { createPicture, newAppearance } from './sigma/picture.ts';
import { QuietGraph } from './sigma/quiet-graph.ts';
import { createStage } from './stage.ts';
import { stillOf } from './still.ts';
import { type Surroundings, watchSurroundings } from './surroundings.ts';

export type { LabelBox, RendererActions, RendererHandle } from './actions.ts';

/** What is otherwise where the picture is not the page itself. */
export interface RendererOptions {
  /** How it shares wheel and fingers with the page; it has them all when absent. */
  gestures?: Gestures;
  /** What a screen reader is told of its keys. */
  description?: string;
  /** Selects by area, `listenToArea`; nobody does where it is absent. */
  area?: (options: AreaOptions) => { kill(): void };
  /** Told when the browser has taken away what it is drawn with; it is then to be killed, see `keepDrawn`. */
  lost?: () => void;
  /** Whether it finds the positions of nodes itself; where it does not, `startArranging` is to be called. */
  arranges?: boolean;
}

/**
 * Draws the state's graph in an element, which it fills, and keeps up with the state. It changes nothing
 * itself: what a person does to the picture becomes actions.
 *
 * @throws EntenteError when the browser cannot draw it; the element is then left as it was.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its closures share what they watch; to be taken apart.
export function mountRenderer(
  container: HTMLElement,
  store: ExplorerStore,
  actions: RendererActions,
  { gestures, description, area: listenToArea, lost, arranges = true }: RendererOptions = {},
): RendererHandle {
  const stage = createStage(container, description);
  const appearance = newAppearance();
  const drawn = new QuietGraph();
  const arranging = arranges ? startArranging(store, actions) : { kill: () => {} };
  const picture = orClear([arranging, stage], () => createPicture(drawn, stage.host, appearance));
  if (gestures) shareGestures(picture, gestures);
  if (lost) picture.on('webglContextLost', lost);
  const view = () => store.getState().view;
  const selected = () => view().select ?? [];
  const surroundings: Surroundings = watchSurroundings(() => {
    drawing.forgetFonts();
    brush.paint(view());
    drawing.rearrange();
  });
  const brush = createBrush(picture, appearance, surroundings);
  const overview = createOverviewLater(picture, appearance);
  const camera = createCamera({
    picture,
    appearance,
    isStill: surroundings.isStill,
    positions: () => [
      ...(overview.now()?.positions() ?? drawn.mapNodes((_, { x, y }) => ({ x, y }))),
      ...titlePoints(appearance.titles),
    ],
    moved: actions.moveCamera,
    started: () => drawing.setMoving(true),
    settled: () => {
      drawing.setMoving(false);
      show.detail(store.getState());
    },
  });
  const focused = () => keyboard.focused();
  const drawing: Drawing = createDrawing({
    picture,
    stage,
    appearance,
    view: camera.seen,
    selected,
    focused,
  });
  const glide = createGlide({
    drawn,
    isStill: surroundings.isStill,
    started: () => drawing.setMoving(true),
    settled: () => {
      drawing.setMoving(false);
      drawing.rearrange();
    },
  });
  const show: Show = createShow({
    stage,
    picture,
    drawn,
    appearance,
    overview,
    camera,
    drawing,
    brush,
    glide,
  });
  const acts = handleActs({ graph: drawn, store, actions, camera, drawing, overview });
  const keyboard: Keyboard = listenToKeys({
    element: stage.root,
    actions,
    handle: acts,
    graph: drawn,
    order: () => overview.now()?.order() ?? byImportance(drawn),
    selected,
    zooms: gestures?.target !== 'page',
    redraw: () => picture.scheduleRender(),
  });
  const labelAt = (point: Position) => drawing.labelAt(point) ?? overview.now()?.nodeAt(point);
  const edgeAt = (point: Position) => drawing.edgeAt(point) ?? overview.now()?.edgeAt(point);
  const pointer = listenToPointer({
    picture,
    element: stage.root,
    host: stage.host,
    actions,
    labelAt,
    edgeAt,
    hoversEdges: () => !appearance.plain,
    dropped: () => {
      drawing.setMoving(false);
      camera.hold(view().camera);
    },
  });
  const area = listenToArea?.({
    stage,
    store,
    actions,
    graph: drawn,
    drawing: { pointOf: acts.pointOf, labelAt, edgeAt },
  });
  // A node of the selection takes the rest of it along.
  picture.setSettings({
    getDraggedNodes: (key) =>
      selected().includes(key) ? selected().filter((other) => drawn.hasNode(other)) : [key],
  });
  picture.on('nodeDragStart', () => drawing.setMoving(true));
  const observer = new ResizeObserver(([entry]) => {
    if (!entry?.contentRect.width || !entry.contentRect.height) return;
    const before = picture.getDimensions();
    picture.resize();
    // The caption of a story's step makes more or less room for the picture, which must not end the way to it.
    camera.show(view().camera, camera.isTravelling());
    drawing.rearrange();
    const { width, height } = picture.getDimensions();
    // A canvas of another size is empty: drawn in the next frame, it would flash.
    if (width !== before.width || height !== before.height)
      picture.refresh({ partialGraph: {}, skipIndexation: true });
  });
  observer.observe(stage.root);
  const following = follow({ store, show, overview, camera, drawing, brush });
  const parts = [
    following,
    arranging,
    drawing,
    brush,
    glide,
    ...(area ? [area] : []),
    pointer,
    keyboard,
    surroundings,
    camera,
    overview,
    picture,
    stage,
  ];
  return {
    ...acts,
    element: stage.root,
    still: () => {
      drawing.finish();
      return stillOf(picture, stage);
    },
    stillLater: async (idle) => {
      const { stillLater } = await import('./still-later.ts');
      drawing.finish();
      return stillLater(picture, stage, idle);
    },
    kill: () => {
      observer.disconnect();
      for (const part of parts) part.kill();
    },
  };
}

function orClear<T>(parts: readonly { kill(): void }[], create: () => T): T {
  try {
    return create();
  } catch (error) {
    for (const part of parts) part.kill();
    throw error;
  }
}
