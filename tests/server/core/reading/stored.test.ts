import { describe, expect, it } from 'vitest';
import { storedNetwork } from '../../../../server/core/reading/stored.ts';
import { read } from './given.ts';

const CSV = 'source,target,stance,weight\na,b,support,2\na,b,support,1\nb,a,oppose,\nb,c,neutral,\n';

describe('a network that was read', () => {
  it('is stored the same each time, with an id for each edge', async () => {
    const [once, again] = [await read({ 'a.csv': CSV }), await read({ 'a.csv': CSV })].map((network) =>
      storedNetwork(network, { set: 'mine', prefix: '' }),
    );
    expect(again).toEqual(once);
    const ids = once?.edges.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(4);
    expect(ids[1]).toBe(`${ids[0]}-2`);
  });

  it('has types by signs where it has none, and labels by which sets are found', async () => {
    const { nodes, edges } = storedNetwork(await read({ 'a.csv': CSV }), { set: 'mine', prefix: 'm:' });
    expect(edges.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['SUPPORTS', 'm:a', 'm:b'],
      ['SUPPORTS', 'm:a', 'm:b'],
      ['OPPOSES', 'm:b', 'm:a'],
      ['RELATED_TO', 'm:b', 'm:c'],
    ]);
    expect(nodes[0]).toEqual({
      id: 'm:a',
      labels: ['Actor'],
      properties: { name: 'a', id: 'm:a', dataSet: 'mine' },
    });
  });

  it('keeps the labels of its own, the edge ids of its file and the source that an edge rests on', async () => {
    const json = [
      '{"type":"node","id":"0","labels":["User"],"properties":{"id":"own"}}',
      '{"type":"node","id":"1","labels":["Source"]}',
      '{"type":"relationship","id":"7","label":"READS","properties":{"source":"1"},"start":{"id":"0"},"end":{"id":"1"}}',
    ];
    const { nodes, edges } = storedNetwork(await read({ 'a.jsonl': json.join('\n') }), {
      set: 'mine',
      prefix: 'm:',
    });
    expect(nodes.map(({ labels }) => labels)).toEqual([['Actor', 'User'], ['Source']]);
    expect(nodes[0]?.properties).toMatchObject({ id: 'm:0', 'id (property)': 'own' });
    expect(edges[0]).toMatchObject({ id: 'mine/7', properties: { source: 'm:1' } });
  });
});
