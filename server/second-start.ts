import { setTimeout as delay } from 'node:timers/promises';
import { operatorRoutes } from './core/contract/operators.ts';
import { routes } from './core/contract/routes.ts';
import type { Status } from './core/contract/status.ts';
import { EntenteError } from './core/model/errors.ts';
import { type Ownership, type Role, takeOwnership } from './database/managed/folder/ownership.ts';
import { endProcess, identityOf } from './database/managed/java/processes.ts';

/** How long a server may take to answer whether it is well, in milliseconds: its machine may be busy. */
const PATIENCE = 20_000;
/** How long one that is replaced has to end in good order, in milliseconds. */
const FAREWELL = 30_000;
const EVERY = 500;

type Owner = Role & { pid: number };
type Told = Pick<Status['database'], 'state' | 'problem' | 'progress'>;

/**
 * Makes a data folder this process's own. A command that is working on it is waited for, and a server that cannot use
 * its database, or that does not answer, is replaced: its settings may have been mended, and only a start reads them.
 * @throws EntenteError `invalid_request` when a server is well, with its address; `database_not_ready` when the folder
 *   cannot be used
 */
export async function ownFolder(folder: string, say: (line: string) => void): Promise<Ownership> {
  for (let told = '', silentSince: number | undefined; ; ) {
    const taken = takeOwnership(folder, { role: 'server' });
    if (!('owner' in taken)) return taken;
    const { owner } = taken;
    const tell = (line: string) => {
      if (line !== told) say(line);
      told = line;
    };
    if (owner.role === 'command') {
      tell(`A command is working on the data of this folder (process ${owner.pid}); waiting for it …`);
      await delay(EVERY);
      continue;
    }
    const database = await databaseOf(owner);
    if (database && database.state !== 'failed') throw alreadyRunning(owner, database);
    silentSince ??= performance.now();
    if (database) tell(`The server that is running (process ${owner.pid}) is replaced: ${database.problem}`);
    else if (performance.now() - silentSince < PATIENCE) {
      await delay(EVERY);
      continue;
    } else tell(`The server that is running (process ${owner.pid}) does not answer and is replaced.`);
    await replace(owner.pid);
  }
}

/** What a server says of its database; nothing when it does not answer. */
async function databaseOf({ url }: Owner): Promise<Told | undefined> {
  if (url === undefined) return undefined;
  const status = await answered<Status>(`${url}${routes.status.path}`);
  if (status) return status.database;
  // It may be well and its database busy: this asks none.
  const ready = await answered<{ database: Told['state']; problem?: string }>(
    `${url}${operatorRoutes.ready.path}`,
  );
  return ready && { state: ready.database, ...(ready.problem !== undefined && { problem: ready.problem }) };
}

async function answered<T>(address: string): Promise<T | undefined> {
  try {
    return (await (await fetch(address, { signal: AbortSignal.timeout(PATIENCE / 4) })).json()) as T;
  } catch {
    return undefined;
  }
}

function alreadyRunning({ pid, url }: Owner, { state, problem, progress }: Told): EntenteError {
  const place = `Entente is already running on this folder: ${url} (process ${pid}).`;
  const waits = problem ?? (progress ? `${progress.message} …` : 'it is being started.');
  const database = state === 'ready' ? '' : ` Its database is not ready yet: ${waits}`;
  const remedy = 'To run a second one, set ENTENTE_DATA_FOLDER and PORT.';
  return new EntenteError('invalid_request', `${place}${database} ${remedy}`);
}

async function replace(pid: number): Promise<void> {
  const identity = identityOf(pid);
  if (identity === undefined) return;
  const ended = endProcess(pid, identity, FAREWELL);
  try {
    // One that was suspended hears of its end only when it goes on.
    process.kill(pid, 'SIGCONT');
  } catch {
    // It is gone, or this system knows no such thing.
  }
  await ended;
}
