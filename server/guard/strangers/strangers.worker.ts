import { parentPort } from 'node:worker_threads';
import { EntenteError } from '../../core/model/errors.ts';
import { openNeo4j } from '../../database/neo4j.ts';
import type { Database } from '../../database/port.ts';
import { stepBehind } from '../../threads/behind.ts';
import { createGuard, type Guard } from '../guard.ts';
import type { CypherLimits } from '../limits.ts';
import { type FromThread, faultOf, type Reached, type ToThread } from './messages.ts';
import { type RunContext, runStatement, type Taker } from './run-statement.ts';

stepBehind();

/** A database that has not been asked for so long is let go of, in milliseconds. */
const IDLE = 60_000;

interface Open {
  database: Database;
  guard: Guard;
  limits: CypherLimits;
  running: number;
  last: number;
}

interface Run {
  control: AbortController;
  /** Goes on once what was said has been taken, or gives up when nobody will. */
  taken: () => void;
  dropped: (cause: unknown) => void;
}

const open = new Map<string, Open>();
const runs = new Map<number, Run>();

const say = (message: FromThread, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(message, transfer);

function reach({ key, connection, limits }: Reached): Open {
  const known = open.get(key);
  if (known) return known;
  const fresh = { database: openNeo4j(connection), guard: createGuard(limits), limits, running: 0, last: 0 };
  open.set(key, fresh);
  return fresh;
}

async function run({ id, work, reached }: Extract<ToThread, { kind: 'run' }>): Promise<void> {
  const reachable = reach(reached);
  const control = new AbortController();
  const current: Run = { control, taken: () => {}, dropped: () => {} };
  runs.set(id, current);
  reachable.running += 1;
  const { signal } = control;
  signal.addEventListener('abort', () => current.dropped(signal.reason), { once: true });
  const untilTaken = (message: FromThread, transfer?: ArrayBuffer[]) =>
    new Promise<void>((resolve, reject) => {
      signal.throwIfAborted();
      current.taken = resolve;
      current.dropped = reject;
      say(message, transfer);
    });
  const taker: Taker = {
    columns: (columns) => untilTaken({ kind: 'columns', id, columns }),
    rows: (rows) => untilTaken({ kind: 'rows', id, rows }, [rows.buffer as ArrayBuffer]),
  };
  const context: RunContext = { ...reachable, signal };
  try {
    say({ kind: 'done', id, outcome: await runStatement(work, context, taker) });
  } catch (cause) {
    say({ kind: 'fault', id, fault: faultOf(cause) });
  } finally {
    runs.delete(id);
    reachable.running -= 1;
    reachable.last = performance.now();
  }
}

function hear(message: ToThread): void {
  if (message.kind === 'run') void run(message);
  else if (message.kind === 'taken') runs.get(message.id)?.taken();
  else runs.get(message.id)?.control.abort(new EntenteError('timeout', 'The request was cancelled.'));
}

setInterval(() => {
  for (const [key, { database, running, last }] of open) {
    if (running > 0 || performance.now() - last < IDLE) continue;
    open.delete(key);
    database.close().catch(() => {});
  }
}, IDLE).unref();

parentPort?.on('message', hear);
say({ kind: 'started' });
