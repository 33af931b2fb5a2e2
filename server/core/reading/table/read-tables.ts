import { refusal } from '../faults.ts';
import type { NetworkBuilder } from '../network.ts';
import { guessMapping } from './guess.ts';
import { findHeader, type Header } from './header.ts';
import type { MappingFile, TableMapping } from './mapping.ts';
import { presetFor } from './presets.ts';
import { readEdges } from './read-edges.ts';
import { readMatrix } from './read-matrix.ts';
import { readNodes } from './read-nodes.ts';
import { firstRows, type Table } from './table.ts';

const SAMPLE = 500;

interface Understood {
  table: Table;
  header: Header;
  mapping: TableMapping;
  /** The first rows below the header. */
  rows: readonly string[][];
}

/** A table with what its columns were taken for. */
export interface ReadTable {
  name: string;
  columns: readonly string[];
  rows: readonly string[][];
  mapping: TableMapping;
}

const SHOWN_ROWS = 6;

/**
 * Reads tables that belong together: those of nodes first, so that edges find them.
 * @returns each with the mapping that it was read by
 * @throws EntenteError `invalid_request` where no table holds nodes or edges
 */
export function readTables(
  tables: readonly Table[],
  given: MappingFile | undefined,
  builder: NetworkBuilder,
): ReadTable[] {
  const understood = tables.flatMap((table) => understand(table, given, builder, tables.length > 1));
  if (tables.length > 0 && understood.length === 0)
    throw refusal((tables[0] as Table).name, 'holds no table; write a header and at least one row below it.');
  const keep = new Map(
    Object.entries(given?.same ?? {}).flatMap(([name, others]) => others.map((other) => [other, name])),
  );
  const keyOf = (name: string) => keep.get(name) ?? name;
  const of = (kind: TableMapping['kind']) => understood.filter(({ mapping }) => mapping.kind === kind);
  for (const each of of('nodes')) readNodes({ ...each, keyOf }, builder);
  const declared = of('nodes').length > 0;
  for (const each of of('matrix')) readMatrix({ ...each, keyOf }, builder);
  for (const each of of('edges')) readEdges({ ...each, keyOf, declared }, builder);
  return understood.map(({ table: { name }, header: { names: columns }, mapping, rows }) => ({
    name,
    columns,
    rows,
    mapping,
  }));
}

function understand(
  table: Table,
  given: MappingFile | undefined,
  builder: NetworkBuilder,
  several: boolean,
): Understood[] {
  const rows = firstRows(table, SAMPLE);
  const wide = rows.filter(({ cells }) => cells.filter(Boolean).length > 1).length;
  if (rows.length === 0 || (several && wide < 2)) {
    if (several) builder.warn(table.name, 'holds no table; it is left out.', 'no table');
    return [];
  }
  const header = findHeader(rows);
  const { firstAt, told, titles } = header;
  const width = rows[titles]?.cells.length ?? 0;
  const named =
    given?.tables.find((mapping) => isFor(mapping, header.names, width)) ??
    (given ? undefined : presetFor(header.names, width, told));
  if (given && given.tables.length > 0 && !named)
    throw refusal(table.name, `has no mapping; its columns are ${header.names.slice(0, 30).join(', ')}.`);
  if (named?.header && !told) header.names = [...named.header];
  const body = rows.filter(({ at }) => at >= firstAt);
  if (body.length === 0 && !several) throw refusal(table.where(firstAt), 'has no row below its header.');
  for (const name of header.twice)
    builder.warn(
      table.name,
      `has several columns called ${name}; those after the first are read as “${name} (2)” and so on.`,
      'columns of one name',
    );
  if (titles > 0)
    builder.warn(
      table.name,
      `begins with ${titles} lines that are no part of the table; they are left out.`,
      'title lines',
    );
  const first = body.slice(0, SHOWN_ROWS).map(({ cells }) => cells);
  return [{ table, header, mapping: named ?? guessMapping(header, body), rows: first }];
}

function isFor({ columns, header }: TableMapping, names: readonly string[], width: number): boolean {
  if (header && header.length === width) return true;
  return (columns ?? []).every((column) => names.includes(column));
}
