import { primaryLabel } from '../../../server/core/looks/look.ts';
import { valuesOf } from '../../../server/core/looks/own/fits.ts';
import type { Rule } from '../../../server/core/looks/own/rule.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { byText } from '../../../server/core/numbers/random.ts';
import { NODE_SUBJECTS } from '../../../server/core/view/own/look-rule.ts';
import { propertiesHeld } from '../table/property-columns.ts';

/** At most this many values are offered; any other may be typed. */
const MOST_OFFERED = 200;
const PROPERTY = 'property:';

/** By what rules may tell nodes or edges of a graph from others; names that no rule can hold are left out. */
export function subjectsOf(graph: Graph, of: Rule['of']): string[] {
  const held = propertiesHeld(of === 'node' ? graph.nodes : graph.edges);
  const properties = held.filter(({ name }) => !/[=;,]/.test(name)).map(({ name }) => PROPERTY + name);
  return of === 'node'
    ? [...NODE_SUBJECTS.slice(0, 1), ...properties, ...NODE_SUBJECTS.slice(1)]
    : ['type', ...properties];
}

/** Values that a subject has in a graph, in alphabetical order. */
export function valuesFor({ nodes, edges }: Graph, of: Rule['of'], by: string): string[] {
  const found = new Set<string>();
  const take = (values: readonly unknown[]) => {
    for (const value of values) if (found.size < MOST_OFFERED) found.add(String(value));
  };
  if (by === 'label') for (const { attributes } of nodes) take([primaryLabel(attributes.labels)]);
  if (by === 'type') for (const { attributes } of edges) take([attributes.type]);
  if (by.startsWith(PROPERTY))
    for (const { attributes } of of === 'node' ? nodes : edges)
      take(valuesOf(attributes.properties, by.slice(PROPERTY.length)));
  return [...found].sort(byText);
}
