import { setTimeout as delay } from 'node:timers/promises';
import type { Progress, Status } from '../core/contract/status.ts';
import { EntenteError, type ErrorCode } from '../core/model/errors.ts';
import type { Settings } from '../settings.ts';
import { putBehind } from '../threads/behind.ts';
import { discreet } from './errors/discreet.ts';
import {
  BOOT_PATIENCE,
  type ManagedDatabase,
  type ManagedOptions,
  startManagedDatabase,
} from './managed/start.ts';
import { type ManagedSettings, managedOptions } from './managed-options.ts';
import { type Growth, Pauses } from './pauses.ts';
import type { Connection, Database, OnProgress } from './port.ts';
import { NORMAL_PATIENCE, trySignIn } from './sign-in.ts';
import { rejectUnless, unless } from './unless.ts';
import { connectionOf, waitForConfigured } from './wait-for-configured.ts';

export type DatabaseStatus = Status['database'];
export type DatabaseSettings = ManagedSettings & Pick<Settings, 'uri' | 'username' | 'password' | 'database'>;

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
  /** Makes the next try at once where one is being waited for: somebody may have mended something. */
  hurry(): void;
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
/** A managed database that stays silent for so long is ended and started anew, in milliseconds. */
const SILENCE = 120_000;
/** One that ends sooner after its start is not started again at once each time, in milliseconds. */
const SOON = 60_000;
/** A configured one that does not answer for so long is not about to, in milliseconds. */
const STARTING = 10_000;
/** Pauses between tries, in milliseconds: of what may pass by itself, and of what somebody has to mend. */
const PASSING: Growth = { first: 1_000, most: 60_000 };
const LASTING: Growth = { first: 15_000, most: 300_000 };
/** So many failures, one after the other, are not called a start any more. */
const FEW = 3;
const BUSY: readonly ErrorCode[] = ['timeout', 'overloaded'];
const MAY_PASS: readonly ErrorCode[] = ['database_not_ready', 'overloaded', 'timeout'];

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
  readonly #pauses = new Pauses();
  /** Why there is no database, while it is tried again and again. */
  #problem: string | undefined;

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

  hurry(): void {
    this.#pauses.hurry();
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

  /** Tries for as long as the process lives: what is wrong may pass, or somebody may mend it. */
  async #run(): Promise<void> {
    const once = this.#status.kind === 'managed' ? this.#runManaged : this.#runConfigured;
    for (let tries = 0; !this.#closing.signal.aborted; tries += 1) {
      try {
        await once.call(this, tries);
      } catch (error) {
        if (this.#closing.signal.aborted) return;
        this.#fail(error, tries);
        await this.#pauses.wait(isLasting(error) ? LASTING : PASSING, this.#closing.signal);
      }
    }
  }

  /** Starts a managed database and serves it until it ends. A start that was too slow has twice the time next. */
  async #runManaged(tries: number): Promise<void> {
    const { settings, startManaged = startManagedDatabase } = this.#options;
    const managed = await startManaged({
      ...managedOptions(settings),
      onProgress: this.#onProgress,
      patience: BOOT_PATIENCE * 2 ** Math.min(tries, 5),
      signal: this.#closing.signal,
    });
    this.#managed = managed;
    const since = performance.now();
    const over = new AbortController();
    const ended = managed.exited.then(() => over.abort());
    const either = AbortSignal.any([over.signal, this.#closing.signal]);
    // A statement may fail a moment before the end of the process that it died of is known.
    await this.#serveUntil(managed.connection, either).catch((error) => rejectUnless(ended, error));
    if (this.#closing.signal.aborted) return;
    await ended;
    const early = performance.now() - since < SOON;
    if (!early) this.#pauses.reset();
    this.#set({ state: 'lost', problem: 'Neo4j ended unexpectedly and is being started again.' });
    if (early) await this.#pauses.wait(PASSING, this.#closing.signal);
  }

  async #runConfigured(): Promise<void> {
    const connection = connectionOf(this.#options.settings);
    const { signal } = this.#closing;
    const since = performance.now();
    const onReason = (problem: string) => {
      // What nobody answers may be starting; after a while that is not what it looks like any more.
      this.#problem = problem;
      if (performance.now() - since > STARTING) this.#set({ state: 'lost', problem });
    };
    await waitForConfigured(connection, {
      ...{ onProgress: this.#onProgress, onReason, signal, pauses: this.#pauses },
    });
    await this.#serve(connection, signal);
  }

  /** Serves a managed database, again and again where it is too busy at first, until `over`. */
  async #serveUntil(connection: Connection, over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      try {
        return await this.#serve(connection, over);
      } catch (error) {
        if (over.aborted || isLasting(error)) throw error;
        this.#fail(error, 0);
        await this.#pauses.wait(PASSING, over).catch(() => {});
      }
    }
  }

  /** Opens a database that answers and watches it until `over`. */
  async #serve(connection: Connection, over: AbortSignal): Promise<void> {
    const database = this.#options.connect(connection);
    this.#database = database;
    try {
      const { product, version } = await unless(over, database.about());
      this.#tell({ product, version });
      await unless(over, this.#prepare(database));
      this.#problem = undefined;
      this.#set({ state: 'ready', product, version });
      // Not before: a first start on a busy machine would take the longer.
      if (this.#managed) putBehind(this.#managed.pid);
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
    for (let silentSince: number | undefined; ; ) {
      await delay(WATCH.every, undefined, { signal: over, ref: false });
      const late = delay(WATCH.patience, undefined, { ref: false }).then(() => {
        throw new EntenteError('timeout', 'It does not answer.');
      });
      late.catch(() => {});
      try {
        await unless(over, Promise.race([database.about(), late]));
        silentSince = undefined;
        this.#pauses.reset();
        if (this.#status.state !== 'ready') this.#set({ state: 'ready', ...about });
      } catch (error) {
        if (over.aborted) throw error;
        silentSince ??= performance.now();
        const isLong = performance.now() - silentSince > SILENCE;
        // Too late is busy, not lost, until it has been so for long.
        if (!isLong && error instanceof EntenteError && BUSY.includes(error.code)) continue;
        const problem = `The database does not answer any more; trying again. ${await this.#whyLost(error, over)}`;
        if (problem !== this.#status.problem) this.#set({ state: 'lost', ...about, problem });
        // Frozen, it would stay so; the end of a managed one is noticed, and leads to the next start.
        if (isLong) this.restart();
      }
    }
  }

  /** Of a configured database it can be found out why it does not answer; a managed one is looked after anyway. */
  async #whyLost(error: unknown, signal: AbortSignal): Promise<string> {
    const { settings } = this.#options;
    if (!settings.uri) return messageOf(error);
    const found = await trySignIn(connectionOf(settings), { milliseconds: NORMAL_PATIENCE, signal });
    return 'reason' in found ? found.reason : messageOf(error);
  }

  #onProgress = (progress: Progress): void => {
    const { product, version } = this.#status;
    this.#tell({ ...(product && { product }), ...(version && { version }), progress });
  };

  /** Tells how the next try goes, and what went wrong with the last as long as that stands. */
  #tell(status: Omit<DatabaseStatus, 'kind' | 'state' | 'problem'>): void {
    const { state } = this.#status;
    if (this.#problem === undefined) this.#set({ state: 'starting', ...status });
    else this.#set({ state: state === 'ready' ? 'lost' : state, ...status, problem: this.#problem });
  }

  /** Tells what went wrong; what may pass is still called starting the first times. */
  #fail(error: unknown, tries = FEW): void {
    this.#problem = messageOf(error);
    const state = isLasting(error) || tries >= FEW ? 'failed' : 'starting';
    this.#set({ state, problem: this.#problem });
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

/** Whether somebody has to mend something before another try can go better. */
function isLasting(error: unknown): boolean {
  return !(error instanceof EntenteError) || error.lasting || !MAY_PASS.includes(error.code);
}

function messageOf(error: unknown): string {
  return discreet(error instanceof Error ? error.message : String(error));
}
