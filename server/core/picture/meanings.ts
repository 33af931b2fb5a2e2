import { numericEdgeProperties } from '../looks/edge-widths.ts';
import { numericProperties, tellingProperties, valuesOfProperty } from '../looks/node-looks.ts';
import { MOST_SHAPES } from '../looks/node-shapes.ts';
import { degree } from '../measures/nodes/degree.ts';
import { measuresFor, nodeMeasure } from '../measures/registry.ts';
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

function ofMeasure(id: string): Meaning | undefined {
  const measure = nodeMeasure(id);
  return measure && { title: measure.name, says: measure.sentence };
}

const DEGREE = { title: degree.name, says: degree.sentence };

/** What the size of a node means; undefined means its degree. */
export function sizeMeaning(size: Size = 'degree'): Meaning {
  if (size === 'same') return { title: 'All the same', says: 'Size has no meaning.' };
  if (!size.startsWith(PROPERTY)) return ofMeasure(size) ?? DEGREE;
  const name = size.slice(PROPERTY.length);
  return { title: `Property ${name}`, says: `The larger a node’s ${name}, the larger the node.` };
}

/** Every size there is for a graph, the usual first. */
export function sizesFor(graph: Graph): Size[] {
  const properties = numericProperties(graph).map((name): Colour => `${PROPERTY}${name}`);
  return [...measuresFor('size'), 'same', ...properties];
}

/** What a colour of nodes means; undefined means their label. */
export function colourMeaning(colour: Colour | undefined): Meaning {
  if (colour === undefined) return { title: 'Label', says: 'Colour repeats what shape shows.' };
  const name = colour.slice(PROPERTY.length);
  return ofMeasure(colour) ?? { title: `Property ${name}`, says: `The property ${name} of a node.` };
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
  return [...measuresFor('shape'), ...properties];
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
  return ['label', 'part', ...measuresFor('group'), ...properties];
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
  const isAmount = (id: string) => measuresFor('size').some((size) => size === id);
  const measures = measuresFor('colour');
  return [...measures.filter((id) => !isAmount(id)), ...measures.filter(isAmount), ...properties];
}
