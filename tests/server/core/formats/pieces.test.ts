import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../../../../server/core/formats/format.ts';
import { writeGraph } from '../../../../server/core/formats/write.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { GRAPH_OPTIONS } from '../../../../server/core/model/graph-options.ts';
import { writePacked } from '../../../../server/core/packed/write.ts';

/** A ring whose elements have texts and types that JSON does not tell. */
function ring(length: number): Graph {
  const nodes = Array.from({ length }, (_, at) => ({
    key: `n${at}`,
    attributes: { caption: `N ${at}`, labels: ['L'], degree: 2, properties: { name: `N ${at}`, at } },
  }));
  const edges = nodes.map(({ key }, at) => ({
    key: `e${at}`,
    source: key,
    target: `n${(at + 1) % length}`,
    attributes: {
      type: 'T',
      sign: 1 as const,
      properties: { claim: `Says ${at}`, weight: 1 },
      propertyTypes: { weight: 'Float' },
    },
  }));
  const total = { nodes: length, edges: length };
  return { attributes: { truncated: false, total, snapshot: 's' }, options: GRAPH_OPTIONS, nodes, edges };
}

/** The graph, counting how many elements are looked at between two pieces. */
function watched(graph: Graph) {
  let looks = 0;
  const counting = <T extends object>(elements: T[]) =>
    new Proxy(elements, {
      get(list, name, receiver) {
        if (typeof name === 'string' && /^\d+$/.test(name)) looks += 1;
        return Reflect.get(list, name, receiver);
      },
    });
  const seen = { ...graph, nodes: counting(graph.nodes), edges: counting(graph.edges) };
  return {
    graph: seen,
    since: () => {
      const now = looks;
      looks = 0;
      return now;
    },
  };
}

describe('a file of a graph', () => {
  const writers = FORMAT_NAMES.map((name) => [name, (graph: Graph) => writeGraph(graph, name)] as const);

  it.each([...writers, ['packed columns', writePacked] as const])(
    'lets others have a turn however large the graph is, as %s',
    (_, write) => {
      const most = (length: number) => {
        const { graph, since } = watched(ring(length));
        let largest = 0;
        for (const _ of write(graph)) largest = Math.max(largest, since());
        return largest;
      };
      // Whether any node has something is looked up at one go, which costs a hundredth of writing it.
      expect(most(20_000)).toBeLessThan(22_000);
      expect(most(2_000)).toBeGreaterThan(10);
    },
  );
});
