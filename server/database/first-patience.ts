import type { Statement } from '../statements/statement.ts';
import type { ReadOptions } from './port.ts';

/** How many times as long a statement may take that a database has not planned yet. */
const FIRST = 3;

/** How long one database may take over a statement. */
export interface Patience {
  /** Milliseconds: those given, or the usual; three times as many until the statement was asked once. */
  timeoutOf(statement: Statement, given: ReadOptions): number;
  /** Says that a statement was asked: answered or not, it is planned by then. */
  asked(statement: Statement): void;
}

/**
 * A database plans a statement when it is asked it for the first time, for seconds where it has just started on a busy
 * machine: that time is not the reader's.
 *
 * @param usual milliseconds
 * @param plain Statements that need no planning worth the name.
 */
export function createPatience(usual: number, plain: readonly Statement[]): Patience {
  const planned = new Set(plain.map(({ text }) => text));
  return {
    timeoutOf: ({ text }, { timeout = usual }) => (planned.has(text) ? timeout : timeout * FIRST),
    asked: ({ text }) => void planned.add(text),
  };
}
