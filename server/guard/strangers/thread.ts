import type { Database } from '../../database/port.ts';
import type { CypherLimits } from '../limits.ts';
import type { Outcome, StatementWork } from './messages.ts';
import { Run } from './run.ts';
import type { Taker } from './run-statement.ts';
import { beginRun } from './shared-thread.ts';

/**
 * Statements from anybody, in a thread in which they are read, judged and run, and their rows turned into text. All
 * of that goes by what strangers send or make the database send: reading one row of 15 million values alone was
 * measured to stop everybody for a minute. There it stops other statements at most, and can be ended.
 */
export interface Strangers {
  /**
   * Runs a statement; what it hands over is waited for before there is more.
   * @param signal ends it, in the database too
   * @throws EntenteError what the statement failed by; `timeout` when it takes longer than all its limits allow,
   *   `too_many_requests` when the thread had to be ended
   */
  run(database: Database, work: StatementWork, taker: Taker, signal: AbortSignal): Promise<Outcome>;
}

/** Milliseconds that a statement is waited for beyond its own limits. */
const GRACE = 5_000;

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** The thread is started by the first statement. */
export function openStrangers(limits: CypherLimits): Strangers {
  return {
    async run(database, work, taker, signal) {
      // What is remembered of a database is forgotten when another connection to it is made.
      const key = `${numberOf(limits)}/${numberOf(database)}`;
      const reached = { key, connection: database.strangers, limits };
      const deadline = limits.planTimeout + limits.timeout + GRACE;
      const run = await beginRun((id, tell, onEnd, onDeaf) => {
        signal.throwIfAborted();
        tell({ kind: 'run', id, work, reached });
        return new Run({ id, taker, signal, deadline, tell, onEnd, onDeaf });
      });
      return await run.answer;
    },
  };
}

function numberOf(each: object): number {
  const known = numbers.get(each);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(each, lastNumber);
  return lastNumber;
}
