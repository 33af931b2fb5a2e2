import type { CypherNotification, PlanNode } from '../../core/contract/cypher.ts';
import { EntenteError, type ErrorCode, type ErrorDetail } from '../../core/model/errors.ts';
import type { TypedValue } from '../../core/model/typed-value.ts';
import type { Connection } from '../../database/port.ts';
import type { FoundElements } from '../../database/values/found-elements.ts';
import type { CypherLimits } from '../limits.ts';

/** How rows are written. */
export interface RowForm {
  /** As JSON, a line each or separated by commas; as lines of CSV without a head; or all as one Arrow stream. */
  form: 'lines' | 'list' | 'csv' | 'arrow';
  /** In JSON, with their types or as plain JSON. */
  values: 'typed' | 'plain';
}

export type Row = readonly TypedValue[];
/** Takes a piece of what is written; resolves when there may be another. */
export type Give = (piece: Uint8Array) => Promise<void>;

/** Writes rows, the first at once where they are text, the others in pieces. */
export interface RowWriter {
  /** Gives how long the row is, in bytes, about; a promise where pieces have to be handed over before the next. */
  row(row: Row): number | Promise<number>;
  /** Hands over what is left. */
  end(): Promise<void>;
}

/** A statement from anybody, as its request came: a JSON text that nobody has looked into. */
export interface StatementWork {
  body: Uint8Array;
  form: RowForm;
  /** By which its transactions are known in the database. */
  tag: string;
}

/** A database as a thread of its own knows it; another key is another one, of which nothing is remembered. */
export interface Reached {
  key: string;
  connection: Connection;
  limits: CypherLimits;
}

export interface Outcome {
  plan?: PlanNode;
  counters: Record<string, number>;
  notifications: CypherNotification[];
  /** Milliseconds. */
  timings: { availableAfter: number; consumedAfter: number; guard: number };
  rows: number;
  truncated: boolean;
  found: FoundElements;
}

/** What the thread is told. */
export type ToThread =
  | { kind: 'run'; id: number; work: StatementWork; reached: Reached }
  /** What it last said has been taken, so that it may say more. */
  | { kind: 'taken'; id: number }
  /** Nobody waits for it any more. */
  | { kind: 'leave'; id: number };

/** What the thread says: of one statement `columns` first, then `rows` as often as there are more, then an end. */
export type FromThread =
  | { kind: 'started' }
  | { kind: 'columns'; id: number; columns: string[] }
  | { kind: 'rows'; id: number; rows: Uint8Array }
  | { kind: 'done'; id: number; outcome: Outcome }
  | { kind: 'fault'; id: number; fault: Fault };

export interface Fault {
  code: ErrorCode;
  message: string;
  details: readonly ErrorDetail[];
  /** For the log alone. */
  stack?: string;
}

export function faultOf(cause: unknown): Fault {
  const { message, stack } = cause instanceof Error ? cause : new Error(String(cause));
  const told = stack === undefined ? {} : { stack };
  return cause instanceof EntenteError
    ? { code: cause.code, message, details: cause.details, ...told }
    : { code: 'internal', message, details: [], ...told };
}

export function errorOf({ code, message, details, stack }: Fault): EntenteError {
  const cause = new Error(message);
  if (stack !== undefined) cause.stack = stack;
  return new EntenteError(code, message, { details, cause });
}
