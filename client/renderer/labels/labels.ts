import { lettering } from '../../../server/core/geometry/frame.ts';
import type { Side } from '../../../server/core/labels/label-sides.ts';
import { MOST_LINES, MOST_TYPES } from '../../../server/core/labels/on-edges.ts';
import type { PlacedLabel } from '../../../server/core/labels/place-labels.ts';
import { type Asked, type Words, writeNames } from '../../../server/core/labels/write-names.ts';
import { type DrawnGraph, linesOf } from '../../../server/core/scene/build.ts';
import type { Emphasis } from '../../../server/core/scene/emphasis.ts';
import type { View } from '../../../server/core/view/view.ts';
import type { Scene, SeenEdge } from '../sigma/scene.ts';
import { fontOf, type LabelText, type MeasuredLabel } from './label-text.ts';

export interface NodeLabel extends PlacedLabel, MeasuredLabel {
  width: number;
  height: number;
}
/** Everything that is written on the canvas, and where. */
export type Writing = ReturnType<typeof write>;

export interface WritingOptions {
  graph: DrawnGraph;
  scene: Scene;
  text: LabelText;
  selected: readonly string[];
  /** The node with the keyboard's focus. */
  focused: string | undefined;
  emphasis: Emphasis | undefined;
  plain: boolean;
  textSize: View['textSize'];
  /** Sides of labels at rest; they keep them while the camera moves and something is hovered. */
  kept?: ReadonlyMap<string, Side>;
}

/** Places labels and marks for what is on the canvas. The same scene always gives the same writing. */
export function write(options: WritingOptions) {
  const { graph, scene, plain, kept, text } = options;
  const sizes = lettering(scene.scale, scene.free, options.textSize);
  const fonts = { name: '', type: fontOf(500, sizes.type), title: fontOf(650, sizes.title) };
  const lines = plain ? [] : linesOf(graph);
  const bands = lines.filter((key) => graph.getEdgeAttribute(key, 'band'));
  const written = writeNames<SeenEdge, MeasuredLabel>({
    ...scene,
    plain,
    nodes: [...scene.nodes.values()],
    edges: lines.length > MOST_LINES ? [] : lines.map(scene.edge),
    asked: asked(options, sizes.name),
    typed: [...new Set([...bands, ...edgesToWrite(options)])].map(scene.edge),
    sizes,
    widthOf: (words: string, kind: Words) => text.widthOf(words, fonts[kind]),
    moving: kept !== undefined,
  });
  return { ...written, fonts };
}

/** Labels in the order in which they choose their places. */
function asked(options: WritingOptions, size: number): Asked<MeasuredLabel>[] {
  const { graph, scene, text, selected, focused, emphasis, kept } = options;
  const chosen = new Set([emphasis?.active, focused, ...selected]);
  const first = new Set([...chosen, ...(emphasis?.nodes ?? [])]);
  return [...new Set([...first, ...scene.nodes.keys()])].flatMap((key = '') => {
    const node = scene.nodes.get(key);
    const stays = kept !== undefined && !first.has(key);
    const side = kept?.get(key);
    if (!node || (stays && side === undefined)) return [];
    const whole = chosen.has(key);
    return { node, text: text.of(graph.getNodeAttributes(key), size, whole), chosen: whole, side, stays };
  });
}

/** Edges whose types are written, where there is room: those of what is hovered or selected. */
function edgesToWrite({ graph, selected, emphasis }: WritingOptions): string[] {
  const edges = selected.filter((key) => graph.hasEdge(key));
  const around = emphasis
    ? emphasis.edges
    : selected.filter((key) => graph.hasNode(key)).flatMap((key) => graph.edges(key));
  const apart = [...around].filter((key) => graph.getEdgeAttribute(key, 'band') !== 0);
  return [...new Set([...edges, ...apart])].slice(0, MOST_TYPES);
}
