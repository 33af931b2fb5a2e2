import { numericEdgeProperties } from '../looks/edge-widths.ts';
import { numericProperties, tellingProperties, valuesOfProperty } from '../looks/node-looks.ts';
import { MOST_SHAPES } from '../looks/node-shapes.ts';
import type { Graph } from '../model/graph.ts';
import type { View } from '../view/view.ts';
import { type Grouping, MOST_GROUPS } from './groups.ts';
import { PROPERTY } from './node-values.ts';

type Size = NonNullable<View['size']>;
type Colour = NonNullable<View['colour']>;

/** What a size or colour of nodes may mean: its name, and a sentence on what it says. */
export interface Meaning {
  title: string;
  says: string;
}

const MEASURES = {
  degree: { title: 'Number of edges', says: 'The number of edges a node has in the picture.' },
  weightedDegree: {
    title: 'Weight of edges',
    says: 'The sum of the weights of a node’s edges; an edge without one weighs 1.',
  },
  betweenness: {
    title: 'Betweenness',
    says: 'The share of shortest paths between others that pass through a node: who could broker, or block.',
  },
  closeness: { title: 'Closeness', says: 'How close a node is to all others, in steps.' },
  pagerank: {
    title: 'PageRank',
    says: 'How often a node is visited when following edges at random in their direction.',
  },
} as const;

const SIZES: Readonly<Record<string, Meaning>> = {
  ...MEASURES,
  same: { title: 'All the same', says: 'Size has no meaning.' },
};

/** What the size of a node means; undefined means its number of edges. */
export function sizeMeaning(size: Size = 'degree'): Meaning {
  if (!size.startsWith(PROPERTY)) return SIZES[size] ?? MEASURES.degree;
  const name = size.slice(PROPERTY.length);
  return { title: `Property ${name}`, says: `The larger a node’s ${name}, the larger the node.` };
}

/** Every size there is for a graph, the usual first. */
export function sizesFor(graph: Graph): Size[] {
  return [...Object.keys(SIZES), ...numericProperties(graph).map((name) => `${PROPERTY}${name}`)] as Size[];
}

const COMMUNITIES: Meaning = {
  title: 'Communities',
  says: 'Groups with more edges within than between them (Louvain); opposition is left out.',
};

const ALLIANCES: Readonly<Record<'camps' | 'blocs', Meaning>> = {
  camps: {
    title: 'Camps',
    says: 'The best split into two camps, with support within and opposition between them.',
  },
  blocs: {
    title: 'Blocs',
    says: 'Groups with support within and opposition between them, and as few frustrated edges as possible.',
  },
};

/** What a colour of nodes means; undefined means their label. */
export function colourMeaning(colour: Colour | undefined): Meaning {
  if (colour === undefined) return { title: 'Label', says: 'Colour repeats what shape shows.' };
  if (colour === 'communities') return COMMUNITIES;
  if (colour === 'camps' || colour === 'blocs') return ALLIANCES[colour];
  if (colour.startsWith(PROPERTY)) {
    const name = colour.slice(PROPERTY.length);
    return { title: `Property ${name}`, says: `The property ${name} of a node.` };
  }
  return MEASURES[colour as keyof typeof MEASURES];
}

const WIDTHS: Readonly<Record<'same' | 'parallel' | 'confidence', Meaning>> = {
  same: { title: 'All the same', says: 'Width has no meaning.' },
  parallel: {
    title: 'Parallel edges',
    says: 'The more edges join two nodes, the wider each is.',
  },
  confidence: { title: 'Confidence', says: 'The more certain a claim, the wider its edge.' },
};

/** What the shape of a node means; undefined means its label. */
export function shapeMeaning(shape: View['shape']): Meaning {
  return shape === undefined ? { title: 'Label', says: 'Shape shows the label.' } : colourMeaning(shape);
}

/** Every shape there is for a graph, but for the label. */
export function shapesFor(graph: Graph): NonNullable<View['shape']>[] {
  const properties = fewValued(graph, MOST_SHAPES).map((name): Colour => `${PROPERTY}${name}`);
  return ['communities', 'camps', 'blocs', ...properties];
}

/** What the width of an edge means; undefined means whether it takes a side, and how real and sure it is. */
export function widthMeaning(width: View['width']): Meaning {
  if (width === undefined) return { title: 'Sign of the stance', says: 'Support and opposition are wider.' };
  if (width === 'same' || width === 'parallel' || width === 'confidence') return WIDTHS[width];
  const name = width.slice(PROPERTY.length);
  return { title: `Property ${name}`, says: `The larger an edge’s ${name}, the wider the edge.` };
}

/** Every width there is for a graph, but for the usual. */
export function widthsFor(graph: Graph): NonNullable<View['width']>[] {
  const properties = numericEdgeProperties(graph).map((name): Colour => `${PROPERTY}${name}`);
  return ['same', 'parallel', 'confidence', ...properties];
}

const GROUPINGS: Readonly<Record<'label' | 'part', Meaning>> = {
  label: { title: 'Label', says: 'Nodes with the same label are placed together.' },
  part: { title: 'Connected component', says: 'Nodes connected by a path are placed together.' },
};

/** What a layout by groups puts together. */
export function groupingMeaning(group: Grouping): Meaning {
  if (group === 'label' || group === 'part') return GROUPINGS[group];
  return colourMeaning(group);
}

/** Every grouping there is for a graph. */
export function groupingsOf(graph: Graph): Grouping[] {
  const properties = fewValued(graph, MOST_GROUPS).map((name): Grouping => `${PROPERTY}${name}`);
  return ['label', 'part', 'communities', 'camps', 'blocs', ...properties];
}

/** Properties of few values, so that each has several nodes. */
function fewValued(graph: Graph, most: number): string[] {
  return tellingProperties(graph.nodes).filter(
    (name) => new Set(valuesOfProperty(graph, name).values()).size <= most,
  );
}

/** Every colour there is for a graph, but for the label. */
export function coloursOf(graph: Graph): Colour[] {
  const properties = tellingProperties(graph.nodes).map((name): Colour => `${PROPERTY}${name}`);
  return ['communities', 'camps', 'blocs', ...(Object.keys(MEASURES) as Colour[]), ...properties];
}
