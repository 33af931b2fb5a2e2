import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../../../server/core/formats/format.ts';
import { writeGraph } from '../../../../server/core/formats/write.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { read } from './given.ts';

const GRAPH: Graph = {
  attributes: { truncated: false, total: { nodes: 2, edges: 1 }, snapshot: 's' },
  options: { type: 'directed', multi: true, allowSelfLoops: true },
  nodes: [
    {
      key: 'a',
      attributes: {
        ...{ caption: 'Aland', labels: ['Actor', 'State'], degree: 1 },
        properties: {
          id: 'a',
          name: 'Aland',
          aliases: ['A', 'Al'],
          population: 5,
          degree: 'high',
          free: true,
        },
      },
    },
    {
      key: 'b',
      attributes: {
        caption: 'Bland',
        labels: ['Actor'],
        degree: 1,
        properties: { id: 'b', name: 'Bland', share: 0.5 },
      },
    },
  ],
  edges: [
    {
      ...{ key: 'e', source: 'a', target: 'b' },
      attributes: {
        ...{ type: 'SUPPORTS', sign: 1 },
        properties: { id: 'e', claim: 'A, "so" to say', sign: 1, paragraph: 3, since: '2025-10' },
      },
    },
  ],
};

function fileOf(format: Format): Uint8Array {
  const pieces = [...writeGraph(GRAPH, format)].map((piece) =>
    typeof piece === 'string' ? strToU8(piece) : piece,
  );
  return new Uint8Array(Buffer.concat(pieces));
}

describe('what we export', () => {
  it.each(['json', 'gexf', 'graphml', 'csv'] as const)('comes back whole from %s', async (format) => {
    const { nodes, edges, skipped, warnings } = await read({ [`a.${format}`]: fileOf(format) });
    expect(nodes.map(({ key, labels }) => [key, labels])).toEqual([
      ['a', ['Actor', 'State']],
      ['b', ['Actor']],
    ]);
    expect(nodes[0]?.properties).toMatchObject({
      name: 'Aland',
      aliases: ['A', 'Al'],
      population: 5,
      degree: 'high',
      free: true,
    });
    expect(nodes[1]?.properties).toMatchObject({ name: 'Bland', share: 0.5 });
    expect(edges).toEqual([
      {
        ...{ source: 'a', target: 'b', directed: true, type: 'SUPPORTS' },
        properties: { id: 'e', claim: 'A, "so" to say', sign: 1, paragraph: 3, since: '2025-10' },
      },
    ]);
    expect([skipped, warnings]).toEqual([{ nodes: 0, edges: 0 }, []]);
  });
});
