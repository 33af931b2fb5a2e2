import { csvLine } from '../../core/formats/csv-cell.ts';
import { cellOf, jsonOf } from '../../core/model/plain-json.ts';
import { createArrowWriter } from './arrow-writer.ts';
import type { Give, Row, RowForm, RowWriter } from './messages.ts';

/** Bytes gathered before a write: many small ones cost more than the rows themselves. */
const GATHERED = 65_536;
/** The same where rows are read as they come. */
const GATHERED_LINES = 16_384;
/** No larger piece is handed over, so that whoever writes it never does so for long. */
const PIECE = 262_144;
/** Milliseconds that a row may wait for others. */
const PATIENCE = 50;

/** @param give Takes a piece; resolves when there may be another. */
export function createRowWriter(
  { form, values }: RowForm,
  columns: readonly string[],
  give: Give,
): RowWriter {
  const jsonRow = (row: Row) => JSON.stringify(values === 'plain' ? row.map(jsonOf) : row);
  switch (form) {
    case 'arrow':
      return createArrowWriter(columns, (bytes) => inPieces(bytes, give));
    case 'csv':
      return createTextWriter((row) => csvLine(row.map(cellOf)), GATHERED, give);
    case 'lines':
      return createTextWriter((row) => `{"row":${jsonRow(row)}}\n`, GATHERED_LINES, give);
    case 'list':
      return createTextWriter((row, first) => (first ? '' : ',') + jsonRow(row), GATHERED, give);
  }
}

function createTextWriter(write: (row: Row, first: boolean) => string, most: number, give: Give): RowWriter {
  const encoder = new TextEncoder();
  let gathered = '';
  let flushed = 0;
  let first = true;

  async function flush(): Promise<void> {
    const bytes = encoder.encode(gathered);
    gathered = '';
    await inPieces(bytes, give);
    flushed = performance.now();
  }

  return {
    row(row) {
      const text = write(row, first);
      gathered += text;
      first = false;
      const due = gathered.length >= most || performance.now() - flushed > PATIENCE;
      const bytes = Buffer.byteLength(text);
      return due ? flush().then(() => bytes) : bytes;
    },
    end: flush,
  };
}

async function inPieces(bytes: Uint8Array, give: Give): Promise<void> {
  for (let at = 0; at < bytes.length; at += PIECE) await give(bytes.slice(at, at + PIECE));
}
