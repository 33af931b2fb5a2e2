import type { Graph } from '../../../server/core/model/graph.ts';
import { indexOf } from '../../../server/core/picture/graph-index.ts';
import { edgeClause } from '../../../server/core/words/words.ts';
import type { ExplorerState } from '../store.ts';

/** What a node or an edge is called, as far as anything loaded knows it; else its key. */
export function captionOf(state: ExplorerState, key: string): string {
  for (const graph of graphsOf(state)) {
    const { nodes, edges } = indexOf(graph);
    const node = nodes.get(key);
    if (node) return node.attributes.caption;
    const edge = edges.get(key);
    if (!edge) continue;
    const end = (at: string) => nodes.get(at)?.attributes.caption ?? at;
    return edgeClause(end(edge.source), edge.attributes.type, end(edge.target));
  }
  const { node, search } = state;
  if (node.state === 'ready' && node.value.node.key === key) return node.value.node.attributes.caption;
  const hits = search.found.state === 'ready' ? search.found.value.hits : [];
  return hits.find((hit) => hit.key === key)?.caption ?? key;
}

function graphsOf({ graph, relations, path, base }: ExplorerState): Graph[] {
  const found: Graph[] = [];
  if (graph.state === 'ready') found.push(graph.value);
  if (relations.state === 'ready') found.push(relations.value);
  if (path?.found.state === 'ready') found.push(path.found.value.graph);
  if (base?.state === 'ready') found.push(base.value);
  return found;
}
