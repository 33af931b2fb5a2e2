import type { Graph, GraphNode } from '../model/graph.ts';
import { byText } from '../numbers/random.ts';
import { valueIn, valuesOfProperty } from './node-looks.ts';
import { areOrdered, type Value } from './scale.ts';

/** How often a value must be shared for colours by a property to say something. */
const LEAST_SHARED = 2;

const tellingBefore = new WeakMap<readonly GraphNode[], readonly string[]>();

/** Properties by which nodes can be told apart in colour: with at least two values, in order or not all different. */
export function tellingProperties(nodes: readonly GraphNode[]): readonly string[] {
  const known = tellingBefore.get(nodes);
  if (known) return known;
  const found = tellingIn(nodes);
  tellingBefore.set(nodes, found);
  return found;
}

function tellingIn(nodes: readonly GraphNode[]): string[] {
  const seen = new Map<string, { values: Set<Value>; count: number }>();
  for (const { attributes } of nodes)
    for (const [name, held] of Object.entries(attributes.properties)) {
      const value = valueIn(held);
      if (value === undefined) continue;
      const known = seen.get(name) ?? { values: new Set(), count: 0 };
      known.values.add(value);
      known.count += 1;
      seen.set(name, known);
    }
  return [...seen]
    .filter(
      ([, { values, count }]) =>
        values.size > 1 && (count >= LEAST_SHARED * values.size || areOrdered(values)),
    )
    .map(([name]) => name)
    .sort(byText);
}

/** Properties by whose numbers sizes of nodes say something. */
export function numericProperties(graph: Graph): string[] {
  return tellingProperties(graph.nodes).filter((name) =>
    [...valuesOfProperty(graph, name).values()].every((value) => typeof value === 'number'),
  );
}

/** Properties of edges by whose numbers widths say something. */
export function numericEdgeProperties({ edges }: Graph): string[] {
  const seen = new Map<string, Set<number>>();
  const others = new Set<string>();
  for (const { attributes } of edges)
    for (const [name, value] of Object.entries(attributes.properties)) {
      if (typeof value !== 'number') others.add(name);
      else seen.set(name, (seen.get(name) ?? new Set()).add(value));
    }
  return [...seen]
    .filter(([name, values]) => values.size > 1 && !others.has(name))
    .map(([name]) => name)
    .sort(byText);
}
