import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { EntenteError } from '../../contract/errors.ts';
import type { Connection, OnProgress } from '../port.ts';
import { trySignIn } from '../sign-in.ts';
import { type Choice, chooseDatabase } from './choose.ts';
import { DEFAULT_MEMORY, type Memory, neo4jSettings } from './configuration.ts';
import { launchDocker, removeContainer } from './docker.ts';
import { waitForFirstAnswer } from './first-answer.ts';
import { DataFolder } from './folder.ts';
import { installedRelease, isWhole } from './install.ts';
import { findJavas } from './java.ts';
import { adoptedProcess, consoleLog, type DatabaseProcess, launchJava } from './java-process.ts';
import { isAlive } from './processes.ts';
import { openThreadEnder } from './thread-ender.ts';

export interface ManagedOptions {
  /** Where data, password and logs are kept; made when missing. One database a folder. */
  folder: string;
  /** Where downloaded versions are kept, shared by all folders. */
  cacheFolder: string;
  /** Empty or absent: the version of the data, else the newest that an installed Java can run. */
  version?: string;
  memory?: Memory;
  /** Searched for Java instead of the process's own environment. */
  environment?: Record<string, string | undefined>;
  onProgress?: OnProgress;
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
const BOOT_TIMEOUT = 600_000;

/**
 * Finds, downloads where needed and starts a Neo4j on a folder, and resolves when it answers statements.
 * A database left running on the folder by a crash is adopted when it fits, else ended and started anew.
 * The caller holds the folder's lock.
 * @throws EntenteError `database_not_ready`, saying what to install, set or read.
 */
export async function startManagedDatabase(options: ManagedOptions): Promise<ManagedDatabase> {
  const folder = new DataFolder(options.folder);
  const onProgress = options.onProgress ?? (() => {});
  onProgress({ phase: 'finding-java', message: 'Looking for a Java to run Neo4j' });
  const choice = await chooseDatabase({
    javas: await findJavas(options.environment),
    wanted: options.version,
    storeVersion: folder.storeVersion,
    isInstalled: (version) => isWhole(join(options.cacheFolder, 'neo4j', version)),
  });
  const settings = neo4jSettings(options.memory ?? DEFAULT_MEMORY, choice.release.version);
  const password = folder.password();
  const adopted = await adopt(folder, choice, settings, password);
  if (adopted) return adopted;
  const lib = choice.by === 'java' ? await installedRelease({ ...options, ...choice, onProgress }) : '';
  const version = choice.release.version;
  onProgress({ phase: 'starting', message: `Starting Neo4j ${version}` });
  return await boot(folder, choice, lib, settings, password, options);
}

async function boot(
  folder: DataFolder,
  choice: Choice,
  lib: string,
  settings: Record<string, string>,
  password: string,
  options: ManagedOptions,
): Promise<ManagedDatabase> {
  const { version } = choice.release;
  const port = await freePort();
  const { home } = folder;
  const ender = choice.by === 'java' ? await openThreadEnder(choice.java.executable) : undefined;
  const process =
    choice.by === 'docker'
      ? await launchDocker({ release: choice.release, home, port, password, settings })
      : launchJava({
          ...choice,
          lib,
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
    await untilReady(process, connection, folder, options.signal);
  } catch (error) {
    await process.stop();
    forget(folder, process);
    throw error;
  }
  folder.storeVersion = version;
  return managed(process, connection, version, folder, false);
}

async function untilReady(
  process: DatabaseProcess,
  connection: Connection,
  folder: DataFolder,
  signal: AbortSignal | undefined,
): Promise<void> {
  const over = new AbortController();
  const signals = [over.signal, AbortSignal.timeout(BOOT_TIMEOUT), ...(signal ? [signal] : [])];
  const signIn = waitForFirstAnswer(connection, folder.storeVersion === undefined, AbortSignal.any(signals));
  signIn.catch(() => {});
  try {
    const outcome = await Promise.race([signIn, process.exited.then(() => 'exited' as const)]);
    signal?.throwIfAborted();
    if (outcome === 'exited') throw notReady('Neo4j ended while it was starting.', folder);
    if (!outcome) throw notReady('Neo4j refuses the password kept beside its data.', folder);
  } finally {
    over.abort();
  }
}

function notReady(what: string, folder: DataFolder): EntenteError {
  const log = consoleLog(folder.home);
  return new EntenteError('database_not_ready', `${what} ${lastWords(log)}Its log: ${log}`);
}

/** The reason that Neo4j gave, as far as one line can tell it. */
function lastWords(log: string): string {
  try {
    const lines = readFileSync(log, 'utf8').split('\n');
    const telling = lines.filter((line) => /ERROR|Caused by|Error:|Exception/.test(line)).at(-1);
    return telling ? `It said: ${telling.trim().slice(0, 300)} ` : '';
  } catch {
    return '';
  }
}

/** What an earlier server left running, when it is of the right version and settings and still answers. */
async function adopt(
  folder: DataFolder,
  choice: Choice,
  settings: Record<string, string>,
  password: string,
): Promise<ManagedDatabase | undefined> {
  const { running } = folder;
  if (!running) return undefined;
  if (running.by === 'docker') {
    await removeContainer(folder.home);
  } else if (isAlive(running.pid, running.identity)) {
    const process = adoptedProcess(running.pid, running.identity);
    const connection = connectionTo(running.port, password);
    const fits = running.version === choice.release.version && running.settings === digest(settings);
    const answers = folder.storeVersion !== undefined && (await trySignIn(connection)).outcome === 'ready';
    if (fits && answers) return managed(process, connection, running.version, folder, true);
    await process.stop(answers);
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
  return (await trySignIn(connection)).outcome === 'ready' ? connection : undefined;
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
