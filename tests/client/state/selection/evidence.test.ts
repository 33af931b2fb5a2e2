import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenOf } from '../../../../client/state/selection/evidence.ts';
import { stancesOf } from '../../../../client/state/selection/stances.ts';
import { codingOf } from '../../../../client/state/table/coding.ts';
import { statisticsOf } from '../../../../client/state/table/statistics.ts';
import { edge, graphOf, node } from '../world.ts';

describe('the coding of a source', () => {
  it('holds every edge once, sources with most first and paragraphs in the order of the text', () => {
    const value = fc.constantFrom<unknown>('a', 'b', undefined, null, '');
    const paragraph = fc.constantFrom<unknown>(1, 2, 10, '3', undefined);
    fc.assert(
      fc.property(fc.array(fc.tuple(value, paragraph), { maxLength: 20 }), (given) => {
        const edges = given.map(([source, at], key) =>
          edge(`${key}`, 'x', 'y', 'SUPPORTS', {
            ...(source !== undefined && { source }),
            ...(at !== undefined && { paragraph: at }),
          }),
        );
        const coded = codingOf({ edges });
        const all = coded.flatMap(({ paragraphs }) => paragraphs.flatMap((each) => each.edges));
        expect(all.map(({ key }) => key).sort()).toEqual(edges.map(({ key }) => key).sort());
        const named = coded.filter(({ source }) => source !== undefined);
        expect(coded.slice(0, named.length)).toEqual(named);
        for (const { paragraphs } of coded) {
          const numbers = paragraphs.map((each) => Number(each.paragraph ?? Infinity));
          expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        }
      }),
    );
  });
});

describe('the stances of a node', () => {
  it('are its own signed edges in the order of time, with every change of mind', () => {
    const graph = graphOf(
      [node('a'), node('b'), node('c')],
      [
        edge('3', 'a', 'b', 'SUPPORTS', { since: '2025-11' }),
        edge('1', 'a', 'b', 'OPPOSES', { since: '2024' }),
        edge('2', 'a', 'c', 'SUPPORTS', { since: '2025' }),
        edge('4', 'b', 'a', 'OPPOSES', { since: '2023' }),
        edge('5', 'a', 'c', 'ATTENDS', { since: '2022' }),
        edge('6', 'a', 'b', 'SUPPORTS', {}),
      ],
    );
    expect(
      stancesOf(graph, 'a').map(({ edge: { key }, sign, date, changed }) => [key, sign, date, changed]),
    ).toEqual([
      ['1', -1, '2024', false],
      ['2', 1, '2025', false],
      ['3', 1, '2025-11', true],
      ['6', 1, undefined, false],
    ]);
  });
});

describe('a change of mind', () => {
  const changes = (...given: Record<string, unknown>[]) => {
    const edges = given.map(({ type, ...properties }, at) =>
      edge(`${at}`, 'a', 'b', String(type), properties),
    );
    return stancesOf(graphOf([node('a'), node('b')], edges), 'a').filter(({ changed }) => changed).length;
  };

  it('is told of what is known to be later, and really taken', () => {
    expect(changes({ type: 'SUPPORTS', since: '2024' }, { type: 'OPPOSES', since: '2025-01' })).toBe(1);
    expect(changes({ type: 'SUPPORTS', since: '2024' }, { type: 'OPPOSES' })).toBe(0);
    expect(changes({ type: 'SUPPORTS', since: '2024' }, { type: 'OPPOSES', since: '2024-05' })).toBe(0);
    const expected = { type: 'OPPOSES', since: '2025', modality: 'expected' };
    expect(changes({ type: 'SUPPORTS', since: '2024' }, expected)).toBe(0);
    expect(changes({ type: 'SUPPORTS', since: '2024' }, expected, { type: 'SUPPORTS', since: '2026' })).toBe(
      0,
    );
  });
});

describe('evidence of any database', () => {
  it('is written whatever it is, and not where there is nothing', () => {
    expect(['3a', 7, 0, true, ['a', 2]].map(writtenOf)).toEqual(['3a', '7', '0', 'true', 'a, 2']);
    expect(['', null, undefined, []].map(writtenOf)).toEqual(Array(4).fill(undefined));
  });
});

describe('the statistics of a graph', () => {
  it('count every node and edge once in each distribution', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.array(fc.tuple(fc.nat(29), fc.nat(29), fc.constantFrom('SUPPORTS', 'OPPOSES', 'ATTENDS')), {
          maxLength: 60,
        }),
        (order, ends) => {
          const nodes = Array.from({ length: order }, (_, at) => node(`${at}`));
          const edges = ends
            .filter(([from, to]) => from < order && to < order)
            .map(([from, to, type], at) => edge(`e${at}`, `${from}`, `${to}`, type));
          const told = statisticsOf(graphOf(nodes, edges));
          const sum = (bars: readonly { count: number }[]) => bars.reduce((all, { count }) => all + count, 0);
          expect(sum(told.degrees)).toBe(order);
          expect(sum(told.signs)).toBe(edges.length);
          expect(sum(told.types)).toBe(edges.length);
          expect(told.density).toBeGreaterThanOrEqual(0);
          expect(told.density).toBeLessThanOrEqual(1);
          expect(told.reciprocity).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('tell a returned edge, a pair apart and a part of its own', () => {
    const told = statisticsOf(
      graphOf([node('a'), node('b'), node('c')], [edge('1', 'a', 'b'), edge('2', 'b', 'a', 'OPPOSES')]),
    );
    expect(told).toMatchObject({ density: 2 / 6, reciprocity: 1, meanDegree: 4 / 3 });
    expect(told.parts).toEqual([
      { title: '1', count: 1 },
      { title: '2', count: 1 },
    ]);
  });
});
