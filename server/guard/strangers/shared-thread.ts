import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { EntenteError } from '../../core/model/errors.ts';
import { openWorker } from '../../threads/open-worker.ts';
import type { FromThread, ToThread } from './messages.ts';
import type { Run } from './run.ts';

/** Megabytes of its heap: six rows as large as one may be, at once. */
const MEMORY = 1_024;
/** Milliseconds that it may take to start. */
const START = 60_000;
/** Milliseconds without work after which it is let go, with its memory. */
const IDLE = 300_000;

const runs = new Map<number, Run>();
let worker: Promise<Worker> | undefined;
let idle: NodeJS.Timeout | undefined;
let last = 0;

/**
 * Begins a statement in the one thread of this process for such, started when it is needed.
 * @param make makes what stands for the statement outside of the thread
 * @throws EntenteError `too_many_requests` where the thread does not start
 */
export async function beginRun(
  make: (id: number, tell: (message: ToThread) => void, onEnd: () => void, onDeaf: () => void) => Run,
): Promise<Run> {
  clearTimeout(idle);
  worker ??= start();
  const starting = worker;
  const current = await starting.catch((cause: unknown) => {
    if (worker === starting) worker = undefined;
    throw new EntenteError('too_many_requests', 'The server is too busy to begin. Ask again.', { cause });
  });
  last += 1;
  const id = last;
  const onEnd = () => {
    runs.delete(id);
    if (runs.size === 0) idle = setTimeout(() => void endThread(), IDLE).unref();
  };
  const run = make(
    id,
    (message) => current.postMessage(message),
    onEnd,
    () => void endThread(),
  );
  runs.set(id, run);
  return run;
}

/** Ends the thread, with whatever it does: whoever waits is told, and the next statement begins with a new one. */
async function endThread(): Promise<void> {
  const ended = worker;
  worker = undefined;
  for (const run of [...runs.values()]) run.fail(lost());
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
  for (const event of ['error', 'exit']) started.on(event, () => void endThread());
  // It does not keep the process from ending.
  started.unref();
  return started;
}

async function said(started: Worker): Promise<void> {
  const signal = AbortSignal.timeout(START);
  try {
    await once(started, 'message', { signal });
  } catch (cause) {
    await started.terminate();
    throw cause;
  }
}

function lost(): EntenteError {
  const message = 'The server had to break off all statements, because one was too much for it. Ask again.';
  return new EntenteError('too_many_requests', message);
}
