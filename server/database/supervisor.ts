import { setTimeout as delay } from 'node:timers/promises';
import { EntenteError, type ErrorCode } from '../contract/errors.ts';
import type { Progress, Status } from '../contract/status.ts';
import type { Settings } from '../settings.ts';
import { type ManagedDatabase, type ManagedOptions, startManagedDatabase } from './managed/start.ts';
import type { Connection, Database, OnProgress } from './port.ts';
import { rejectUnless, unless } from './unless.ts';
import { connectionOf, RETRY, waitForConfigured } from './wait-for-configured.ts';

export type DatabaseStatus = Status['database'];
export type DatabaseSettings = Pick<
  Settings,
  | 'uri'
  | 'username'
  | 'password'
  | 'database'
  | 'dataFolder'
  | 'cacheFolder'
  | 'managedVersion'
  | 'heap'
  | 'pageCache'
>;

export interface SupervisorOptions {
  settings: DatabaseSettings;
  /** Makes the storage port of a connection; the supervisor closes it. */
  connect: (connection: Connection) => Database;
  /** Runs on every database that answers, before it counts as ready; what it throws makes it `failed`. */
  onReady?: (database: Database, kind: DatabaseStatus['kind'], onProgress: OnProgress) => Promise<void>;
  /** Told of every change of the status. */
  onStatus?: (status: DatabaseStatus) => void;
  startManaged?: (options: ManagedOptions) => Promise<ManagedDatabase>;
}

/** Keeps the one database of a server reachable, and knows at any time how that stands. */
export interface Supervisor {
  status(): DatabaseStatus;
  /** @throws EntenteError `database_not_ready`, saying what is being waited for, unless the state is ready. */
  database(): Database;
  /** Begins; the status tells the rest. */
  start(): void;
  /** Stops a managed database that cannot be helped otherwise and starts it again; leaves any other alone. */
  restart(): void;
  /**
   * Ends what a managed database works on for the client of this address (`host:port`), without a restart.
   * @returns false where that cannot be done
   */
  endWork(clientAddress: string): Promise<boolean>;
  /** Lets go of the database, and stops it when it is managed (unless told to leave it running). */
  close(options?: { leaveRunning?: boolean }): Promise<void>;
}

/** How often a ready database is asked whether it is still there, and how long it may think, in ms. */
const WATCH = { every: 5_000, patience: 5_000 };
/** So many ends of a managed database within a minute of its start, one after the other, are no accident. */
const CRASHES = { most: 5, within: 60_000 };

const PASSING: readonly ErrorCode[] = ['database_not_ready', 'timeout'];

/** Watches over the managed database, or over the configured one when `settings.uri` names it. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  return new DatabaseSupervisor(options);
}

class DatabaseSupervisor implements Supervisor {
  readonly #options: SupervisorOptions;
  readonly #closing = new AbortController();
  #status: DatabaseStatus;
  #database: Database | undefined;
  #managed: ManagedDatabase | undefined;
  #work: Promise<void> | undefined;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    const kind = options.settings.uri ? 'configured' : 'managed';
    this.#status = { state: 'starting', kind };
  }

  status(): DatabaseStatus {
    return this.#status;
  }

  database(): Database {
    if (this.#status.state === 'ready' && this.#database) return this.#database;
    const { problem, progress } = this.#status;
    const reason = problem ?? (progress ? `${progress.message}.` : 'The database is being started.');
    throw new EntenteError('database_not_ready', `The database is not ready yet: ${reason}`);
  }

  start(): void {
    this.#work ??= this.#run().catch((error) => {
      if (!this.#closing.signal.aborted) this.#fail(error);
    });
  }

  restart(): void {
    // Its end is noticed like every other one that nobody asked for. That of a busy one may take its time.
    this.#managed?.stop().catch(() => {});
  }

  async endWork(clientAddress: string): Promise<boolean> {
    return (await this.#managed?.endWork?.(clientAddress)) ?? false;
  }

  async close({ leaveRunning = false } = {}): Promise<void> {
    this.#closing.abort();
    // One that is still starting gives up, and what is up is stopped once nothing uses it.
    await this.#work;
    if (!leaveRunning) await this.#managed?.stop();
  }

  async #run(): Promise<void> {
    if (this.#status.kind === 'managed') await this.#runManaged();
    else await this.#runConfigured();
  }

  async #runManaged(): Promise<void> {
    const { settings, startManaged = startManagedDatabase } = this.#options;
    for (let crashes = 0; crashes < CRASHES.most; ) {
      const since = Date.now();
      const managed = await startManaged({
        folder: settings.dataFolder,
        cacheFolder: settings.cacheFolder,
        version: settings.managedVersion,
        memory: { heap: settings.heap, pageCache: settings.pageCache },
        onProgress: this.#onProgress,
        signal: this.#closing.signal,
      });
      this.#managed = managed;
      const over = new AbortController();
      const ended = managed.exited.then(() => over.abort());
      const serving = this.#serve(managed.connection, AbortSignal.any([over.signal, this.#closing.signal]));
      // A statement may fail a moment before the end of the process that it died of is known.
      await serving.catch((error) => rejectUnless(ended, error));
      if (this.#closing.signal.aborted) return;
      await ended;
      this.#set({ state: 'lost', problem: 'Neo4j ended unexpectedly and is being started again.' });
      crashes = Date.now() - since < CRASHES.within ? crashes + 1 : 0;
    }
    throw new EntenteError(
      'database_not_ready',
      `Neo4j ended ${CRASHES.most} times within a minute of its start. See the logs in ${settings.dataFolder}.`,
    );
  }

  async #runConfigured(): Promise<void> {
    const connection = connectionOf(this.#options.settings);
    for (;;) {
      await waitForConfigured(connection, this.#onProgress, this.#closing.signal);
      try {
        return await this.#serve(connection, this.#closing.signal);
      } catch (error) {
        // It answered and went away again before it was ready.
        if (!(error instanceof EntenteError && PASSING.includes(error.code))) throw error;
        await delay(RETRY.first, undefined, { signal: this.#closing.signal });
      }
    }
  }

  /** Opens a database that answers and watches it until `over`. */
  async #serve(connection: Connection, over: AbortSignal): Promise<void> {
    const database = this.#options.connect(connection);
    this.#database = database;
    try {
      const { product, version } = await unless(over, database.about());
      this.#set({ state: 'starting', product, version });
      await unless(over, this.#prepare(database));
      this.#set({ state: 'ready', product, version });
      await this.#watch(database, { product, version }, over);
    } catch (error) {
      if (!over.aborted) throw error;
    } finally {
      this.#database = undefined;
      closeQuietly(database);
    }
  }

  async #prepare(database: Database): Promise<void> {
    await this.#options.onReady?.(database, this.#status.kind, this.#onProgress);
  }

  async #watch(database: Database, about: { product: string; version: string }, over: AbortSignal) {
    for (;;) {
      await delay(WATCH.every, undefined, { signal: over, ref: false });
      const late = delay(WATCH.patience, undefined, { ref: false }).then(() => {
        throw new Error('It does not answer.');
      });
      late.catch(() => {});
      try {
        await unless(over, Promise.race([database.about(), late]));
        if (this.#status.state !== 'ready') this.#set({ state: 'ready', ...about });
      } catch (error) {
        if (over.aborted) throw error;
        const problem = `The database does not answer any more; trying again. ${messageOf(error)}`;
        if (this.#status.state !== 'lost') this.#set({ state: 'lost', ...about, problem });
      }
    }
  }

  #onProgress = (progress: Progress): void => {
    const { product, version } = this.#status;
    this.#set({
      state: 'starting',
      ...(product && { product }),
      ...(version && { version }),
      progress,
    });
  };

  #fail(error: unknown): void {
    this.#set({ state: 'failed', problem: messageOf(error) });
  }

  #set(status: Omit<DatabaseStatus, 'kind'>): void {
    this.#status = { kind: this.#status.kind, ...status };
    this.#options.onStatus?.(this.#status);
  }
}

/** A driver whose database is gone may take its time to let go; nobody needs to wait for that. */
function closeQuietly(database: Database): void {
  database.close().catch(() => {});
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
