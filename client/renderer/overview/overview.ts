import type { Position, Positions } from '../../../server/core/geometry/position.ts';
import type { Looks } from '../../../server/core/looks/looks.ts';
import { MOST_RICH, nodeScale, plainMix } from '../../../server/core/looks/weights.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { buildDetail, type Detail, detailOf } from '../../../server/core/scene/detail.ts';
import {
  edgeAt,
  nodeAt,
  type Overview,
  overviewOf,
  place,
  placeOf,
} from '../../../server/core/scene/overview.ts';
import type { View } from '../../../server/core/view/view.ts';
import type { Appearance, Picture } from '../sigma/picture.ts';
import type { QuietGraph } from '../sigma/quiet-graph.ts';
import { createOverviewLayer, type OverviewLayer } from './overview-layer.ts';

const LAYER = 'overview';
/** How many of the nodes in sight may bear a label. */
const LABELLED = 120;
/** By how much a pointer may miss a node or a line, in pixels. */
const MISS = { node: 3, edge: 5 };
/** How much of a line is left where what is in sight is drawn in full over it. */
const BEHIND = 0.9;

/** The layer under the picture that shows a graph of which Sigma draws only a part. */
export interface OverviewControl {
  take(graph: Graph, view: Pick<View, 'size'>, positions: Positions, looks: Looks): void;
  move(positions: Positions): void;
  /**
   * Chooses anew what Sigma draws, and puts it into its graph.
   *
   * @returns Whether that is another part than before.
   */
  choose(raised: readonly string[], drawn: QuietGraph): boolean;
  /** Whether all that is in sight is drawn in full. */
  near(): boolean;
  clear(): void;
  /** Keys of all nodes, the most connected first; undefined while it shows nothing. */
  order(): readonly string[] | undefined;
  /** Where every node is, in layout units; undefined while it shows nothing. */
  positions(): readonly Position[] | undefined;
  /** What is at a point of the canvas, in pixels. */
  nodeAt(point: Position): string | undefined;
  edgeAt(point: Position): string | undefined;
  /** Where a node, or the middle of an edge, is in layout units. */
  centreOf(key: string): Position | undefined;
  /** Where a node is on the canvas, in pixels; undefined when it is not on it. */
  pointOf(key: string): Position | undefined;
  kill(): void;
}

export function createOverview(picture: Picture, appearance: Appearance): OverviewControl {
  let [overview, detail] = [undefined as Overview | undefined, undefined as Detail | undefined];
  let layer: OverviewLayer | undefined;
  const scale = () => appearance.unit / picture.getCamera().ratio;
  const radiusScale = () => nodeScale(scale(), appearance.plain);
  const opacity = () => overview?.opacity ?? 1;
  const paint = () => ({
    theme: appearance.theme,
    thin: detail?.near ? BEHIND : plainMix(opacity()),
    opacity: opacity(),
    fade: appearance.emphasis ? appearance.fade : 0,
    nodeScale: radiusScale(),
  });
  const upload = () => {
    if (!layer)
      picture.addCustomLayerProgram(LAYER, 'edges', (gl) => {
        layer = createOverviewLayer(gl, paint);
        return layer;
      });
    layer?.show(overview);
  };
  const inLayout = (point: Position) => picture.viewportToGraph(point);
  const keyAt = (list: readonly { key: string }[] | undefined, at: number | undefined) =>
    at === undefined ? undefined : list?.[at]?.key;
  return {
    near: () => detail?.near ?? false,
    take(graph, view, positions, looks) {
      overview = overviewOf(graph, view, positions, looks);
      detail = undefined;
      upload();
    },
    move(positions) {
      if (!overview) return;
      place(overview, positions);
      upload();
    },
    choose(raised, drawn) {
      if (!overview) return false;
      const next = detailOf(overview, {
        sight: sightOf(picture),
        raised,
        most: MOST_RICH,
        labelled: LABELLED,
      });
      if (detail && sameDetail(detail, next)) return false;
      detail = next;
      fill(overview, next, drawn, picture);
      return true;
    },
    clear() {
      if (!overview) return;
      [overview, detail] = [undefined, undefined];
      layer?.show(undefined);
    },
    order: () => overview && Array.from(overview.order, (node) => overview?.graph.nodes[node]?.key ?? ''),
    positions: () => overview?.graph.nodes.map((_, at) => positionAt(overview as Overview, at)),
    nodeAt: (point) =>
      overview &&
      keyAt(
        overview.graph.nodes,
        nodeAt(overview, inLayout(point), radiusScale() / scale(), MISS.node / scale()),
      ),
    edgeAt: (point) =>
      overview && keyAt(overview.graph.edges, edgeAt(overview, inLayout(point), MISS.edge / scale())),
    centreOf: (key) => overview && centreIn(overview, key),
    pointOf(key) {
      const at = overview && placeOf(overview, key);
      if (!overview || at === undefined) return undefined;
      const point = picture.graphToViewport(positionAt(overview, at));
      const { width, height } = picture.getDimensions();
      const seen = point.x >= 0 && point.y >= 0 && point.x <= width && point.y <= height;
      return seen ? { x: point.x, y: point.y } : undefined;
    },
    kill() {
      if (layer) picture.removeCustomLayerProgram(LAYER);
      [layer, overview, detail] = [undefined, undefined, undefined];
    },
  };
}

function positionAt({ x, y }: Overview, at: number): Position {
  return { x: x[at] ?? 0, y: y[at] ?? 0 };
}

function centreIn(overview: Overview, key: string): Position | undefined {
  const { graph, ends } = overview;
  const node = placeOf(overview, key);
  if (node !== undefined) return positionAt(overview, node);
  const edge = graph.edges.findIndex((each) => each.key === key);
  if (edge < 0) return undefined;
  const [from, to] = [2 * edge, 2 * edge + 1].map((end) => positionAt(overview, ends[end] ?? 0));
  return from && to && { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}

function sightOf(picture: Picture) {
  const { width, height } = picture.getDimensions();
  const [corner, opposite] = [
    picture.viewportToGraph({ x: 0, y: 0 }),
    picture.viewportToGraph({ x: width, y: height }),
  ];
  return {
    left: Math.min(corner.x, opposite.x),
    right: Math.max(corner.x, opposite.x),
    bottom: Math.min(corner.y, opposite.y),
    top: Math.max(corner.y, opposite.y),
  };
}

function fill(overview: Overview, detail: Detail, drawn: QuietGraph, picture: Picture): void {
  const { nodes, edges } = overview.graph;
  const keys = (list: readonly { key: string }[], chosen: ReadonlySet<number>) =>
    new Set([...chosen].map((at) => list[at]?.key ?? ''));
  picture.hold(() => drawn.dropAllBut(keys(nodes, detail.nodes), keys(edges, detail.edges)));
  drawn.quietly(() => {
    drawn.clear();
    buildDetail(overview, detail, drawn);
  });
}

function sameDetail(one: Detail, other: Detail): boolean {
  const same = (a: ReadonlySet<number>, b: ReadonlySet<number>) =>
    a.size === b.size && [...a].every((each) => b.has(each));
  return one.near === other.near && same(one.nodes, other.nodes) && same(one.edges, other.edges);
}
