import type { Box } from '../../../server/core/geometry/box.ts';
import { labelSize, titleSize } from '../../../server/core/geometry/frame.ts';
import { IMPORTANT } from '../../../server/core/labels/footprint.ts';
import { apart, TITLE_GAP } from '../../../server/core/labels/group-titles.ts';
import { nodeBox, type Side } from '../../../server/core/labels/label-sides.ts';
import {
  linesOf,
  MOST_LABELS,
  MOST_LINES,
  MOST_TRIED,
  MOST_TYPES,
  marksOn,
  RINGED,
  typesOn,
} from '../../../server/core/labels/on-edges.ts';
import {
  isInside,
  type Labelled,
  type PlacedLabel,
  placeLabels,
  wholeOf,
} from '../../../server/core/labels/place-labels.ts';
import { LINE_HEIGHT } from '../../../server/core/labels/text.ts';
import type { DrawnGraph } from '../../../server/core/scene/build.ts';
import type { Emphasis } from '../../../server/core/scene/emphasis.ts';
import type { Scene, SeenEdge } from '../sigma/scene.ts';
import { FAMILY, type LabelText, type MeasuredLabel } from './label-text.ts';

export interface NodeLabel extends PlacedLabel, MeasuredLabel {
  width: number;
  height: number;
}
export interface EdgeLabel extends Box {
  key: string;
  text: string;
  font: string;
}
/** Everything that is written on the canvas, and where. */
export interface Writing {
  labels: readonly NodeLabel[];
  edgeLabels: readonly EdgeLabel[];
  marks: readonly (Box & { edge: SeenEdge })[];
  titles: readonly (Box & { text: string; font: string })[];
}

export interface WritingOptions {
  graph: DrawnGraph;
  scene: Scene;
  text: LabelText;
  selected: readonly string[];
  emphasis: Emphasis | undefined;
  plain: boolean;
  /** Sides of labels at rest; they keep them while the camera moves and something is hovered. */
  kept?: ReadonlyMap<string, Side>;
}

/** Places labels and marks for what is on the canvas. The same scene always gives the same writing. */
export function write(options: WritingOptions): Writing {
  const { graph, scene, plain, kept } = options;
  const edges = plain || graph.size > MOST_LINES ? [] : graph.edges().map(scene.edge);
  const marks = marksOn(edges, [...scene.nodes.values()].map(nodeBox), scene.scale);
  const titles = writeTitles(options);
  const asked = labelled(options);
  const placed = placeLabels(
    asked.map(({ place }) => place),
    {
      canvas: scene.size,
      free: scene.free,
      obstacles: [...obstacles(options), ...marks, ...titles],
      lines: kept ? [] : linesOf(edges),
      most: MOST_LABELS,
      crowded: plain,
    },
  );
  const measured = new Map(asked.map(({ place, label }) => [place.key, label]));
  const labels = placed.map((place) => ({ ...(measured.get(place.key) as MeasuredLabel), ...place }));
  return { labels, marks, titles, edgeLabels: writeEdges(options, [...placed, ...marks, ...titles]) };
}

/** What labels keep clear of: controls, and all nodes but where there are thousands. */
function obstacles({ scene, plain }: WritingOptions): Box[] {
  return [...scene.controls, ...(plain ? [] : [...scene.nodes.values()].map(nodeBox))];
}

/** The names of groups, right over them. */
function writeTitles({ scene, text }: WritingOptions): Writing['titles'] {
  const size = titleSize(scene.scale);
  const font = `650 ${size.toFixed(1)}px ${FAMILY}`;
  const titles = scene.titles.map(({ title, x, y }) => {
    const [width, height] = [text.widthOf(title, font) + 6, size * LINE_HEIGHT];
    return { text: title, font, x, y: y - TITLE_GAP - height / 2, width, height };
  });
  return apart(titles);
}

/** Labels in the order in which they choose their places. */
function labelled({ graph, scene, text, selected, emphasis, plain, kept }: WritingOptions) {
  const active = emphasis?.active === undefined ? [] : [emphasis.active];
  const first = [...active, ...selected, ...(emphasis?.nodes ?? [])];
  const chosen = new Set([...active, ...selected]);
  const keys = new Set([...first, ...scene.nodes.keys()].filter((key) => scene.nodes.has(key)));
  const size = labelSize(scene.scale);
  const asked: { place: Labelled; label: MeasuredLabel }[] = [];
  for (const key of keys) {
    const stays = kept !== undefined && !emphasis?.nodes.has(key) && !chosen.has(key);
    const side = kept?.get(key);
    if (stays && side === undefined) continue;
    const node = scene.nodes.get(key);
    if (!node || asked.length >= MOST_TRIED) continue;
    const attributes = graph.getNodeAttributes(key);
    const label = text.of(attributes, size, chosen.has(key));
    const { width, height } = label;
    const radius = node.radius + (chosen.has(key) ? RINGED : 0);
    const reach = plain ? 0 : reachOf(attributes.degree, chosen.has(key));
    const needed = !kept && reach > 26;
    asked.push({ place: { ...node, radius, width, height, side, movable: !stays, reach, needed }, label });
  }
  return asked;
}

/** How far off a label may be: what is important, or chosen, is to be named, whatever it takes. */
function reachOf(degree: number, isChosen: boolean): number {
  return degree >= IMPORTANT || isChosen ? 100 : 26;
}

/** Relationship types along the edges of what is hovered or selected, where there is room. */
function writeEdges(options: WritingOptions, taken: readonly Box[]): EdgeLabel[] {
  const { graph, scene, text, selected, emphasis } = options;
  const size = labelSize(scene.scale) * 0.85;
  const font = `500 ${size.toFixed(1)}px ${FAMILY}`;
  const types = typesOn(edgesToWrite(graph, selected, emphasis).map(scene.edge), {
    size,
    widthOf: (words) => text.widthOf(words, font),
    taken: [...taken, ...obstacles(options)],
    isInside: (box) => isInside(box, wholeOf(scene.size)),
  });
  return types.map(({ edge: { key }, ...box }) => ({ ...box, key, font }));
}

function edgesToWrite(
  graph: DrawnGraph,
  selected: readonly string[],
  emphasis: Emphasis | undefined,
): string[] {
  const edges = selected.filter((key) => graph.hasEdge(key));
  if (emphasis) return [...new Set([...emphasis.edges, ...edges])].slice(0, MOST_TYPES);
  const around = selected.filter((key) => graph.hasNode(key)).flatMap((key) => graph.edges(key));
  return [...new Set([...edges, ...around])].slice(0, MOST_TYPES);
}
