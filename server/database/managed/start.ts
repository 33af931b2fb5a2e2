import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EntenteError } from '../../core/model/errors.ts';
import type { Connection, OnProgress } from '../port.ts';
import { NORMAL_PATIENCE, trySignIn } from '../sign-in.ts';
import type { Choice } from './choose.ts';
import { DEFAULT_MEMORY, type Memory, neo4jSettings } from './configuration.ts';
import { launchDocker, removeContainer } from './docker.ts';
import { PUBLISHERS, type Sources } from './fetch/sources.ts';
import { waitForFirstAnswer } from './first-answer.ts';
import { DataFolder } from './folder/folder.ts';
import { checkGround } from './folder/ground.ts';
import { adoptedProcess, type DatabaseProcess, launchJava } from './java/java-process.ts';
import { isAlive } from './java/processes.ts';
import { openThreadEnder } from './java/thread-ender.ts';
import { consoleLog, LogWatch } from './log-watch.ts';
import { type Obtained, obtain } from './obtain.ts';

export interface ManagedOptions {
  /** Where data, password and logs are kept; made when missing. One database a folder. */
  folder: string;
  /** Where downloaded versions are kept, shared by all folders. */
  cacheFolder: string;
  /** Empty or absent: the version of the data, else the newest that an installed Java can run. */
  version?: string;
  memory?: Memory;
  /** Where Java and Neo4j are fetched from; their publishers when absent. */
  sources?: Sources;
  /** Searched for Java instead of the process's own environment. */
  environment?: Record<string, string | undefined>;
  onProgress?: OnProgress;
  /** Milliseconds that a first answer may take; ten minutes when absent. Nothing inside ends sooner by itself. */
  patience?: number;
  /** Gives up, and ends what was started. */
  signal?: AbortSignal;
}

/** A managed database that answers. */
export interface ManagedDatabase {
  connection: Connection;
  version: string;
  pid: number;
  /** Whether it was left running by a server that crashed. */
  adopted: boolean;
  /** Resolves when the database has ended, asked to or not. */
  exited: Promise<void>;
  /** Ends what works for the client of this address; absent where only a restart can. */
  endWork?: (clientAddress: string) => Promise<boolean>;
  /** Ends the database in good order and resolves when it is gone. Safe to call twice. */
  stop(): Promise<void>;
}

/** How long a first answer may take: a large store is recovered before it answers. */
export const BOOT_PATIENCE = 600_000;

/**
 * Finds, downloads where needed and starts a Neo4j on a folder, and resolves when it answers statements.
 * A database left running on the folder by a crash is adopted when it fits, else ended and started anew.
 * The caller holds the folder's lock.
 * @throws EntenteError `database_not_ready`, saying what to install, set or read; `lasting` when another try
 *   would end the same
 */
export async function startManagedDatabase(options: ManagedOptions): Promise<ManagedDatabase> {
  const folder = new DataFolder(options.folder);
  const onProgress = options.onProgress ?? (() => {});
  onProgress({ phase: 'finding-java', message: 'Looking for a Java to run Neo4j' });
  const obtained = await obtain({
    ...options,
    ...{ onProgress, sources: options.sources ?? PUBLISHERS },
    ...{ wanted: options.version, storeVersion: folder.storeVersion },
  });
  const settings = neo4jSettings(options.memory ?? DEFAULT_MEMORY, obtained.release.version);
  const password = folder.password();
  const signal = options.signal ?? new AbortController().signal;
  const adopted = await adopt(folder, obtained, settings, password, signal);
  if (adopted) return adopted;
  checkGround(options.folder);
  onProgress({ phase: 'starting', message: `Starting Neo4j ${obtained.release.version}` });
  return await boot(folder, obtained, settings, password, options);
}

async function boot(
  folder: DataFolder,
  choice: Obtained,
  settings: Record<string, string>,
  password: string,
  options: ManagedOptions,
): Promise<ManagedDatabase> {
  const { version } = choice.release;
  const port = await freePort();
  const { home } = folder;
  const log = new LogWatch(folder.folder, home);
  const ender = choice.by === 'java' ? await openThreadEnder(choice.java.executable) : undefined;
  const process =
    choice.by === 'docker'
      ? await launchDocker({ release: choice.release, home, port, password, settings })
      : launchJava({
          ...choice,
          home,
          ender,
          heap: (options.memory ?? DEFAULT_MEMORY).heap,
          settings: {
            ...settings,
            'server.bolt.listen_address': `127.0.0.1:${port}`,
            'server.directories.import': join(home, 'import'),
          },
        });
  folder.running = {
    by: choice.by,
    pid: process.pid,
    identity: process.identity,
    port,
    version,
    settings: digest(settings),
  };
  const connection = connectionTo(port, password);
  try {
    await untilReady({ process, connection, folder, log, options });
  } catch (error) {
    // What cannot start has nothing to close in good order, and somebody waits to be told.
    await process.stop(!(error instanceof EntenteError));
    forget(folder, process);
    throw error;
  }
  folder.storeVersion = version;
  return managed(process, connection, version, folder, false);
}

interface Waiting {
  process: DatabaseProcess;
  connection: Connection;
  folder: DataFolder;
  log: LogWatch;
  options: ManagedOptions;
}

async function untilReady({ process, connection, folder, log, options }: Waiting): Promise<void> {
  const { signal, patience = BOOT_PATIENCE } = options;
  const over = new AbortController();
  const until = signal ? AbortSignal.any([over.signal, signal]) : over.signal;
  const ends = [
    waitForFirstAnswer(connection, folder.storeVersion === undefined, until),
    process.exited.then(() => 'exited' as const),
    log.untilFault(until),
    delay(patience, 'late' as const, { signal: until, ref: false }),
  ] as const;
  for (const each of ends) each.catch(() => {});
  try {
    const outcome = await Promise.race(ends);
    signal?.throwIfAborted();
    if (outcome === true) return;
    if (outcome instanceof EntenteError) throw outcome;
    throw faultOf(outcome, folder, log, patience);
  } finally {
    over.abort();
  }
}

function faultOf(outcome: false | 'exited' | 'late', folder: DataFolder, log: LogWatch, patience: number) {
  const where = `Its log: ${consoleLog(folder.home)}`;
  if (outcome === 'exited') {
    const known = log.fault(true);
    if (known) return known;
    return new EntenteError('database_not_ready', `Neo4j ended while it was starting. ${where}`);
  }
  if (outcome === 'late') {
    const minutes = Math.max(Math.round(patience / 60_000), 1);
    const message = `Neo4j did not answer within ${minutes} min of its start. ${where}`;
    return new EntenteError('database_not_ready', message);
  }
  const file = join(folder.folder, 'password');
  const remedy = 'Put the right one there, or move the folder away to start afresh.';
  const message = `Neo4j refuses the password kept beside its data, in ${file}. ${remedy} ${where}`;
  return new EntenteError('database_not_ready', message, { lasting: true });
}

/** What an earlier server left running, when it is of the right version and settings and still answers. */
async function adopt(
  folder: DataFolder,
  choice: Choice,
  settings: Record<string, string>,
  password: string,
  signal: AbortSignal,
): Promise<ManagedDatabase | undefined> {
  const { running } = folder;
  if (!running) return undefined;
  if (running.by === 'docker') {
    await removeContainer(folder.home);
  } else if (isAlive(running.pid, running.identity)) {
    const process = adoptedProcess(running.pid, running.identity);
    const connection = connectionTo(running.port, password);
    const fits = running.version === choice.release.version && running.settings === digest(settings);
    const ready = folder.storeVersion !== undefined && (await answers(connection, signal));
    if (fits && ready) return managed(process, connection, running.version, folder, true);
    await process.stop(ready);
  }
  folder.running = undefined;
  return undefined;
}

function managed(
  process: DatabaseProcess,
  connection: Connection,
  version: string,
  folder: DataFolder,
  adopted: boolean,
): ManagedDatabase {
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await process.stop();
    forget(folder, process);
  };
  return {
    ...{ connection, version, adopted, pid: process.pid, exited: process.exited },
    ...(process.endWork ? { endWork: process.endWork } : {}),
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** Forgets a process that has ended. Its end may be heard of elsewhere first, and the next one be running by then. */
function forget(folder: DataFolder, { pid, identity }: DatabaseProcess): void {
  const { running } = folder;
  if (running?.pid === pid && running.identity === identity) folder.running = undefined;
}

/** The way to a managed database that is running on the folder and answers, if there is one. */
export async function runningConnection(path: string): Promise<Connection | undefined> {
  const folder = new DataFolder(path);
  const { running } = folder;
  if (!running || !folder.storeVersion) return undefined;
  const connection = connectionTo(running.port, folder.password());
  return (await answers(connection, new AbortController().signal)) ? connection : undefined;
}

async function answers(connection: Connection, signal: AbortSignal): Promise<boolean> {
  return (await trySignIn(connection, { milliseconds: NORMAL_PATIENCE, signal })).outcome === 'ready';
}

function connectionTo(port: number, password: string): Connection {
  return { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password };
}

function digest(settings: Record<string, string>): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
