import type { Database } from 'sql.js';
import { refusal } from '../faults.ts';

/** A row of a table, by the names of its columns. */
export type Row = Readonly<Record<string, string | number | null>>;

/** So many rows of a table are read; a coding by hand has fewer. */
const MOST_ROWS = 2_000_000;

/**
 * All rows of a table. A view of the table's name is none: it could reckon for ever.
 * @throws EntenteError `invalid_request` where it is missing
 */
export function rowsOf(database: Database, table: string, file: string): Row[] {
  const found = database.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND upper(name) = $name", {
    $name: table,
  });
  if (found.length === 0)
    throw refusal(
      file,
      `is SQLite without the table ${table}: it is no file of Discourse Network Analyzer 3. Open it in DNA 3 and save it.`,
    );
  const statement = database.prepare(`SELECT * FROM ${table}`);
  const rows: Row[] = [];
  try {
    while (statement.step()) {
      if (rows.length === MOST_ROWS) throw refusal(file, `holds more than ${MOST_ROWS} rows in ${table}.`);
      rows.push(statement.getAsObject() as Row);
    }
  } finally {
    statement.free();
  }
  return rows;
}

/** A table of rows by their ids. */
export function byId(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [Number(row.ID), row]));
}
