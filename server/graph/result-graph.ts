import { toEdge, toNode } from '../core/answers/elements.ts';
import type { Reader } from '../core/answers/reader.ts';
import type { Graph, GraphNode } from '../core/model/graph.ts';
import { GRAPH_OPTIONS } from '../core/model/graph-options.ts';
import type { Value } from '../core/model/rows.ts';
import type { FoundElements } from '../database/values/found-elements.ts';
import { mapInSlices } from '../threads/slices.ts';

/** What rows contain as a graph, by the same keys and captions as everywhere; an edge brings its ends. */
export async function readResultGraph(reader: Reader, found: FoundElements): Promise<Graph> {
  const { identity, snapshot, labels } = reader.context;
  const own = new Set(found.nodes);
  const ends = found.edges.flatMap(({ source, target }) => [source, target]);
  const elementIds = [...new Set([...own, ...ends])];
  const nodeRows = elementIds.length > 0 ? await reader.rows('read/nodes-by-element-id', { elementIds }) : [];
  const edgeIds = found.edges.map(({ id }) => id);
  const edgeRows =
    edgeIds.length > 0 ? await reader.rows('read/edges-by-element-id', { elementIds: edgeIds }) : [];
  const keys = new Map<Value, string>();
  const shown = await mapInSlices(nodeRows, (row): GraphNode => {
    const node = toNode(identity, row);
    keys.set(row.elementId ?? null, node.key);
    return own.has(String(row.elementId))
      ? node
      : { ...node, attributes: { ...node.attributes, implied: true } };
  });
  return {
    attributes: {
      truncated: found.truncated,
      total: { nodes: shown.length, edges: edgeRows.length },
      snapshot,
      labels,
    },
    options: GRAPH_OPTIONS,
    nodes: shown,
    edges: await mapInSlices(edgeRows, (row) => toEdge(identity, row, keys)),
  };
}
