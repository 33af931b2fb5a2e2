import type { Response } from 'express';
import {
  type CypherAnswer,
  type CypherLine,
  NDJSON_MEDIA_TYPE,
  type PlanNode,
} from '../../core/contract/cypher.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../core/formats/csv-cell.ts';
import { jsonPieces } from '../../core/formats/json-pieces.ts';
import type { RowForm } from '../../guard/strangers/messages.ts';
import { write, writePieces } from '../http/write.ts';
import type { HeldAnswer } from './held-answers.ts';

type Tail = Pick<CypherAnswer, 'graph' | 'summary' | 'truncated'> & { plan?: PlanNode };

/** Where an answer goes; each waits while the client reads too slowly. */
export interface Sink {
  /** How it wants rows to be written. */
  readonly form: RowForm;
  columns(columns: string[]): Promise<void>;
  /** Takes rows as text, some at a time, that may be cut anywhere. */
  rows(piece: Uint8Array): Promise<void>;
  end(tail: Tail): Promise<void>;
  began(): boolean;
  fail(line: Extract<CypherLine, { error: unknown }>): Promise<void>;
}

/** Rows are gathered, so that whatever goes wrong still has a status of its own. */
export function whole(response: Response, values: RowForm['values'], held: HeldAnswer): Sink {
  const rows = gathered(held);
  let named: string[] = [];
  return {
    form: { form: 'list', values },
    async columns(columns) {
      named = columns;
    },
    rows: rows.add,
    async end(tail) {
      response.type('application/json');
      const { graph, ...rest } = tail;
      await write(response, `{"columns":${JSON.stringify(named)},"rows":[`);
      await writePieces(response, rows.taken());
      await write(response, '],"graph":');
      await writePieces(response, jsonPieces(graph));
      response.end(`,${JSON.stringify(rest).slice(1)}`);
    },
    began: () => false,
    async fail() {},
  };
}

/**
 * Rows alone, as a table for other programs. They are gathered, so that whatever goes wrong has a status of its own, and
 * the header `Entente-Truncated` can tell whether a limit cut them.
 */
export function table(response: Response, type: string, form: 'csv' | 'arrow', held: HeldAnswer): Sink {
  const rows = gathered(held);
  let head = '';
  return {
    form: { form, values: 'plain' },
    async columns(columns) {
      if (form === 'csv') head = BYTE_ORDER_MARK + csvLine(columns);
    },
    rows: rows.add,
    async end({ truncated }) {
      response.type(type).set('Entente-Truncated', String(truncated));
      await write(response, head);
      await writePieces(response, rows.taken());
      response.end();
    },
    began: () => false,
    async fail() {},
  };
}

/** Pieces that are kept until all are there; each is forgotten when it is taken to be written. */
function gathered(held: HeldAnswer): {
  add(piece: Uint8Array): Promise<void>;
  taken(): Iterable<Uint8Array>;
} {
  let pieces: Uint8Array[] = [];
  return {
    async add(piece) {
      held.take(piece.length);
      pieces.push(piece);
    },
    *taken() {
      held.write();
      const all = pieces.reverse();
      pieces = [];
      for (let piece = all.pop(); piece; piece = all.pop()) {
        yield piece;
        held.give(piece.length);
      }
    },
  };
}

/** One line after the other as they arrive. */
export function lines(response: Response, values: RowForm['values']): Sink {
  let began = false;
  // Compression would hold back what it has until there is more.
  const flush = () => response.flush?.();
  const line = async (value: CypherLine) => {
    await write(response, `${JSON.stringify(value)}\n`);
    flush();
  };
  return {
    form: { form: 'lines', values },
    async columns(columns) {
      began = true;
      response.type(NDJSON_MEDIA_TYPE);
      await line({ columns });
    },
    async rows(piece) {
      await write(response, piece);
      flush();
    },
    async end({ graph, ...rest }) {
      await write(response, '{"graph":');
      await writePieces(response, jsonPieces(graph));
      await write(response, `,${JSON.stringify(rest).slice(1)}\n`);
      flush();
      response.end();
    },
    began: () => began,
    async fail(body) {
      await line(body).catch(() => undefined);
      response.end();
    },
  };
}
