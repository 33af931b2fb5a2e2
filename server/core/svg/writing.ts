import type { Box } from '../geometry/box.ts';
import { itemScale, labelSize, titleSize } from '../geometry/frame.ts';
import { controlsOf, segmentsOf } from '../geometry/geometry.ts';
import { Occupied } from '../geometry/occupied.ts';
import { IMPORTANT } from '../labels/footprint.ts';
import { apart as apartTitles, TITLE_GAP } from '../labels/group-titles.ts';
import { nodeBox } from '../labels/label-sides.ts';
import { type Labelled, type PlacedLabel, placeLabels } from '../labels/place-labels.ts';
import { LINE_HEIGHT, readAs, wrapLabel } from '../labels/text.ts';
import { extentOf } from '../looks/look.ts';
import { maxOf } from '../numbers/extremes.ts';
import { pointAt } from './curve.ts';
import { widthOf } from './lettering.ts';
import type { Scene, SceneEdge, SceneNode } from './scene.ts';

/** A label in its place, and how it is written. */
export interface WrittenLabel extends PlacedLabel {
  lines: readonly string[];
  /** Font size in pixels. */
  size: number;
  heavy: boolean;
}
/** A box on an edge: the mark of a contested claim, or the name of its type. */
export interface OnEdge extends Box {
  edge: SceneEdge;
}
export interface Writing {
  labels: readonly WrittenLabel[];
  marks: readonly OnEdge[];
  types: readonly (OnEdge & { text: string; size: number })[];
  /** Names of groups. */
  titles: readonly (Box & { text: string; size: number })[];
}

/** As on the canvas. */
const [MOST_LABELS, MOST_TRIED, MOST_LINES, MOST_TYPES] = [160, 500, 400, 60];
const [MARK, LEAST_MARKED, RINGED, HEAVY_FROM, SIGNED_WEIGHT] = [13, 0.4, 8, 10, 2.5];

/** Everything that is written into a scene, so placed that nothing covers anything else. */
export function write(scene: Scene, selected: ReadonlySet<string>): Writing {
  const area = freeOf(scene);
  const seen = scene.nodes.filter(({ x, y }) => within({ x, y, width: 0, height: 0 }, area));
  const nodes = seen.map(boxOf);
  const marks = marksOf(scene, nodes, area);
  const titles = titlesOf(scene);
  const asked = labelled(scene, seen, selected);
  const lines = scene.plain || scene.edges.length > MOST_LINES ? [] : scene.edges;
  const placed = placeLabels(
    asked.map(({ place }) => place),
    {
      canvas: scene.size,
      free: area,
      obstacles: [...(scene.plain ? nodes.slice(0, MOST_LABELS) : nodes), ...marks, ...titles],
      lines: lines.flatMap(({ path, look }) => {
        const weight = look.colour.startsWith('neutral') ? 1 : SIGNED_WEIGHT;
        return segmentsOf(path).map((piece) => ({ piece, weight }));
      }),
      most: MOST_LABELS,
    },
  );
  const known = new Map(asked.map((each) => [each.place.key, each]));
  const labels = placed.flatMap((place) => {
    const of = known.get(place.key);
    return of ? [{ ...place, lines: of.lines, size: of.size, heavy: of.heavy }] : [];
  });
  const taken = [...labels, ...marks, ...nodes, ...titles];
  return { labels, marks, titles, types: typesOf(scene, selected, taken, area) };
}

function titlesOf(scene: Scene): Writing['titles'] {
  const size = titleSize(scene.framing.scale);
  const titles = scene.titles.map(({ title, x, y }) => {
    const [width, height] = [widthOf(title, size, true) + 6, size * LINE_HEIGHT];
    return { text: title, size, x, y: y - TITLE_GAP - height / 2, width, height };
  });
  return apartTitles(titles);
}

/** The part of the picture that caption and legend leave free, as a box. */
export function freeOf({ size, insets }: Scene): Box {
  const width = size.width - insets.left - insets.right;
  const height = size.height - insets.top - insets.bottom;
  return { x: insets.left + width / 2, y: insets.top + height / 2, width, height };
}

function within(box: Box, area: Box): boolean {
  return (
    2 * Math.abs(box.x - area.x) + box.width <= area.width &&
    2 * Math.abs(box.y - area.y) + box.height <= area.height
  );
}

function boxOf(node: SceneNode): Box {
  return nodeBox({ ...node, extent: extentOf(node.shape) });
}

function labelled(scene: Scene, seen: readonly SceneNode[], selected: ReadonlySet<string>) {
  const size = labelSize(scene.framing.scale);
  const items = itemScale(scene.framing.scale, scene.plain);
  const order = [...seen].sort((a, b) => Number(selected.has(b.key)) - Number(selected.has(a.key)));
  return order.slice(0, MOST_TRIED).map((node) => {
    const chosen = selected.has(node.key);
    const { caption } = node.node.attributes;
    const lines = readAs(caption, wrapLabel(caption, chosen).lines);
    const heavy = node.radius / items >= HEAVY_FROM;
    const width =
      maxOf(
        lines.map((line) => widthOf(line, size, heavy)),
        0,
      ) + 4;
    const reach = scene.plain ? 0 : node.degree >= IMPORTANT || chosen ? 100 : 26;
    const place: Labelled = {
      key: node.key,
      x: node.x,
      y: node.y,
      radius: node.radius + (chosen ? RINGED : 0),
      extent: extentOf(node.shape),
      width,
      height: lines.length * LINE_HEIGHT * size,
      reach,
      needed: reach > 26,
    };
    return { place, lines, size, heavy };
  });
}

function marksOf(scene: Scene, nodes: readonly Box[], area: Box): OnEdge[] {
  if (scene.plain || scene.framing.scale < LEAST_MARKED) return [];
  const side = MARK * Math.min(1.4, itemScale(scene.framing.scale, false));
  return scene.edges
    .filter(({ look }) => look.contested)
    .flatMap((edge) => {
      const box = { edge, ...pointAt(controlsOf(edge.path), 0.5), width: side, height: side };
      return within(box, area) && nodes.every((node) => apart(node, box)) ? [box] : [];
    });
}

function apart(a: Box, b: Box): boolean {
  return 2 * Math.abs(a.x - b.x) > a.width + b.width || 2 * Math.abs(a.y - b.y) > a.height + b.height;
}

/** The types of selected edges and of those around selected nodes, where there is room. */
function typesOf(scene: Scene, selected: ReadonlySet<string>, taken: readonly Box[], area: Box) {
  const occupied = new Occupied(48);
  for (const box of taken) occupied.add(box);
  const size = labelSize(scene.framing.scale) * 0.85;
  const edges = scene.edges.filter(({ key, source, target }) =>
    [key, source.key, target.key].some((each) => selected.has(each)),
  );
  return edges.slice(0, MOST_TYPES).flatMap((edge) => {
    const text = edge.edge.attributes.type.replaceAll('_', ' ').toLowerCase();
    const room = { width: widthOf(text, size) + 6, height: size * LINE_HEIGHT };
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
      const box = { edge, text, size, ...pointAt(controlsOf(edge.path), share), ...room };
      if (!within(box, area) || !occupied.isFree(box)) continue;
      occupied.add(box);
      return [box];
    }
    return [];
  });
}
