import { edgeFacts, nodeFacts } from '../facts.ts';
import type { ReadableFile, Sink } from '../format.ts';
import { tableOfRows } from '../table/table.ts';
import { clean, plain, plainProperties } from '../values/property.ts';
import { type Json, keyOf, own, recordOf } from './json-values.ts';

/** A list of objects: elements as Neo4j's `apoc.export.json` writes them, else the rows of a table. */
export function rowsOfObjects(
  rows: readonly Json[],
  where: (at: number) => string,
  file: ReadableFile,
  sink: Sink,
): void {
  const isElement = (row: Json) => own(row, 'type') === 'node' || own(row, 'type') === 'relationship';
  if (rows.every(isElement)) {
    elements(rows, where, sink);
    return;
  }
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  const header = [...names];
  const cells = rows.map((row) => header.map((name) => cellOf(own(row, name))));
  sink.table(tableOfRows(file.name, [header, ...cells], (at) => (at === 0 ? file.name : where(at - 1))));
}

function cellOf(value: unknown): string {
  const cell = plain(value);
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell ?? '');
}

function elements(rows: readonly Json[], where: (at: number) => string, { builder }: Sink): void {
  for (const [at, row] of rows.entries()) {
    const given = plainProperties(recordOf(own(row, 'properties')));
    const id = clean(keyOf(own(row, 'id')) ?? '');
    if (own(row, 'type') === 'node') {
      const labels = own(row, 'labels');
      const facts = nodeFacts(given);
      const named = Array.isArray(labels) ? labels.map((label) => clean(String(label))) : facts.labels;
      builder.declare(id, facts.properties, named, where(at));
      continue;
    }
    const [start, end] = [recordOf(own(row, 'start')), recordOf(own(row, 'end'))];
    const facts = edgeFacts(given, clean(keyOf(own(row, 'label')) ?? ''));
    if (id !== '') facts.properties.id ??= id;
    const ends = { source: clean(keyOf(own(start, 'id')) ?? ''), target: clean(keyOf(own(end, 'id')) ?? '') };
    builder.edge({ ...ends, directed: true, ...facts }, where(at));
  }
}
