import type { TypedValue } from '../../core/model/typed-value.ts';
import type { RowForm } from './messages.ts';

/** Bytes gathered before a write: many small ones cost more than the rows themselves. */
const GATHERED: Readonly<Record<RowForm, number>> = { lines: 16_384, list: 65_536 };
/** No larger piece is handed over, so that whoever writes it never does so for long. */
const PIECE = 262_144;
/** Milliseconds that a row may wait for others. */
const PATIENCE = 50;

/** Writes rows as JSON, the first at once, the others in pieces. */
export interface RowWriter {
  /** Gives how long the row's text is; a promise where pieces have to be handed over before the next. */
  row(row: readonly TypedValue[]): number | Promise<number>;
  /** Hands over what is left. */
  end(): Promise<void>;
}

/** @param give Takes a piece; resolves when there may be another. */
export function createRowWriter(form: RowForm, give: (piece: Uint8Array) => Promise<void>): RowWriter {
  const encoder = new TextEncoder();
  let gathered = '';
  let flushed = 0;
  let first = true;

  async function flush(): Promise<void> {
    const bytes = encoder.encode(gathered);
    gathered = '';
    for (let at = 0; at < bytes.length; at += PIECE) await give(bytes.slice(at, at + PIECE));
    flushed = performance.now();
  }

  return {
    row(row) {
      const text = JSON.stringify(row);
      gathered += form === 'lines' ? `{"row":${text}}\n` : first ? text : `,${text}`;
      first = false;
      const due = gathered.length >= GATHERED[form] || performance.now() - flushed > PATIENCE;
      return due ? flush().then(() => text.length) : text.length;
    },
    end: flush,
  };
}
