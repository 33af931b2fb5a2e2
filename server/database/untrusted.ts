import { createHash } from 'node:crypto';
import { Socket } from 'node:net';
import neo4j, {
  type Driver,
  Neo4jError,
  type Record,
  type Result,
  type ResultSummary,
  type Session,
} from 'neo4j-driver';
import { EntenteError } from '../core/model/errors.ts';
import { toStatementError } from './errors/statement-errors.ts';
import type { Explanation, Query, QueryOptions, QuerySummary } from './port.ts';
import { limitMessages } from './values/large-rows.ts';
import { toNotifications, toPlanNode } from './values/plans.ts';
import { toTyped } from './values/typed.ts';
import { readParameterValues } from './values/typed-parameters.ts';

/**
 * How long beyond the database's own limit it is waited for: a frozen server never answers, and any other looks every two
 * seconds, unless it is set up otherwise, for what has taken too long.
 */
const GRACE = 3_000;
/** On a line of its own before the text, so that columns stay what they are. */
const EXPLAIN = 'EXPLAIN\n';
const PROFILE = 'PROFILE\n';
export const TAG = 'entente';

/** The plan of somebody's statement; see the port. */
export async function explainUntrusted(
  driver: Driver,
  database: string | undefined,
  text: string,
  options: QueryOptions,
): Promise<Explanation> {
  const open = () => new Running(driver, database, EXPLAIN, options);
  const { running, first: summary } = await begin<ResultSummary>(open, text, {}, (result) =>
    result.summary(),
  );
  try {
    if (!summary.plan) throw new EntenteError('internal', 'The database gave no plan.');
    return {
      queryType: summary.queryType,
      plan: toPlanNode(summary.plan),
      notifications: toNotifications(summary.notifications, EXPLAIN),
    };
  } finally {
    running.close();
  }
}

/** The rows of somebody's statement as they arrive; see the port. */
export async function queryUntrusted(
  driver: Driver,
  database: string | undefined,
  text: string,
  parameters: { [name: string]: unknown },
  options: QueryOptions,
): Promise<Query> {
  const prefix = options.profile ? PROFILE : '';
  const values = readParameterValues(parameters);
  const open = () => new Running(driver, database, prefix, options);
  const { running, first: columns } = await begin<string[]>(open, text, values, (result) => result.keys());
  return { columns, ...rowsOf(running, prefix) };
}

/**
 * Begins a statement, and once more where its connection turns out to be dead before anything came: the driver may
 * hold one on which a statement before it was ended together with its thread.
 */
async function begin<T>(
  open: () => Running,
  text: string,
  values: object,
  want: (result: Result) => Promise<T>,
): Promise<{ running: Running; first: T }> {
  for (let attempt = 1; ; attempt += 1) {
    const running = open();
    try {
      return { running, first: await running.run(text, values, want) };
    } catch (cause) {
      running.close();
      const isDead = cause instanceof EntenteError && cause.code === 'database_not_ready';
      if (!isDead || attempt > 1) throw cause;
    }
  }
}

function rowsOf(running: Running, prefix: string): Omit<Query, 'columns'> {
  let summary: QuerySummary | undefined;
  return {
    async next() {
      const { done, value } = await running.next();
      if (!done) return Array.from(value.values(), toTyped);
      summary = summaryOf(value, running, prefix);
      running.close();
      return undefined;
    },
    summary() {
      if (summary) return summary;
      throw new EntenteError('internal', 'The summary comes after the last row.');
    },
    close: () => running.close(),
  };
}

function summaryOf(summary: ResultSummary, running: Running, prefix: string): QuerySummary {
  const counters = Object.entries(summary.counters.updates()).filter(([, count]) => count > 0);
  const profile = summary.profile || undefined;
  return {
    ...(profile ? { plan: toPlanNode(profile) } : {}),
    counters: Object.fromEntries(counters),
    notifications: toNotifications(summary.notifications, prefix),
    availableAfter: Number(summary.resultAvailableAfter),
    consumedAfter: Number(summary.resultConsumedAfter),
    version: running.version(),
  };
}

type Rows = AsyncIterator<Record, ResultSummary>;

/** One statement under way: every wait ends by the client's signal and by a deadline of our own. */
class Running {
  readonly #session: Session;
  readonly #prefix: string;
  readonly #options: QueryOptions;
  readonly #timer: NodeJS.Timeout;
  #rows: Rows | undefined;
  readonly #arrivals: NodeJS.Timeout;
  #socket: Socket | undefined;
  #taken = 0;
  #fail: ((error: EntenteError) => void) | undefined;
  #over: EntenteError | undefined;
  #closed = false;

  constructor(driver: Driver, database: string | undefined, prefix: string, options: QueryOptions) {
    this.#prefix = prefix;
    this.#options = options;
    this.#session = driver.session({
      defaultAccessMode: neo4j.session.READ,
      fetchSize: FETCH,
      ...(database ? { database } : {}),
    });
    this.#timer = setTimeout(() => this.#end(tooLong()), options.timeout + GRACE);
    this.#arrivals = setInterval(this.#onArrivals, LOOK_EVERY);
    options.signal?.addEventListener('abort', this.#onAbort, { once: true });
    if (options.signal?.aborted) this.#onAbort();
  }

  run<T>(text: string, values: object, first: (result: Result) => Promise<T>): Promise<T> {
    const { timeout, tag } = this.#options;
    return this.#wait(() => {
      const metadata = { [TAG]: tag ?? '' };
      const result = this.#session.run(this.#prefix + text, values, { timeout, metadata });
      this.#rows = result[Symbol.asyncIterator]();
      const found = connectionOf(this.#session).then((connection) => {
        const socket = connection?._ch?._conn;
        this.#socket = socket instanceof Socket ? socket : undefined;
        this.#taken = this.#socket?.bytesRead ?? 0;
        limitMessages(connection?._protocol, LIMITS, (what) => this.#breakOff(what));
        return this.#socket;
      });
      return first(result).catch(async (cause) => {
        // What the driver left half-written would be the beginning of somebody else's next statement.
        if (!isFromServer(cause)) (await found)?.destroy(new Error('A value could not be written.'));
        throw cause;
      });
    });
  }

  next(): Promise<IteratorResult<Record, ResultSummary>> {
    this.#taken = this.#socket?.bytesRead ?? 0;
    return this.#wait(() => (this.#rows as Rows).next());
  }

  version(): string {
    const bookmarks = [...this.#session.lastBookmarks()].sort().join(' ');
    return createHash('sha256').update(bookmarks).digest('base64url').slice(0, 22);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#arrivals);
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
    letGo(this.#session, this.#rows);
  }

  #onAbort = () => this.#end(new EntenteError('timeout', 'The request was cancelled.'));

  /** A row too large to be read at once is broken off with its connection, before it is whole. */
  #onArrivals = () => {
    if ((this.#socket?.bytesRead ?? 0) - this.#taken < MOST_AT_ONCE) return;
    this.#breakOff(`A row, or ${FETCH} rows together, are larger than ${MOST_AT_ONCE / 2 ** 20} MB.`);
  };

  #breakOff(what: string): void {
    this.#end(new EntenteError('too_long', `${what} Return less of them.`));
    // With an error, or the driver would not hear of it and wait when it is closed.
    this.#socket?.destroy(new Error(what));
  }

  #end(error: EntenteError): void {
    this.#over ??= error;
    this.#fail?.(error);
    this.close();
  }

  /** A race without its leak: losers of `Promise.race` would gather on one long-lived promise, row by row. */
  #wait<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#over) return reject(this.#over);
      this.#fail = reject;
      work().then(resolve, (cause: unknown) =>
        reject(this.#over ?? toStatementError(cause, this.#prefix === '' ? 0 : 1)),
      );
    });
  }
}

/** Whether the database itself refused, and not the driver, which may fail while it writes. */
function isFromServer(cause: unknown): boolean {
  return cause instanceof Neo4jError && cause.code.startsWith('Neo.');
}

/**
 * The driver takes any row whole, however large. It offers no way to break a row off, so its connection is looked up
 * where 6.3 keeps it; without it, only the deadline holds, and that this is done in a thread of its own.
 */
async function connectionOf(session: Session): Promise<DriverConnection | undefined> {
  const { _readConnectionHolder: holder } = session as unknown as {
    _readConnectionHolder?: { _connectionPromise?: Promise<DriverConnection | null> };
  };
  const connection = await holder?._connectionPromise?.catch(() => undefined);
  return connection?._delegate ?? connection ?? undefined;
}

interface DriverConnection {
  _delegate?: DriverConnection;
  _ch?: { _conn?: unknown };
  _protocol?: unknown;
}

/** What one row may hold: read and written as text, so many values take a second and a quarter of a gigabyte. */
const LIMITS = { values: 500_000, depth: 64 };

/** Rows asked for at once, the bytes that may come without a row being taken, and how often that is looked at. */
const FETCH = 500;
const MOST_AT_ONCE = 16 * 2 ** 20;
const LOOK_EVERY = 20;

/** How long a result may take to be discarded before its statement is broken off, in milliseconds. */
const DISCARDING = 50;

/**
 * Ends a statement in the database; never waited for, as it may never settle. Closing a session breaks off what
 * runs, measured within 30 ms, but gives back the connection of a result that pauses between two batches as it
 * is, and whoever gets it next waits for ever: so what is left of the result is discarded first.
 */
function letGo(session: Session, rows: Rows | undefined): void {
  const close = () => void session.close().catch(() => undefined);
  if (!rows?.return) {
    close();
    return;
  }
  const late = setTimeout(close, DISCARDING);
  const settle = () => {
    clearTimeout(late);
    close();
  };
  rows.return().then(settle, settle);
}

function tooLong(): EntenteError {
  return new EntenteError('timeout', 'The database did not finish within the time limit. Ask for less.');
}
