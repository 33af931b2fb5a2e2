import type { Modality } from '../model/evidence.ts';
import type { EdgeAttributes, NodeAttributes, Sign } from '../model/graph.ts';
import { GENERAL_LABELS, LABEL_STYLES, type Shape } from '../model/style.ts';
import { byText } from '../numbers/random.ts';

export { cornersOf, extentOf, reachOf } from './shapes.ts';

/** Shapes in the order in which labels without a style of their own take them. */
export const SHAPES: readonly Shape[] = [
  'circle',
  'square',
  'diamond',
  'hexagon',
  'triangle',
  'pentagon',
  'star',
  'cross',
  'wedge',
  'page',
];

/** A dot, the gap in a group of dots, and the gap around groups and dashes, in pixels at natural size. */
const [DOT, NEAR, FAR] = [2.4, 2.7, 7];
const [DASH, BESIDE] = [9, 3.5];

/**
 * How the line is broken of what is not (yet) the case, by modality, the nearer to being so the fuller: told without
 * colour, in print too.
 */
const NOT_YET = {
  scheduled: [5, NEAR],
  expected: [DOT, 3.2],
  announced: [DOT, NEAR, DOT, FAR],
  proposed: [DOT, NEAR, DOT, NEAR, DOT, FAR],
  hypothetical: [DOT, 9],
} as const satisfies Record<Exclude<Modality, 'actual'>, readonly number[]>;
type NotYet = keyof typeof NOT_YET;

/** Dashes oppose; in front of each group they say so of what is not (yet) the case. */
export type Pattern = 'solid' | 'dashed' | NotYet | `dashed ${NotYet}`;

/** Lengths in pixels of strokes and gaps in turn, at natural size. */
const PATTERNS = {
  solid: [],
  dashed: [DASH, 6],
  ...NOT_YET,
  ...Object.fromEntries(
    Object.entries(NOT_YET).map(([name, group]) => {
      const last = Math.max(BESIDE, group.at(-1) ?? 0);
      return [`dashed ${name}`, [DASH, last, ...group.slice(0, -1), last]];
    }),
  ),
} as unknown as Readonly<Record<Pattern, readonly number[]>>;

/** Every pattern. */
export const PATTERN_NAMES = Object.keys(PATTERNS) as Pattern[];

/**
 * The strokes and gaps of a line in turn, as SVG's `stroke-dasharray` has them; none of an unbroken one. Their ends are
 * flat, and they are counted from the tip at the target, so that they meet heads alike on every edge.
 *
 * @param scale By how much the line is wider than at natural size: strokes and gaps grow as widths do.
 */
export function dashesOf(pattern: Pattern, scale = 1): number[] {
  return PATTERNS[pattern].map((length) => length * scale);
}

/** The tokens of a theme that edges are drawn in. */
export type EdgeColour = 'support' | 'supportWeak' | 'oppose' | 'opposeWeak' | 'neutral' | 'neutralWeak';

/** A place in a theme's palette, where colours of edges mean something else. */
export type PaletteColour = `palette-${number}`;

/** How an edge is drawn, on the canvas and in the legend. Widths are in pixels. */
export interface EdgeLook {
  colour: EdgeColour | PaletteColour;
  pattern: Pattern;
  width: number;
  /** Whether it carries the mark of a contested claim. */
  contested: boolean;
  /** How many parallel edges it is drawn for, as a band without a head; 0 where another is drawn for it. */
  band?: number;
}

/**
 * The label that says most of a node: the first that is not one that only gathers others.
 * Gives the empty text for a node without any.
 */
export function primaryLabel(labels: readonly string[]): string {
  return labels.find((label) => !GENERAL_LABELS.includes(label)) ?? labels[0] ?? '';
}

/** Nodes, and the labels of the whole database that they are of, where those are known. */
export interface Labelled {
  attributes?: { labels?: readonly string[] | undefined };
  nodes: readonly { attributes: Pick<NodeAttributes, 'labels'> }[];
}

/**
 * The shape of every label. Well-known ones have their own; the others take, in alphabetical order, the shapes that no
 * label of the database has, then start over. Not by what is shown: a filter would change what shapes mean.
 */
export function shapesOf(graph: Labelled): ReadonlyMap<string, Shape> {
  const known = shapesBefore.get(graph.nodes);
  if (known) return known;
  const shapes = shapesFor(graph);
  shapesBefore.set(graph.nodes, shapes);
  return shapes;
}

/** Every row of a list asks for the shapes of the same nodes. */
const shapesBefore = new WeakMap<object, ReadonlyMap<string, Shape>>();

function shapesFor({ attributes, nodes }: Labelled): ReadonlyMap<string, Shape> {
  const all = attributes?.labels?.filter((label) => !GENERAL_LABELS.includes(label)) ?? [];
  const shown = nodes.map((node) => primaryLabel(node.attributes.labels));
  const labels = [...new Set([...all, ...shown])].sort(byText);
  const known = labels.filter((label) => Object.hasOwn(LABEL_STYLES, label));
  const taken = new Set(known.map((label) => LABEL_STYLES[label]?.shape));
  const left = SHAPES.filter((shape) => !taken.has(shape));
  const free = left.length > 0 ? left : SHAPES;
  const shapes = new Map<string, Shape>();
  for (const label of known) shapes.set(label, LABEL_STYLES[label]?.shape ?? 'circle');
  let next = 0;
  for (const label of labels) {
    if (!shapes.has(label)) shapes.set(label, free[next++ % free.length] ?? 'circle');
  }
  return shapes;
}

const COLOURS: Readonly<Record<Sign, readonly [firm: EdgeColour, weak: EdgeColour]>> = {
  1: ['support', 'supportWeak'],
  [-1]: ['oppose', 'opposeWeak'],
  0: ['neutral', 'neutralWeak'],
};

/** The colour of an edge alone: see {@link edgeLook}. */
export function edgeColour(edge: Pick<EdgeAttributes, 'sign' | 'properties'>): EdgeColour {
  const { actual, stated } = certaintyOf(edge);
  return COLOURS[edge.sign][actual && stated ? 0 : 1];
}

/** How the line of an edge is broken; a modality that is not ours is drawn as what is expected. */
function patternOf({ sign, properties: { modality } }: Pick<EdgeAttributes, 'sign' | 'properties'>): Pattern {
  const opposed = sign === -1;
  if (typeof modality !== 'string' || modality === 'actual') return opposed ? 'dashed' : 'solid';
  const name = Object.hasOwn(NOT_YET, modality) ? (modality as NotYet) : 'expected';
  return opposed ? `dashed ${name}` : name;
}

function certaintyOf({ properties: { modality, confidence } }: Pick<EdgeAttributes, 'properties'>) {
  return {
    actual: typeof modality !== 'string' || modality === 'actual',
    stated: typeof confidence !== 'string' || confidence === 'stated',
  };
}

/**
 * How an edge looks. Dashes mean opposition; dots mean that what is claimed is not (yet) the case, and how near it is;
 * a paler, thinner line means either that or a claim that is not plainly stated; a mark means contested.
 *
 * @param width Where widths mean something else.
 * @param own What of it means something else.
 */
export function edgeLook(
  edge: Pick<EdgeAttributes, 'sign' | 'properties'>,
  width?: number,
  own?: Partial<EdgeLook>,
): EdgeLook {
  const { actual, stated } = certaintyOf(edge);
  const full = edge.sign === 0 ? 1.2 : 3.2;
  return {
    colour: edgeColour(edge),
    pattern: patternOf(edge),
    // Dots need some body to be seen as dots.
    width: width ?? (actual && stated ? full : Math.max(actual ? 1 : 1.5, full - 0.8)),
    contested: edge.properties.confidence === 'contested',
    ...own,
  };
}
