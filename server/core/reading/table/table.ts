/** Rows of cells, read as often as needed without being held. */
export interface Table {
  /** The file, and the sheet where it has several. */
  name: string;
  format: string;
  /** Hands over each row that is not empty, until `false` is given back. */
  scan: (visit: (cells: string[], at: number) => boolean | undefined) => void;
  /** Where a row stands, for messages. */
  where: (at: number) => string;
}

/** A table of rows that are held anyway. */
export function tableOfRows(
  name: string,
  rows: readonly string[][],
  where: (at: number) => string,
  format = 'json',
): Table {
  return {
    name,
    format,
    where,
    scan: (visit) => {
      for (const [at, cells] of rows.entries())
        if (cells.some((cell) => cell !== '') && visit(cells, at) === false) return;
    },
  };
}

/** The first rows of a table, with their places. */
export function firstRows(table: Table, most: number): { cells: string[]; at: number }[] {
  const rows: { cells: string[]; at: number }[] = [];
  table.scan((cells, at) => {
    rows.push({ cells: cells.map((cell) => cell.trim()), at });
    return rows.length < most ? undefined : false;
  });
  return rows;
}
