import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { randomFrom } from '../../../../server/core/measures/random.ts';
import { edgesFrom, mergeEdges, type SignedGraph } from '../../../../server/core/measures/signed-graph.ts';
import type { Graph, Sign } from '../../../../server/core/model/graph.ts';
import { GRAPH_OPTIONS } from '../../../../server/core/model/graph-options.ts';

/**
 * The tribes of the Gahuku-Gama of Highland New Guinea: alliances and hostilities among 16 (Read 1954, in the
 * form of Hage and Harary 1983).
 */
export function tribes(): { names: string[]; graph: SignedGraph } {
  const text = readFileSync(join(import.meta.dirname, 'fixtures', 'tribes.csv'), 'utf8');
  const rows = text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',') as [string, string, string]);
  const names = [...new Set([...rows.map(([a]) => a), ...rows.map(([, b]) => b)])].sort();
  const edges = rows.map(([a, b, sign]) => [names.indexOf(a), names.indexOf(b), Number(sign)] as const);
  return { names, graph: mergeEdges(edgesFrom(names.length, edges)) };
}

/** Signed rows among a few nodes: parallel, contradictory and looping ones too. */
export function anyRows(mostNodes: number, mostRows: number) {
  return fc.integer({ min: 1, max: mostNodes }).chain((nodes) => {
    const node = fc.nat({ max: nodes - 1 });
    const rows = fc.array(fc.tuple(node, node, fc.constantFrom(-1, 1)), { maxLength: mostRows });
    return rows.map((each) => ({ nodes, rows: each }));
  });
}

export function anySignedGraph(mostNodes: number, mostRows: number): fc.Arbitrary<SignedGraph> {
  return anyRows(mostNodes, mostRows).map(({ nodes, rows }) => mergeEdges(edgesFrom(nodes, rows)));
}

/** A random signed network of exactly so many edges. */
export function randomNetwork(nodes: number, edges: number, seed: number, negative = 0.5): SignedGraph {
  const random = randomFrom(seed, 'network');
  const pairs = new Map<number, [number, number, number]>();
  while (pairs.size < edges) {
    const [a, b] = [Math.floor(random() * nodes), Math.floor(random() * nodes)];
    const pair = Math.min(a, b) * nodes + Math.max(a, b);
    if (a !== b && !pairs.has(pair)) pairs.set(pair, [a, b, random() < negative ? -1 : 1]);
  }
  return mergeEdges(edgesFrom(nodes, [...pairs.values()]));
}

/** The fewest contradicted edges over all splits, by trying every one. */
export function frustrationByDefinition({ nodes, source, target, sign }: SignedGraph): number {
  let least = Infinity;
  for (let split = 0; split < 2 ** Math.max(0, nodes - 1); split++) {
    let against = 0;
    for (let edge = 0; edge < source.length; edge++) {
      const apart = ((split >> Number(source[edge])) ^ (split >> Number(target[edge]))) & 1;
      if (apart === (Number(sign[edge]) > 0 ? 1 : 0)) against += 1;
    }
    least = Math.min(least, against);
  }
  return least;
}

/** The same graph with its nodes in another order: node v becomes `order[v]`. */
export function relabelled(graph: SignedGraph, order: readonly number[]): SignedGraph {
  const rows = Array.from(
    graph.sign,
    (sign, edge) =>
      [Number(order[Number(graph.source[edge])]), Number(order[Number(graph.target[edge])]), sign] as const,
  );
  return mergeEdges(edgesFrom(graph.nodes, rows));
}

/** The same graph with the signs of all edges between some nodes and the others turned round. */
export function switched(graph: SignedGraph, camp: readonly boolean[]): SignedGraph {
  const sign = graph.sign.map((value, edge) =>
    camp[Number(graph.source[edge])] === camp[Number(graph.target[edge])] ? value : -value,
  );
  return { ...graph, sign };
}

/** Edges `[from, to, sign, properties]`; what begins with a capital is an actor. */
export function graphOf(rows: readonly [string, string, Sign, Record<string, string>?][]): Graph {
  const keys = [...new Set([...rows.map(([from]) => from), ...rows.map(([, to]) => to)])];
  return {
    attributes: { truncated: false, total: { nodes: keys.length, edges: rows.length }, snapshot: 'any' },
    options: GRAPH_OPTIONS,
    nodes: keys.map((key) => ({
      key,
      attributes: {
        caption: key,
        labels: [/^[A-Z]/.test(key) ? 'Actor' : 'Issue'],
        properties: {},
        degree: 0,
      },
    })),
    edges: rows.map(([source, target, sign, properties = {}], at) => ({
      key: `edge ${at}`,
      source,
      target,
      attributes: { type: 'STANDS', sign, properties },
    })),
  };
}
