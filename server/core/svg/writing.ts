import type { Box } from '../geometry/box.ts';
import { freeArea, itemScale, lettering } from '../geometry/frame.ts';
import { HEAVY_FROM, MOST_LINES } from '../labels/on-edges.ts';
import { isInside, type PlacedLabel } from '../labels/place-labels.ts';
import { LINE_HEIGHT, readAs, wrapLabel } from '../labels/text.ts';
import { writeNames } from '../labels/write-names.ts';
import { maxOf } from '../numbers/extremes.ts';
import { widthOf } from './lettering.ts';
import type { Scene, SceneEdge, SceneNode } from './scene.ts';

/** How a name is written. */
interface Lettered {
  lines: readonly string[];
  /** Font size in pixels. */
  size: number;
  heavy: boolean;
}
/** A label in its place, and how it is written. */
export interface WrittenLabel extends PlacedLabel, Lettered {}
/** A box on an edge: the mark of a contested claim, or the name of its type. */
export interface OnEdge extends Box {
  edge: SceneEdge;
}
export interface Writing {
  labels: readonly WrittenLabel[];
  marks: readonly OnEdge[];
  types: readonly (OnEdge & { text: string })[];
  /** Names of groups. */
  titles: readonly (Box & { text: string })[];
  /** Of types and titles, in pixels. */
  sizes: { type: number; title: number };
}

/** Everything that is written into a scene, so placed that nothing covers anything else. */
export function write(scene: Scene, selected: ReadonlySet<string>): Writing {
  const { plain, framing, size } = scene;
  const free = freeOf(scene);
  const edges = plain || scene.edges.length > MOST_LINES ? [] : scene.edges;
  const sizes = lettering(framing.scale, free, scene.textSize);
  const items = itemScale(framing.scale, plain);
  const asked = scene.nodes
    .filter(({ x, y }) => isInside({ x, y, width: 0, height: 0 }, free))
    .map((node) => ({ node, chosen: selected.has(node.key) }))
    .sort((a, b) => Number(b.chosen) - Number(a.chosen))
    .map(({ node, chosen }) => {
      const heavy = node.radius / items >= HEAVY_FROM;
      return { node, chosen, text: lettered(node, sizes.name, heavy, chosen) };
    });
  const typed = scene.edges.filter(
    ({ key, source, target, look }) =>
      look.band || [key, source.key, target.key].some((each) => selected.has(each)),
  );
  const written = writeNames({
    size,
    free,
    controls: [],
    scale: framing.scale,
    plain,
    nodes: scene.nodes,
    edges,
    titles: scene.titles,
    asked,
    typed,
    sizes,
    widthOf: (text, words) => widthOf(text, sizes[words], words === 'title'),
  });
  return { ...written, sizes };
}

/** The part of the picture that caption and legend leave free, as a box. */
export function freeOf({ size, insets }: Scene): Box {
  return freeArea(size, insets);
}

function lettered({ node }: SceneNode, size: number, heavy: boolean, whole: boolean) {
  const { caption } = node.attributes;
  const lines = readAs(caption, wrapLabel(caption, whole).lines);
  const widths = lines.map((line) => widthOf(line, size, heavy));
  return { lines, size, heavy, width: maxOf(widths, 0) + 4, height: lines.length * LINE_HEIGHT * size };
}
