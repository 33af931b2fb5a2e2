import type { Graph, Properties } from '../../../server/core/model/graph.ts';
import { byText } from '../../../server/core/numbers/random.ts';
import {
  type Condition,
  foldedEdge,
  foldedNode,
  type Narrowing,
  narrow,
  readCondition,
  valuesAt,
  writeCondition,
} from '../../../server/core/view/narrow.ts';
import type { View } from '../../../server/core/view/view.ts';
import { forEachSliced } from '../../slices.ts';
import { change } from '../link/view-changes.ts';

/** A property of nodes or edges, and how many have each of its values; the most frequent first. */
export interface PropertyValues {
  of: Condition['of'];
  name: string;
  values: readonly (readonly [value: string, count: number])[];
}

/** The property of edges that says who asserted what an edge tells. */
export const ASSERTER = { of: 'edge', name: 'assertedBy' } as const;

/** A property with more values than this is for the search, not for a list. */
const MOST_VALUES = 200;
/** What the legend filters by already, and what tells one element from all others. */
const ELSEWHERE = ['id', 'modality', 'confidence', 'source', 'name', 'claim', 'summary'];

const propertiesBefore = new WeakMap<Graph, readonly PropertyValues[]>();

/** Every property of a graph by whose values it can be filtered; the same for the same graph. */
export function propertiesOf(graph: Graph): readonly PropertyValues[] {
  const known = propertiesBefore.get(graph);
  if (known) return known;
  const found = [...valuesIn('edge', graph.edges), ...valuesIn('node', graph.nodes)];
  propertiesBefore.set(graph, found);
  return found;
}

function valuesIn(
  of: Condition['of'],
  elements: readonly { attributes: { properties: Properties } }[],
): PropertyValues[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { attributes } of elements)
    for (const name of Object.keys(attributes.properties)) {
      if (ELSEWHERE.includes(name)) continue;
      const values = counts.get(name) ?? new Map<string, number>();
      counts.set(name, values);
      // What has too many values already need not be counted on.
      if (values.size > MOST_VALUES) continue;
      for (const value of valuesAt(attributes.properties, name))
        values.set(value, (values.get(value) ?? 0) + 1);
    }
  return [...counts]
    .filter(([, values]) => values.size > 1 && values.size <= MOST_VALUES)
    .sort(([a], [b]) => byText(a, b))
    .map(([name, values]) => ({
      of,
      name,
      values: [...values].sort((a, b) => b[1] - a[1] || byText(a[0], b[0])),
    }));
}

/** The conditions of a view. */
export function conditionsOf({ where = [] }: View): Condition[] {
  return where.flatMap((text) => readCondition(text) ?? []);
}

/** Adds a condition, or takes it away where it is there. */
export function toggleCondition(view: View, condition: Condition): View {
  const text = writeCondition(condition);
  const where = view.where ?? [];
  return change(view, {
    where: where.includes(text) ? where.filter((each) => each !== text) : [...where, text],
  });
}

const leftBefore = new WeakMap<Graph, Map<string, Left>>();

interface Left {
  nodes: number;
  edges: number;
}

/** How many nodes and edges one filter alone leaves of a graph. */
export function leaves(graph: Graph, filter: Narrowing): Left {
  const known = leftBefore.get(graph) ?? new Map<string, Left>();
  leftBefore.set(graph, known);
  const name = JSON.stringify(filter);
  const before = known.get(name);
  if (before) return before;
  const { nodes, edges } = narrow(graph, filter);
  const left = { nodes: nodes.length, edges: edges.length };
  known.set(name, left);
  return left;
}

/** Reads the texts of a graph in slices, ahead of a filter by text, which then answers at once however many there are. */
export async function readTexts({ nodes, edges }: Graph): Promise<void> {
  await forEachSliced(nodes, foldedNode);
  await forEachSliced(edges, foldedEdge);
}
