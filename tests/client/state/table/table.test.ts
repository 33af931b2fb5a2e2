import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeColumns, inOrder, nodeColumns } from '../../../../client/state/table/table.ts';
import type { GraphNode } from '../../../../server/core/model/graph.ts';
import { indexOf } from '../../../../server/core/picture/graph-index.ts';
import { edge, graphOf, node } from '../world.ts';

const graph = graphOf(
  [node('a'), node('b', 'State'), node('c')],
  [
    edge('1', 'b', 'a', 'MEMBER_OF', { modality: 'proposed', since: '2025-10' }),
    edge('2', 'a', 'b', 'OPPOSES', { confidence: 'stated', since: '2024' }),
    edge('3', 'a', 'c'),
  ],
);
const read = <T>(columns: { cell(element: T): string | number }[], elements: readonly T[]) =>
  elements.map((element) => columns.map(({ cell }) => cell(element)));

/** Signs, numbers, letters with and without accents, and what makes one letter of two. */
const LETTERS = [
  ...' -_,.:;\'"()/?!’“–…«0123456789aAbÉéöñşłøæßzZжйЙиїіґёяΩ漢א',
  ...['\u0301', '\u0306', '\u0308', '007', '12', 'ch', '\n'],
];

describe('the table', () => {
  it('says of nodes what they are and how many edges they have, and of edges what connects whom', () => {
    expect(read(nodeColumns(indexOf(graph)), graph.nodes)).toEqual([
      ['A', 'Person', 3],
      ['B', 'State', 2],
      ['C', 'Person', 1],
    ]);
    expect(read(edgeColumns(indexOf(graph)), graph.edges)).toEqual([
      ['B', 'Member of', 'A', '', 'proposed', '', '', '', 'October 2025'],
      ['A', 'Opposes', 'B', '', '', 'stated', '', '', '2024'],
      ['A', 'Supports', 'C', '', '', '', '', '', ''],
    ]);
  });

  it('says what edges rest on, by the names of what is loaded, in the picture or not', () => {
    const edges = [
      edge('1', 'a', 'b', 'SUPPORTS', { claim: 'A is for B.', assertedBy: 'c', source: 's', paragraph: 12 }),
      edge('2', 'a', 'b', 'SUPPORTS', { assertedBy: 'x', source: ['s', 't'], paragraph: '3a' }),
      edge('3', 'a', 'b', 'SUPPORTS', { paragraph: 4 }),
    ];
    const columns = edgeColumns(indexOf(graphOf(graph.nodes, edges)), new Map([['s', node('s', 'Source')]]));
    const told = read(columns, edges).map((row) => [row[3], row[6], row[7]]);
    expect(told).toEqual([
      ['A is for B.', 'C', 'S, paragraph 12'],
      ['', 'x', 's, t, paragraph 3a'],
      ['', '', 'paragraph 4'],
    ]);
  });

  it('has a column for what looks mean, in the order of its values and not of how they are rounded', () => {
    const values = new Map<string, number>([
      ['a', 0.12345],
      ['c', 0.12341],
    ]);
    const named = (value: number | string) => Number(value).toPrecision(3);
    const columns = nodeColumns(indexOf(graph), [{ title: 'Any', values, areCategories: false, named }]);
    expect(read(columns, graph.nodes).map((row) => row[3])).toEqual(['0.123', '', '0.123']);
    expect(columns[3]?.data?.(graph.nodes[0] as GraphNode)).toBe(0.12345);
    const by = (direction: 'ascending' | 'descending') =>
      inOrder(graph.nodes, columns, { column: 3, direction }).map(({ key }) => key);
    expect([by('ascending'), by('descending')]).toEqual([
      ['c', 'a', 'b'],
      ['a', 'c', 'b'],
    ]);
  });

  it('takes along what is only numbered by the name that it has on the page', () => {
    const named = (value: number | string) => `Community ${Number(value) + 1}`;
    const values = new Map([['a', 0]]);
    const [column] = nodeColumns(indexOf(graph), [
      { title: 'Any', values, areCategories: true, named },
    ]).slice(3);
    expect(graph.nodes.map((each) => column?.data?.(each))).toEqual(['Community 1', '', '']);
  });

  it('is in the order of what is meant, not of how it is written, with what has no date last either way', () => {
    const columns = edgeColumns(indexOf(graph));
    const by = (direction: 'ascending' | 'descending') =>
      inOrder(graph.edges, columns, { column: 8, direction }).map(({ key }) => key);
    expect(by('ascending')).toEqual(['2', '1', '3']);
    expect(by('descending')).toEqual(['1', '2', '3']);
    expect(inOrder(graph.edges, columns)).toBe(graph.edges);
  });

  it('says the year 9999, and what cannot be read as a date as it is, among those without one', () => {
    const dated = ['soon', 9999, '', '07.10.2025', '2025'].map((since, at) =>
      edge(`${at}`, 'a', 'b', 'SUPPORTS', { since }),
    );
    const columns = edgeColumns(indexOf(graphOf(graph.nodes, dated)));
    const sorted = inOrder(dated, columns, { column: 8, direction: 'descending' });
    expect(sorted.map((each) => columns.at(-1)?.cell(each))).toEqual([
      '9999',
      '2025',
      'soon',
      '',
      '07.10.2025',
    ]);
  });

  it('is in the same order as one by one comparison gives, and keeps that of what is equal', () => {
    const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
    const text = fc.oneof(
      fc.constantFrom('a', 'A', 'á', 'b', 'a2', 'a10', ''),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...LETTERS) }),
      fc
        .string({ unit: fc.constantFrom(...LETTERS), minLength: 30 })
        .map((end) => `Each of them says ${end}`),
    );
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const rows = texts.map((value, at) => ({ value, at }));
        const ordered = inOrder(rows, [{ title: 'Text', cell: ({ value }) => value }], {
          column: 0,
          direction: 'ascending',
        });
        const none = (value: string) => Number(value === '');
        expect(ordered).toEqual(
          [...rows].sort((a, b) => none(a.value) - none(b.value) || compare(a.value, b.value)),
        );
      }),
    );
  });
});
