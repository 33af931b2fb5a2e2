import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { createColumns } from '../../../../client/state/table/chosen-columns.ts';
import { propertiesHeld, propertyColumns } from '../../../../client/state/table/property-columns.ts';
import { inOrder, nodeColumns } from '../../../../client/state/table/table.ts';
import { elementsAsCsv } from '../../../../client/state/table/table-text.ts';
import type { GraphNode, Properties } from '../../../../server/core/model/graph.ts';
import { indexOf } from '../../../../server/core/picture/graph-index.ts';
import { graphOf, node } from '../world.ts';

const holding = (key: string, properties: Properties) => node(key, 'Person', properties);
const nodes = [
  holding('a', { year: 1999, born: '2024-10', note: 'É'.repeat(60), mixed: 3, toString: 'own' }),
  holding('b', { year: 200, born: '2024', tags: ['x', 'y'], mixed: 'three' }),
  holding('c', { year: -1.5, born: '2025-01-02T10:00', empty: '' }),
  holding('d', {}),
];
const columnsOf = (...chosen: string[]) =>
  propertyColumns<GraphNode>(propertiesHeld(nodes), chosen, ['Name']);

describe('columns of properties', () => {
  it('knows which properties there are, how many elements have them and what all their values are', () => {
    const told = propertiesHeld(nodes).map(({ name, count, kind, isLong }) => [name, count, kind, isLong]);
    expect(told).toEqual([
      ['born', 3, 'date', false],
      ['mixed', 2, 'text', false],
      ['note', 1, 'text', true],
      ['tags', 1, 'text', false],
      ['toString', 1, 'text', false],
      ['year', 3, 'number', false],
    ]);
  });

  it('shows values as they are, and nothing where an element has none', () => {
    const columns = columnsOf('year', 'born', 'tags', 'toString', 'gone');
    expect(nodes.map((each) => columns.map(({ cell }) => cell(each)))).toEqual([
      ['October 2024', '', 'own', '1999'],
      ['2024', 'x, y', '', '200'],
      ['2025-01-02T10:00', '', '', '-1.5'],
      ['', '', '', ''],
    ]);
  });

  it('puts numbers in the order of numbers and dates in that of time', () => {
    const by = (name: string) =>
      inOrder(nodes, columnsOf(name), { column: 0, direction: 'ascending' }).map(({ key }) => key);
    expect(by('year')).toEqual(['c', 'b', 'a', 'd']);
    expect(by('born')).toEqual(['b', 'a', 'c', 'd']);
  });

  it('is taken along as data have it, beside a column of the same name', () => {
    const plain = nodeColumns(indexOf(graphOf(nodes, [])));
    const named = [holding('z', { Name: '2024-10' })];
    const taken = plain.map(({ title }) => title);
    const columns = [...plain, ...propertyColumns<GraphNode>(propertiesHeld(named), ['Name'], taken)];
    expect(parse(elementsAsCsv(columns, named), { bom: true })).toEqual([
      ['Name', 'Kind', 'Edges here', 'Property Name'],
      ['Z', 'Person', '0', '2024-10'],
    ]);
  });

  it('is chosen for the next visit too, and by nothing that cannot be read', () => {
    const kept = new Map<string, string>();
    const memory = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    createColumns(memory).setState({ nodes: ['year'] });
    expect(createColumns(memory).getState()).toEqual({ nodes: ['year'], edges: [] });
    kept.set('entente.columns', '{"nodes":3}');
    expect(createColumns(memory).getState()).toEqual({ nodes: [], edges: [] });
    expect(createColumns(undefined).getState().edges).toEqual([]);
  });
});
