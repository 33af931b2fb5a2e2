import type { Box } from '../geometry/box.ts';
import { itemScale, labelSize, titleSize } from '../geometry/frame.ts';
import { IMPORTANT } from '../labels/footprint.ts';
import { apart as apartTitles, TITLE_GAP } from '../labels/group-titles.ts';
import { nodeBox } from '../labels/label-sides.ts';
import {
  HEAVY_FROM,
  linesOf,
  MOST_LABELS,
  MOST_LINES,
  MOST_TRIED,
  marksOn,
  RINGED,
  typesOn,
} from '../labels/on-edges.ts';
import { type Labelled, type PlacedLabel, placeLabels } from '../labels/place-labels.ts';
import { LINE_HEIGHT, readAs, wrapLabel } from '../labels/text.ts';
import { extentOf } from '../looks/look.ts';
import { maxOf } from '../numbers/extremes.ts';
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

/** Everything that is written into a scene, so placed that nothing covers anything else. */
export function write(scene: Scene, selected: ReadonlySet<string>): Writing {
  const area = freeOf(scene);
  const seen = scene.nodes.filter(({ x, y }) => within({ x, y, width: 0, height: 0 }, area));
  const nodes = seen.map(boxOf);
  const isInside = (box: Box) => within(box, area);
  const marks = scene.plain ? [] : marksOn(scene.edges, nodes, scene.framing.scale).filter(isInside);
  const titles = titlesOf(scene);
  const asked = labelled(scene, seen, selected);
  const lines = scene.plain || scene.edges.length > MOST_LINES ? [] : scene.edges;
  const placed = placeLabels(
    asked.map(({ place }) => place),
    {
      canvas: scene.size,
      free: area,
      obstacles: [...(scene.plain ? nodes.slice(0, MOST_LABELS) : nodes), ...marks, ...titles],
      lines: linesOf(lines),
      most: MOST_LABELS,
    },
  );
  const known = new Map(asked.map((each) => [each.place.key, each]));
  const labels = placed.flatMap((place) => {
    const of = known.get(place.key);
    return of ? [{ ...place, lines: of.lines, size: of.size, heavy: of.heavy }] : [];
  });
  const size = labelSize(scene.framing.scale) * 0.85;
  const around = scene.edges.filter(({ key, source, target }) =>
    [key, source.key, target.key].some((each) => selected.has(each)),
  );
  const types = typesOn(around, {
    size,
    widthOf: (words) => widthOf(words, size),
    taken: [...labels, ...marks, ...nodes, ...titles],
    isInside,
  });
  return { labels, marks, titles, types: types.map((type) => ({ ...type, size })) };
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
