import { captionOf } from '../answers/caption.ts';
import type { Graph, GraphEdge, GraphNode, Properties } from '../model/graph.ts';
import { GRAPH_OPTIONS } from '../model/graph-options.ts';
import type { Stored, StoredEdge, StoredNode } from '../model/stored.ts';
import { signOf } from '../model/style.ts';
import type { ReadNetwork } from '../reading/network.ts';
import { storedNetwork } from '../reading/stored.ts';

/**
 * What was read of files as the whole graph of a database that they are loaded into.
 *
 * @param set The id of the data set, by which edges get their ids.
 * @param snapshot What tells these data from others.
 */
export function graphOfNetwork(network: ReadNetwork, set: string, snapshot: string): Graph {
  return graphOfStored(storedNetwork(network, { set, prefix: '' }), snapshot);
}

/**
 * What is to be stored as the whole graph of a database that holds it and nothing else.
 *
 * @param snapshot What tells these data from others.
 */
export function graphOfStored({ nodes, edges }: Stored, snapshot: string): Graph {
  const degrees = degreesOf(edges);
  const labels = [...new Set(nodes.flatMap((node) => node.labels))].sort();
  return {
    attributes: {
      truncated: false,
      total: { nodes: nodes.length, edges: edges.length },
      snapshot,
      labels,
    },
    options: GRAPH_OPTIONS,
    nodes: nodes.map((node) => graphNode(node, degrees.get(node.id) ?? 0)),
    edges: edges.map(graphEdge),
  };
}

/** How many edges each node has; a loop is one. */
function degreesOf(edges: readonly StoredEdge[]): Map<string, number> {
  const degrees = new Map<string, number>();
  const count = (key: string) => degrees.set(key, (degrees.get(key) ?? 0) + 1);
  for (const { from, to } of edges) {
    count(from);
    if (to !== from) count(to);
  }
  return degrees;
}

function graphNode({ id: key, labels, properties }: StoredNode, degree: number): GraphNode {
  return {
    key,
    attributes: { caption: captionOf(properties, key), labels, properties: properties as Properties, degree },
  };
}

function graphEdge({ id: key, from, to, type, properties }: StoredEdge): GraphEdge {
  return {
    key,
    source: from,
    target: to,
    attributes: { type, sign: signOf(type, properties.sign), properties: properties as Properties },
  };
}
