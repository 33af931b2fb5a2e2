import { mkdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { ownerLock, takeOwnership } from './managed/ownership.ts';
import { runningConnection, startManagedDatabase } from './managed/start.ts';
import type { Connection, Database, OnProgress } from './port.ts';
import type { DatabaseSettings } from './supervisor.ts';
import { connectionOf, waitForConfigured } from './wait-for-configured.ts';

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
    await waitForConfigured(connection, onProgress, AbortSignal.timeout(30_000));
    return await withDatabase(connect(connection), work);
  }
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 });
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

async function withOwnDatabase<T>(
  settings: DatabaseSettings,
  connect: (connection: Connection) => Database,
  onProgress: OnProgress,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort(new Error('Interrupted.'));
  const managed = await startManagedDatabase({
    folder: settings.dataFolder,
    cacheFolder: settings.cacheFolder,
    version: settings.managedVersion,
    memory: { heap: settings.heap, pageCache: settings.pageCache },
    onProgress,
  });
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const stop = new Promise<never>((_, reject) => {
      interrupted.signal.addEventListener('abort', () => reject(interrupted.signal.reason));
    });
    return await Promise.race([withDatabase(connect(managed.connection), work), stop]);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await managed.stop();
  }
}

async function withDatabase<T>(database: Database, work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
