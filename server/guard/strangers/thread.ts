import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { EntenteError } from '../../contract/errors.ts';
import type { Database } from '../../database/port.ts';
import { openWorker } from '../../threads/open-worker.ts';
import type { CypherLimits } from '../limits.ts';
import type { FromThread, Outcome, StatementWork, ToThread } from './messages.ts';
import { Run } from './run.ts';
import type { Taker } from './run-statement.ts';

/**
 * The thread in which statements from anybody are read, judged and run, and their rows turned into text. All of
 * that goes by what strangers send or make the database send: reading one row of 15 million values alone was
 * measured to stop everybody for a minute. Here it stops other statements at most, and can be ended.
 */
export interface Strangers {
  /**
   * Runs a statement; what it hands over is waited for before there is more.
   * @param signal ends it, in the database too
   * @throws EntenteError what the statement failed by; `timeout` when it takes longer than all its limits allow,
   *   `too_many_requests` when the thread had to be ended
   */
  run(database: Database, work: StatementWork, taker: Taker, signal: AbortSignal): Promise<Outcome>;
  /** Ends the thread, with whatever it does. */
  close(): Promise<void>;
}

/** Megabytes of its heap: six rows as large as one may be, at once. */
const MEMORY = 1_024;
/** Milliseconds that it may take to start, and a statement beyond its own limits. */
const START = 60_000;
const GRACE = 2_000;
/** Milliseconds without work after which it is let go, with its memory. */
const IDLE = 300_000;

/** Starts nothing before the first statement. */
export function openStrangers(limits: CypherLimits): Strangers {
  const runs = new Map<number, Run>();
  const numbers = new WeakMap<Database, number>();
  let worker: Promise<Worker> | undefined;
  let idle: NodeJS.Timeout | undefined;
  let [lastRun, lastDatabase] = [0, 0];

  function numberOf(database: Database): number {
    const known = numbers.get(database);
    if (known !== undefined) return known;
    lastDatabase += 1;
    numbers.set(database, lastDatabase);
    return lastDatabase;
  }

  async function end(): Promise<void> {
    const ended = worker;
    worker = undefined;
    for (const run of [...runs.values()]) run.fail(ended ? lost() : stopping());
    await (await ended?.catch(() => undefined))?.terminate();
  }

  async function start(): Promise<Worker> {
    const started = openWorker(import.meta.url, 'strangers.worker', {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    await said(started);
    started.on('message', (message: FromThread) => {
      if (message.kind !== 'started') runs.get(message.id)?.hear(message);
    });
    // Whoever waits for it is told, and the next statement begins with a new one.
    for (const event of ['error', 'exit']) started.on(event, () => void end());
    // It does not keep the process from ending.
    started.unref();
    const first: ToThread = { kind: 'limits', limits };
    started.postMessage(first);
    return started;
  }

  return {
    async run(database, work, taker, signal) {
      clearTimeout(idle);
      worker ??= start();
      const starting = worker;
      const current = await starting.catch((cause: unknown) => {
        if (worker === starting) worker = undefined;
        throw new EntenteError('too_many_requests', 'The server is too busy to begin. Ask again.', { cause });
      });
      signal.throwIfAborted();
      lastRun += 1;
      const id = lastRun;
      const tell = (message: ToThread) => current.postMessage(message);
      const onEnd = () => {
        runs.delete(id);
        if (runs.size === 0) idle = setTimeout(() => void end(), IDLE).unref();
      };
      const deadline = limits.planTimeout + limits.timeout + GRACE;
      const run = new Run({ id, taker, signal, deadline, tell, onEnd, onDeaf: () => void end() });
      runs.set(id, run);
      tell({
        kind: 'run',
        id,
        work,
        reached: { number: numberOf(database), connection: database.strangers },
      });
      return await run.answer;
    },
    async close() {
      clearTimeout(idle);
      await end();
    },
  };
}

async function said(worker: Worker): Promise<void> {
  const signal = AbortSignal.timeout(START);
  try {
    await once(worker, 'message', { signal });
  } catch (cause) {
    await worker.terminate();
    throw cause;
  }
}

function lost(): EntenteError {
  const message = 'The server had to break off all statements, because one was too much for it. Ask again.';
  return new EntenteError('too_many_requests', message);
}

function stopping(): EntenteError {
  return new EntenteError('timeout', 'The server is stopping.');
}
