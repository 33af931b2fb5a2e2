import { filteredOf } from '../../../server/core/loading/filtered.ts';
import { primaryLabel } from '../../../server/core/looks/look.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import { graphQuery } from '../../../server/core/view/compose/graph-query.ts';
import { narrows } from '../../../server/core/view/narrow.ts';
import { withoutHidden } from '../../../server/core/view/shown.ts';
import type { View } from '../../../server/core/view/view.ts';
import { type Facet, toggleFacet } from '../link/view-changes.ts';
import type { ExplorerState } from '../store.ts';

/**
 * The whole graph, where it is in hand and a view shows nothing but what its filters leave of it; undefined
 * where what a filter would leave can only be asked of the server.
 */
export function filteredWhole({
  view,
  base,
  whole,
}: Pick<ExplorerState, 'view' | 'base' | 'whole'>): Graph | undefined {
  const { focus, start, add, expand, expandBy, reveal, path } = view;
  if ([focus, start, add, expand, expandBy, reveal, path].some((field) => field !== undefined))
    return undefined;
  if (base?.state === 'ready' && !base.value.attributes.truncated) return base.value;
  return whole;
}

/** What a view shows of a whole graph. */
function shownOf(whole: Graph, view: View): Graph {
  const { focus, depth, ...filters } = graphQuery(view);
  return shownGraph({ graph: { state: 'ready', value: filteredOf(whole, filters) }, view });
}

/**
 * How many nodes and edges are left when a value of a facet is taken out, or brought back.
 *
 * @param all The values of the facet that the data know.
 */
export function leftWhenToggled(
  whole: Graph,
  view: View,
  facet: Facet,
  value: string,
  all: readonly string[],
): { nodes: number; edges: number } {
  const { nodes, edges } = shownOf(whole, toggleFacet(view, facet, value, all));
  return { nodes: nodes.length, edges: edges.length };
}

/**
 * How many elements of each value are shown once that value, which a facet leaves out now, is brought back; the other
 * filters stay. Undefined where filters by place in the network or by property make that another question for
 * each value.
 */
export function broughtBack(
  whole: Graph,
  view: View,
  facet: Facet,
  all: readonly string[],
): ReadonlyMap<string, number> | undefined {
  const chosen: readonly string[] | undefined = view[facet];
  if (!chosen || narrows(view)) return undefined;
  const out = all.filter((value) => !chosen.includes(value));
  // The last one back lifts the filter, and with it comes what has no such value.
  if (out.length === 1) {
    const shown = shownOf(whole, toggleFacet(view, facet, out[0] ?? '', all));
    return countsOf(shown, facet);
  }
  const { focus, depth, ...filters } = graphQuery(view);
  const free = filteredOf(whole, { ...filters, [facet]: undefined });
  const seen = withoutHidden(free, view.hide);
  if (facet !== 'label') return countsOf(seen, facet);
  const { type, modality, confidence, source, from, to } = view;
  const byEdges = [type, modality, confidence, source, from, to].some((each) => each !== undefined);
  return byEdges ? labelsBack(free, new Set(chosen), new Set(view.hide)) : countsOf(seen, 'label');
}

/** How many elements have each value, as the index of a graph counts them. */
function countsOf({ nodes, edges }: Graph, facet: Facet): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (value: unknown) => {
    if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
  };
  if (facet === 'label') for (const { attributes } of nodes) add(primaryLabel(attributes.labels));
  else if (facet === 'type') for (const { attributes } of edges) add(attributes.type);
  else for (const { attributes } of edges) add(attributes.properties[facet]);
  return counts;
}

/** Of nodes whose labels are left out, those with an edge to a node that is shown or comes back along with them. */
function labelsBack(
  { nodes, edges }: Graph,
  chosen: ReadonlySet<string>,
  hidden: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const labels = new Map(nodes.map(({ key, attributes }) => [key, attributes.labels]));
  const back = new Map<string, Set<string>>();
  const look = (key: string, otherKey: string) => {
    const [own, other] = [labels.get(key) ?? [], labels.get(otherKey) ?? []];
    if (hidden.has(key) || own.some((label) => chosen.has(label))) return;
    const label = primaryLabel(own);
    if (!other.some((each) => each === label || chosen.has(each))) return;
    back.set(label, (back.get(label) ?? new Set()).add(key));
  };
  for (const { source, target } of edges) {
    look(source, target);
    look(target, source);
  }
  return new Map([...back].map(([label, keys]) => [label, keys.size]));
}
