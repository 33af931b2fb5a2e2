import type { Box } from '../../server/core/geometry/box.ts';
import { nearestEdge, pointOn, type Segment, segmentsOf } from '../../server/core/geometry/geometry.ts';
import type { Position } from '../../server/core/geometry/position.ts';
import type { Side } from '../../server/core/labels/label-sides.ts';
import { byImportance, type DrawnGraph } from '../../server/core/scene/build.ts';
import type { LabelBox } from './actions.ts';
import { createLabelText } from './labels/label-text.ts';
import { type Writing, write } from './labels/labels.ts';
import { drawOverlay } from './labels/overlay.ts';
import type { Appearance, Picture } from './sigma/picture.ts';
import { readScene, type Scene } from './sigma/scene.ts';
import type { Stage } from './stage.ts';

export interface Drawing {
  /** Labels are to be placed anew, as the graph, the selection, the fonts or the camera changed. */
  rearrange(): void;
  /** The graph is another one. */
  take(): void;
  /** Labels keep their sides until the camera, or the node being dragged, stands still. */
  setMoving(moving: boolean): void;
  /** Places labels that are still to be placed at once. */
  finish(): void;
  forgetFonts(): void;
  labelBoxes(): LabelBox[];
  labelAt(point: Position): string | undefined;
  /** The edge at or near a point. */
  edgeAt(point: Position): string | undefined;
  pointOf(key: string): Position | undefined;
  middleOf(edge: string): Position | undefined;
  kill(): void;
}

export interface DrawingOptions {
  picture: Picture;
  stage: Stage;
  appearance: Appearance;
  /** What the camera shows, and what of the canvas is free. */
  view(): { scale: number; free: Box; controls: readonly Box[] };
  selected(): readonly string[];
  focused(): string | undefined;
}

/** The mark on the page's time line of the first graph being drawn with its labels in place. */
const DRAWN = 'entente-drawn';
/** How far from a line a click still means it, in pixels. */
const REACH = 6;
/** The labels of so many nodes are placed in the task that draws them: a small picture is there at once. */
const MOST_AT_ONCE = 150;

/** Draws the overlay after each of Sigma's frames, and knows what is where on it. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its closures share what they watch; to be taken apart.
export function createDrawing(options: DrawingOptions): Drawing {
  const { picture, stage, appearance } = options;
  const text = createLabelText(stage.context);
  const graph = picture.getGraph() as DrawnGraph;
  let order: readonly string[] = [];
  let [moving, stale] = [false, true];
  let sides: ReadonlyMap<string, Side> = new Map();
  let resting: Writing['labels'] = [];
  let [scene, writing] = [undefined as Scene | undefined, undefined as Writing | undefined];

  const compose = (kept: boolean) => {
    // A moving picture of thousands of nodes looks only at those that bear a label.
    const keys = moving && appearance.plain ? [...sides.keys()].filter((key) => graph.hasNode(key)) : order;
    scene = readScene(picture, keys, {
      ...options.view(),
      plain: appearance.plain,
      titles: appearance.titles,
    });
    writing = write({
      graph,
      scene,
      text,
      selected: options.selected(),
      emphasis: appearance.emphasis,
      plain: appearance.plain,
      ...(kept ? { kept: sides } : {}),
    });
  };
  /** Moves what is written along with a picture that is panned: writing it anew costs as much as drawing it all. */
  const slide = (): boolean => {
    const { scale } = options.view();
    const [key] = scene?.nodes.keys() ?? [];
    const before = key === undefined ? undefined : scene?.nodes.get(key);
    if (!scene || scene.scale !== scale || !before || !graph.hasNode(before.key)) return false;
    if (appearance.emphasis !== slid) {
      slid = appearance.emphasis;
      return false;
    }
    const now = picture.graphToViewport(graph.getNodeAttributes(before.key));
    stage.overlay.style.transform = `translate(${now.x - before.x}px, ${now.y - before.y}px)`;
    return true;
  };
  /** Of many nodes, labels find their places in a task of their own, and stand as they did until then. */
  const defers = (): boolean => {
    if (moving || !stale || graph.order <= MOST_AT_ONCE) return false;
    if (placing === 0) placing = window.setTimeout(place);
    return true;
  };
  const place = () => {
    clearTimeout(placing);
    placing = 0;
    if (!moving && stale) paint();
  };
  const draw = () => {
    if (moving && appearance.plain && slide()) return;
    if (!defers()) paint();
  };
  const paint = () => {
    const { emphasis } = appearance;
    stage.overlay.style.transform = '';
    if (!moving && stale) {
      const hovered = emphasis;
      appearance.emphasis = undefined;
      compose(false);
      appearance.emphasis = hovered;
      resting = writing?.labels ?? [];
      sides = new Map(resting.map(({ key, side }) => [key, side]));
      stale = false;
    }
    if (moving || emphasis || !writing) compose(true);
    else if (atRest !== sides) compose(true);
    atRest = emphasis || moving ? undefined : sides;
    if (!scene || !writing) return;
    drawOverlay(stage.context, stage.overlay, {
      graph,
      scene,
      writing,
      theme: appearance.theme,
      emphasis,
      fade: appearance.fade,
      selected: options.selected(),
      focused: options.focused(),
    });
    if (!moving && graph.order > 0 && !drawn) {
      drawn = true;
      performance.mark(DRAWN);
    }
  };
  let placing = 0;
  let slid: typeof appearance.emphasis;
  let drawn = performance.getEntriesByName(DRAWN).length > 0;
  let atRest: ReadonlyMap<string, Side> | undefined;
  let lines: {
    of: ReadonlyMap<string, Side> | undefined;
    pieces: (readonly [string, readonly Segment[]])[] | undefined;
  } = { of: undefined, pieces: undefined };
  picture.on('afterRender', draw);
  return {
    rearrange: () => {
      stale = true;
      picture.scheduleRender();
    },
    take: () => {
      order = byImportance(graph);
      [sides, stale] = [new Map(), true];
    },
    setMoving: (changed) => {
      moving = changed;
      stale ||= !changed;
    },
    finish: place,
    forgetFonts: () => text.forget(),
    labelBoxes: () => (writing?.labels ?? []).map(boxOf),
    labelAt: ({ x, y }) =>
      // The label of what is hovered makes room for a ring; the pointer that was on it still is.
      [...(writing?.labels ?? []), ...resting.filter(({ key }) => key === appearance.emphasis?.active)].find(
        (label) => Math.abs(label.x - x) <= label.width / 2 && Math.abs(label.y - y) <= label.height / 2,
      )?.key,
    edgeAt: (point) => {
      const seen = scene;
      if (!seen) return undefined;
      if (atRest !== lines.of) lines = { of: atRest, pieces: undefined };
      const pieces = lines.pieces ?? graph.mapEdges((key) => [key, segmentsOf(seen.edge(key).path)] as const);
      // Good until the picture moves.
      if (atRest) lines.pieces = pieces;
      return nearestEdge(pieces, point, REACH);
    },
    pointOf: (key) => {
      const node = scene?.nodes.get(key);
      return node && { x: node.x, y: node.y };
    },
    middleOf: (edge) => (scene && graph.hasEdge(edge) ? pointOn(scene.edge(edge).path, 0.5) : undefined),
    kill: () => clearTimeout(placing),
  };
}

function boxOf({ key, lines, x, y, width, height }: Writing['labels'][number]): LabelBox {
  return { key, text: lines.join(' '), left: x - width / 2, top: y - height / 2, width, height };
}
