import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lacking,
  ROLES,
  type Role,
  roleOf,
  withKind,
  withRole,
} from '../../../../client/state/opened/roles.ts';
import { checkEntry } from '../../../../server/core/files/entry.ts';
import { mappingFile, type TableMapping } from '../../../../server/core/reading/table/mapping.ts';
import { read } from '../../../server/core/reading/given.ts';

const COLUMNS = ['a', 'b', 'c', 'd'];
const roles = Object.keys(ROLES.edges) as Role[];
const step = fc.tuple(fc.constantFrom(...COLUMNS), fc.constantFrom(...roles));

describe('what a column is taken for', () => {
  it('is what was chosen last, by one column at most, in a mapping that the command takes', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        let mapping: TableMapping = { kind: 'edges', source: { column: 'a' }, target: { column: 'b' } };
        for (const [column, role] of steps) {
          mapping = withRole(mapping, column, role);
          expect(roleOf(mapping, column)).toBe(role);
        }
        expect(checkEntry(mappingFile, { tables: [mapping] }).faults ?? []).toEqual([]);
        const taken = COLUMNS.map((column) => roleOf(mapping, column)).filter(
          (role) => role !== 'property' && role !== 'ignore',
        );
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });

  it('is told for every column that the guess has found a meaning for', async () => {
    const { tables } = await read({
      'a.csv':
        'source,target,type,weight,since,claim\na,b,MEETS,2,2024,They met.\nb,c,MEETS,1,2025,They met.\n',
    });
    const [table] = tables;
    expect(table?.columns.map((column) => roleOf(table.mapping, column))).toEqual([
      ...['source', 'target', 'type', 'weight', 'since', 'claim'],
    ]);
    expect(table?.rows[1]?.slice(0, 3)).toEqual(['b', 'c', 'MEETS']);
  });

  it('says what is missing before a table can be read', () => {
    const edges: TableMapping = { kind: 'edges', source: { column: 'a' }, target: { column: 'b' } };
    expect(lacking(edges)).toBeUndefined();
    expect(lacking(withRole(edges, 'a', 'weight'))).toMatch(/From/);
    expect(lacking(withKind(edges, 'nodes', COLUMNS))).toBeUndefined();
    expect(lacking(withKind(edges, 'matrix', COLUMNS))).toBeUndefined();
  });
});
