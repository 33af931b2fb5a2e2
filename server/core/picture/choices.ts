import { valuesOfProperty } from '../looks/node-looks.ts';
import { MOST_SHAPES } from '../looks/node-shapes.ts';
import { numericEdgeProperties, numericProperties, tellingProperties } from '../looks/telling.ts';
import { measuresFor } from '../measures/registry.ts';
import type { Graph } from '../model/graph.ts';
import type { View } from '../view/view.ts';
import { type Grouping, MOST_GROUPS } from './groups.ts';
import { PROPERTY } from './node-values.ts';

type Size = NonNullable<View['size']>;
type Colour = NonNullable<View['colour']>;

/** Every size there is for a graph, the usual first. */
export function sizesFor(graph: Graph): Size[] {
  const properties = numericProperties(graph).map((name): Colour => `${PROPERTY}${name}`);
  return [...measuresFor('size'), 'same', ...properties];
}

/** Every shape there is for a graph, but for the label. */
export function shapesFor(graph: Graph): NonNullable<View['shape']>[] {
  const properties = fewValued(graph, MOST_SHAPES).map((name): Colour => `${PROPERTY}${name}`);
  return [...measuresFor('shape'), ...properties];
}

/** Every width there is for a graph, but for the usual. */
export function widthsFor(graph: Graph): NonNullable<View['width']>[] {
  const properties = numericEdgeProperties(graph).map((name): Colour => `${PROPERTY}${name}`);
  return ['same', 'parallel', 'confidence', ...properties];
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
