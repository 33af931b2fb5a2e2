import { describe, expect, it } from 'vitest';
import { leaves, propertiesOf, readTexts } from '../../../../client/state/shown/narrowing.ts';
import { tellingProperties } from '../../../../server/core/looks/telling.ts';
import { edge, graphOf, node } from '../world.ts';

const withProperties = (key: string, more: object) => {
  const made = node(key);
  return {
    ...made,
    attributes: { ...made.attributes, properties: { ...made.attributes.properties, ...more } },
  };
};

describe('the properties to filter by', () => {
  it('are those with more than one value, the most frequent value first, each of a list by itself', () => {
    const graph = graphOf(
      [
        withProperties('a', { side: 'left', tags: ['x', 'y'], only: 'one' }),
        withProperties('b', { side: 'right', tags: ['y'], only: 'one' }),
        withProperties('c', { side: 'right', rank: 1 }),
      ],
      [
        edge('1', 'a', 'b', 'OPPOSES', { assertedBy: 'a' }),
        edge('2', 'a', 'b', 'OPPOSES', { assertedBy: 'b' }),
      ],
    );
    expect(propertiesOf(graph).map(({ of, name, values }) => [of, name, values])).toEqual([
      [
        'edge',
        'assertedBy',
        [
          ['a', 1],
          ['b', 1],
        ],
      ],
      [
        'node',
        'side',
        [
          ['right', 2],
          ['left', 1],
        ],
      ],
      [
        'node',
        'tags',
        [
          ['y', 2],
          ['x', 1],
        ],
      ],
    ]);
  });

  it('leave out what has more values than a list can hold, wherever the last of them is', () => {
    const nodes = Array.from({ length: 201 }, (_, at) =>
      withProperties(`n${at}`, { code: at, half: at % 100 }),
    );
    expect(propertiesOf(graphOf(nodes, [])).map(({ name }) => name)).toEqual(['half']);
  });

  it('are looked for once a graph, as are those to colour by', () => {
    const graph = graphOf(
      [withProperties('a', { side: 'left' }), withProperties('b', { side: 'right' })],
      [],
    );
    expect(propertiesOf(graph)).toBe(propertiesOf(graph));
    expect(tellingProperties(graph.nodes)).toBe(tellingProperties(graph.nodes));
  });
});

describe('the filter by text', () => {
  it('finds the same whether or not the texts were read ahead, and reads those of many in slices', async () => {
    const claims = Array.from({ length: 20_000 }, (_, at) => `Утверждение под номером ${at}: й`);
    const made = () =>
      graphOf(
        [node('a'), node('b')],
        claims.map((claim, at) => edge(`${at}`, 'a', 'b', 'SUPPORTS', { claim })),
      );
    const [ahead, otherwise] = [made(), made()];
    let turns = 0;
    const timer = setInterval(() => (turns += 1));
    await readTexts(ahead);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
    for (const text of ['НОМЕРОМ 4711: и', 'nothing'])
      expect(leaves(ahead, { text })).toEqual(leaves(otherwise, { text }));
    expect(leaves(ahead, { text: 'номером 4711' }).nodes).toBe(2);
  });
});
