import { homedir } from 'node:os';
import { join } from 'node:path';
import { BUILT_IN_SET, seedFolder } from '../seed/seed.ts';
import { isLoopback, servedHosts } from './api/http/hosts.ts';
import { type Place, withoutPlaces } from './api/http/without-places.ts';
import { createApp } from './app.ts';
import type { Progress } from './core/contract/status.ts';
import { EntenteError } from './core/model/errors.ts';
import type { Ownership } from './database/managed/folder/ownership.ts';
import { openNeo4j } from './database/neo4j.ts';
import type { Database, OnProgress } from './database/port.ts';
import { createSupervisor, type DatabaseStatus, type Supervisor } from './database/supervisor.ts';
import { createFaultLog } from './fault-log.ts';
import { planFirstReads } from './graph/plan-first-reads.ts';
import type { CypherLimits } from './guard/limits.ts';
import { type Listening, listen } from './listen.ts';
import { openStills, type Stills } from './pictures/still.ts';
import { keepsDatabase, stopOnSignal } from './process-end.ts';
import { projectFolder, projectVersion } from './project.ts';
import { ownFolder } from './second-start.ts';
import { environmentWithFile, readSettings, type Settings } from './settings.ts';
import { loadStatements } from './statements/load.ts';
import { readBesideData } from './stories.ts';

/** How long requests under way may still take once the server has been told to stop, in milliseconds. */
const DRAIN = 10_000;

export interface MainOptions {
  environment?: Record<string, string | undefined>;
  /** Where the built page is; `dist/page` when absent. */
  clientFolder?: string | undefined;
  /** Told what a person at the terminal may want to know. */
  say?: (line: string) => void;
}

/** A server that runs. */
export interface Running {
  url: string;
  /** Stops it in good order; the managed database goes with it unless told to stay. */
  stop(options?: { leaveDatabase?: boolean }): Promise<void>;
}

/**
 * Runs the product until SIGINT or SIGTERM: what `npm start` does once everything is built.
 * Faults that a person can mend are told on standard error and end the process with 1.
 */
export async function main(options: MainOptions = {}): Promise<void> {
  try {
    const running = await startServer(options);
    stopOnSignal((signal) => running.stop({ leaveDatabase: keepsDatabase(signal) }));
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/**
 * Starts the server; it answers when this resolves, the database follows by itself.
 * @throws EntenteError when a setting is wrong, the port is taken, or another server has the data folder.
 */
export async function startServer(options: MainOptions = {}): Promise<Running> {
  const { environment = environmentWithFile(projectFolder(), process.env), say = print } = options;
  const settings = readSettings(environment);
  const ownership = settings.uri ? undefined : await ownFolder(settings.dataFolder, say);
  const stills = openStills();
  let draining = false;
  const supervisor = createSupervisor({
    settings,
    connect: (connection) =>
      openNeo4j(connection, { readTimeout: settings.readTimeout, ...readerOf(settings) }),
    onReady: async (database, kind, onProgress) => {
      await seedWhenNew(database, kind, onProgress);
      const statements = loadStatements(join(projectFolder(), 'cypher'), 'server');
      // Nobody waits for it.
      void planFirstReads(database, statements, settings);
    },
    onStatus: narrator(say),
  });
  try {
    const app = appFor(settings, supervisor, stills, () => draining, options.clientFolder);
    const listening = await listen(app, settings.host, settings.port);
    ownership?.announce(listening.url);
    say(`Entente is at ${listening.url}`);
    supervisor.start();
    const stop = async ({ leaveDatabase = false } = {}) => {
      draining = true;
      say('Stopping.');
      await stopAll(listening, supervisor, ownership, leaveDatabase);
      await Promise.all([stills.close(), app.close()]);
    };
    return { url: listening.url, stop };
  } catch (error) {
    ownership?.release();
    throw error;
  }
}

function appFor(
  settings: Settings,
  source: Supervisor,
  stills: Stills,
  isDraining: () => boolean,
  clientFolder = join(projectFolder(), 'dist', 'page'),
) {
  return createApp({
    version: projectVersion(),
    source: withoutPlaces(source, placesOf(settings)),
    statements: loadStatements(join(projectFolder(), 'cypher'), 'server'),
    ...readBesideData(settings),
    drawStill: stills.draw,
    drawPdf: stills.drawPdf,
    drawCard: stills.drawCard,
    clientFolder,
    rowLimit: settings.rowLimit,
    readTimeout: settings.readTimeout,
    cypher: cypherLimits(settings),
    trustProxy: /^\d+$/.test(settings.trustProxy) ? Number(settings.trustProxy) : settings.trustProxy,
    frameAncestors: settings.frameAncestors || (isLoopback(settings.host) ? "'none'" : '*'),
    ...(settings.embedSecret && { embedSecret: settings.embedSecret }),
    corsOrigins: names(settings.corsOrigins),
    isServed: servedHosts(settings.host, settings.hosts),
    restartDatabase: () => source.restart(),
    log: createFaultLog(settings.dataFolder),
    endWork: (clientAddress) => source.endWork(clientAddress),
    isDraining,
  });
}

function placesOf({ dataFolder, cacheFolder }: Settings): Place[] {
  return [
    [dataFolder, 'ENTENTE_DATA_FOLDER'],
    [cacheFolder, 'ENTENTE_CACHE_FOLDER'],
    [homedir(), '~'],
  ];
}

/** The weaker user that statements from anybody run as, where there is one. */
function readerOf({ readUsername: username, readPassword: password }: Settings) {
  return username ? { reader: { username, password } } : {};
}

function names(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

function cypherLimits(settings: Settings): Partial<CypherLimits> {
  return {
    timeout: settings.cypherTimeout,
    rowLimit: settings.cypherRowLimit,
    byteLimit: settings.cypherByteLimit,
    length: settings.cypherLength,
    bodyLimit: settings.cypherBodyLimit,
    concurrent: settings.cypherConcurrent,
    concurrentPerAddress: settings.cypherConcurrentPerAddress,
    queued: settings.cypherQueued,
    queuedPerAddress: settings.cypherQueuedPerAddress,
    requestsPerMinute: settings.cypherRequests,
    secondsPerMinute: settings.cypherSeconds,
    procedures: names(settings.cypherProcedures),
    functions: names(settings.cypherFunctions),
  };
}

async function stopAll(
  listening: Listening,
  supervisor: Supervisor,
  ownership: Ownership | undefined,
  leaveRunning: boolean,
): Promise<void> {
  await listening.close(DRAIN);
  await supervisor.close({ leaveRunning });
  ownership?.release();
}

/** A managed database that holds nothing gets the built-in set; one that somebody else runs is only read. */
async function seedWhenNew(database: Database, kind: DatabaseStatus['kind'], onProgress: OnProgress) {
  if (kind !== 'managed') return;
  const statements = loadStatements(join(projectFolder(), 'cypher'), 'seed');
  const { rows } = await database.read(statements.get('describe/counts'));
  if (Number(rows[0]?.nodes) > 0) return;
  const message = 'Loading the built-in data set';
  onProgress({ phase: 'seeding', message, ratio: 0 });
  await seedFolder(database, statements, join(projectFolder(), 'seed', 'data', BUILT_IN_SET), {
    onProgress: (done, all) => onProgress({ phase: 'seeding', message, ratio: done / all }),
  });
}

/** Tells each step once, how far it is at each quarter of the way, and what came of it. */
function narrator(say: (line: string) => void): (status: DatabaseStatus) => void {
  let last = '';
  return ({ state, product, version, progress, problem }) => {
    const line =
      problem ??
      (state === 'ready' ? `Ready, on ${product} ${version}.` : progress && `${wordsOf(progress)} …`);
    if (!line || line === last) return;
    last = line;
    say(line);
  };
}

function wordsOf({ message, ratio = 0 }: Progress): string {
  const quarters = Math.floor(ratio * 4);
  return quarters > 0 ? `${message}: ${quarters * 25} %` : message;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
