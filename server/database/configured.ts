import { setTimeout as delay } from 'node:timers/promises';
import { EntenteError } from '../core/model/errors.ts';
import { ownerLock, takeOwnership } from './managed/folder/ownership.ts';
import { runningConnection, startManagedDatabase } from './managed/start.ts';
import { managedOptions } from './managed-options.ts';
import { Pauses } from './pauses.ts';
import type { Connection, Database, OnProgress } from './port.ts';
import type { DatabaseSettings } from './supervisor.ts';
import { unless } from './unless.ts';
import { connectionOf, waitForConfigured } from './wait-for-configured.ts';

const COMMAND_PATIENCE = 30_000;
/** How often a command starts its database before it gives up. */
const TRIES = 5;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Lets a command work on the database that the settings name: the configured one, the managed one of a server
 * that is running, or else the managed one started for as long as `work` takes.
 * @throws what `work` throws, and EntenteError `database_not_ready` when there is no way to a database.
 */
export async function withConfiguredDatabase<T>(
  settings: DatabaseSettings,
  connect: (connection: Connection) => Database,
  onProgress: OnProgress,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  if (settings.uri) {
    const connection = connectionOf(settings);
    await answered(connection, onProgress);
    return await withDatabase(connect(connection), work);
  }
  for (;;) {
    const ownership = takeOwnership(settings.dataFolder, { role: 'command' });
    if (!('owner' in ownership)) {
      try {
        return await withOwnDatabase(settings, connect, onProgress, work);
      } finally {
        ownership.release();
      }
    }
    // A server's database stays; that of another command goes away with it.
    const connection = ownership.owner.role === 'server' && (await runningConnection(settings.dataFolder));
    if (connection) return await withDatabase(connect(connection), work);
    const message = `Waiting for process ${ownership.owner.pid}, which is using ${ownerLock(settings.dataFolder)}`;
    onProgress({ phase: 'connecting', message });
    await delay(500);
  }
}

/** Waits for a configured database; a command is not worth waiting for longer than that. */
async function answered(connection: Connection, onProgress: OnProgress): Promise<void> {
  let reason = '';
  const onReason = (text: string) => {
    reason = text;
  };
  const signal = AbortSignal.timeout(COMMAND_PATIENCE);
  await waitForConfigured(connection, { onProgress, onReason, signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
    const message = `The database did not answer within ${COMMAND_PATIENCE / 1_000} s. ${reason}`;
    throw new EntenteError('database_not_ready', message);
  });
}

async function withOwnDatabase<T>(
  settings: DatabaseSettings,
  connect: (connection: Connection) => Database,
  onProgress: OnProgress,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  // From before the start on: who is interrupted while waiting leaves no database behind.
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort(new EntenteError('database_not_ready', 'Interrupted.'));
  for (const signal of SIGNALS) process.on(signal, interrupt);
  try {
    const managed = await startPatiently(settings, onProgress, interrupted.signal);
    try {
      return await unless(interrupted.signal, withDatabase(connect(managed.connection), work));
    } finally {
      await managed.stop();
    }
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
}

/** Starts the managed database, again where what went wrong may pass. */
async function startPatiently(settings: DatabaseSettings, onProgress: OnProgress, signal: AbortSignal) {
  for (let tries = 1, pauses = new Pauses(); ; tries += 1) {
    try {
      return await startManagedDatabase({ ...managedOptions(settings), onProgress, signal });
    } catch (error) {
      const passes = error instanceof EntenteError && !error.lasting && tries < TRIES;
      if (signal.aborted || !passes) throw signal.aborted ? signal.reason : error;
      onProgress({ phase: 'starting', message: `${error.message} Trying again` });
      await pauses.wait({ first: 1_000, most: 30_000 }, signal);
    }
  }
}

async function withDatabase<T>(database: Database, work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
