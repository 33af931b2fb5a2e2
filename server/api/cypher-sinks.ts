import type { Response } from 'express';
import { type CypherAnswer, type CypherLine, NDJSON_MEDIA_TYPE, type PlanNode } from '../contract/cypher.ts';
import type { TypedValue } from '../contract/typed-value.ts';
import { write } from './write.ts';

type Tail = Pick<CypherAnswer, 'graph' | 'summary' | 'truncated'> & { plan?: PlanNode };

/** Where an answer goes; each gives the bytes written, and waits while the client reads too slowly. */
export interface Sink {
  columns(columns: string[]): Promise<void>;
  row(row: TypedValue[]): Promise<number> | number;
  end(tail: Tail): Promise<void>;
  began(): boolean;
  fail(line: Extract<CypherLine, { error: unknown }>): Promise<void>;
}

/** Rows are gathered, so that whatever goes wrong still has a status of its own. */
export function whole(response: Response): Sink {
  const rows: string[] = [];
  let named: string[] = [];
  return {
    async columns(columns) {
      named = columns;
    },
    row(row) {
      const text = JSON.stringify(row);
      rows.push(text);
      return text.length;
    },
    async end(tail) {
      response.type('application/json');
      const { graph, ...rest } = tail;
      await write(response, `{"columns":${JSON.stringify(named)},"rows":[`);
      for (let index = 0; index < rows.length; index += BATCH) {
        const batch = rows.slice(index, index + BATCH).join(',');
        await write(response, index === 0 ? batch : `,${batch}`);
      }
      response.end(`],"graph":${JSON.stringify(graph)},${JSON.stringify(rest).slice(1)}`);
    },
    began: () => false,
    async fail() {},
  };
}
const BATCH = 1_000;

/** Bytes gathered before a write: many small ones cost more than the rows themselves. */
const CHUNK = 16_384;
/** Milliseconds that a row may wait for others. */
const PATIENCE = 50;

/** One line after the other as they arrive; the first at once, the others in chunks. */
export function lines(response: Response): Sink {
  let began = false;
  let gathered = '';
  let flushed = 0;
  const flush = async () => {
    const text = gathered;
    gathered = '';
    flushed = performance.now();
    await write(response, text);
    // Compression would hold back what it has until there is more.
    response.flush?.();
  };
  const line = (value: CypherLine) => `${JSON.stringify(value)}\n`;
  return {
    async columns(columns) {
      began = true;
      response.type(NDJSON_MEDIA_TYPE);
      gathered += line({ columns });
      await flush();
      flushed = 0;
    },
    row(row) {
      const text = line({ row });
      gathered += text;
      const due = gathered.length >= CHUNK || performance.now() - flushed > PATIENCE;
      return due ? flush().then(() => text.length) : text.length;
    },
    async end(tail) {
      gathered += line(tail as CypherLine);
      await flush();
      response.end();
    },
    began: () => began,
    async fail(body) {
      gathered += line(body);
      await flush().catch(() => undefined);
      response.end();
    },
  };
}
