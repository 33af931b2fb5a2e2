import { adjacencyOf, type WeightedGraph } from './weighted.ts';

/** A part of a graph and where its nodes and edges are in the whole. */
export interface Block extends WeightedGraph {
  nodesOf: readonly number[];
  edgesOf: readonly number[];
}

/**
 * The biconnected blocks of a graph (Hopcroft and Tarjan 1973), smallest first: cycles lie within blocks, so
 * that the least cost of the whole is the sum of theirs. Without recursion, O(n + m).
 */
export function blocksOf(graph: WeightedGraph): Block[] {
  return edgesByBlock(graph)
    .map((edges) => blockOf(graph, edges))
    .sort((a, b) => a.edgesOf.length - b.edgesOf.length || Number(a.edgesOf[0]) - Number(b.edgesOf[0]));
}

function edgesByBlock(graph: WeightedGraph): number[][] {
  const { offsets, neighbours, via } = adjacencyOf(graph);
  const depth = new Int32Array(graph.nodes).fill(-1);
  const low = new Int32Array(graph.nodes);
  const next = offsets.slice();
  const blocks: number[][] = [];
  const edges: number[] = [];
  for (let root = 0; root < graph.nodes; root++) {
    if ((depth[root] as number) >= 0) continue;
    depth[root] = 0;
    const trail: { node: number; by: number; mark: number }[] = [{ node: root, by: -1, mark: 0 }];
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const { node, by, mark } = top;
      const at = next[node] as number;
      if (at < (offsets[node + 1] as number)) {
        next[node] = at + 1;
        const [other, edge] = [neighbours[at] as number, via[at] as number];
        if (edge === by) continue;
        if ((depth[other] as number) < 0) {
          trail.push({ node: other, by: edge, mark: edges.length });
          edges.push(edge);
          depth[other] = low[other] = trail.length - 1;
        } else if ((depth[other] as number) < (depth[node] as number)) {
          edges.push(edge);
          low[node] = Math.min(low[node] as number, depth[other] as number);
        }
        continue;
      }
      trail.pop();
      const above = trail.at(-1)?.node;
      if (above === undefined) continue;
      if ((low[node] as number) >= (depth[above] as number)) blocks.push(edges.splice(mark));
      else low[above] = Math.min(low[above] as number, low[node] as number);
    }
  }
  return blocks;
}

function blockOf(graph: WeightedGraph, edges: readonly number[]): Block {
  const edgesOf = [...edges].sort((a, b) => a - b);
  const ends = edgesOf.flatMap((edge) => [graph.source[edge] as number, graph.target[edge] as number]);
  const nodesOf = [...new Set(ends)].sort((a, b) => a - b);
  const places = new Map(nodesOf.map((node, at) => [node, at]));
  const place = (node: number | undefined) => places.get(node as number) as number;
  return {
    nodes: nodesOf.length,
    source: Uint32Array.from(edgesOf, (edge) => place(graph.source[edge])),
    target: Uint32Array.from(edgesOf, (edge) => place(graph.target[edge])),
    weight: Float64Array.from(edgesOf, (edge) => graph.weight[edge] as number),
    nodesOf,
    edgesOf,
  };
}

/**
 * Camps for the whole of a graph from the camps of its blocks. Blocks share single nodes and form a tree, so
 * each is turned round where it must be, which costs nothing.
 *
 * @param campsOf The camps of each block's nodes.
 */
export function joinBlocks(
  graph: WeightedGraph,
  blocks: readonly Block[],
  campsOf: readonly ArrayLike<number>[],
): Uint8Array {
  const apart = new Uint8Array(graph.source.length);
  blocks.forEach((block, at) => {
    const camps = campsOf[at] as ArrayLike<number>;
    block.edgesOf.forEach((edge, place) => {
      apart[edge] = camps[block.source[place] as number] === camps[block.target[place] as number] ? 0 : 1;
    });
  });
  const { offsets, neighbours, via } = adjacencyOf(graph);
  const camps = new Uint8Array(graph.nodes).fill(2);
  for (let root = 0; root < graph.nodes; root++) {
    if (camps[root] !== 2) continue;
    camps[root] = 0;
    for (const open = [root]; open.length > 0; ) {
      const node = open.pop() as number;
      for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
        const other = neighbours[at] as number;
        if (camps[other] !== 2) continue;
        camps[other] = (camps[node] as number) ^ (apart[via[at] as number] as number);
        open.push(other);
      }
    }
  }
  return camps;
}
