import type { TableMapping } from './mapping.ts';

/** Mappings for data that many use, known by the names of their columns. */
export const PRESETS: Readonly<Record<string, TableMapping>> = {
  'UN General Assembly votes (unvotes)': {
    columns: ['rcid', 'country', 'vote'],
    kind: 'edges',
    source: { column: 'country', label: 'State', properties: ['country_code'] },
    target: { column: 'rcid', label: 'Issue' },
    directed: true,
    type: { value: 'VOTES_ON' },
    sign: { column: 'vote', positive: ['yes'], negative: ['no'], neutral: ['abstain'], skip: ['absent'] },
  },
};

/** The mapping that comes along for a table of these columns. */
export function presetFor(names: readonly string[], width: number, told: boolean): TableMapping | undefined {
  return Object.values(PRESETS).find(({ columns, header }) =>
    told ? columns?.every((column) => names.includes(column)) : header?.length === width,
  );
}
