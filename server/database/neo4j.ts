import { createHash } from 'node:crypto';
import neo4j, {
  type Driver,
  type Transaction as DriverTransaction,
  type ManagedTransaction,
  type Result,
  type Session,
} from 'neo4j-driver';
import { EntenteError } from '../core/model/errors.ts';
import type { Row } from '../core/model/rows.ts';
import { inlineNames } from '../statements/inline.ts';
import type { Statement } from '../statements/statement.ts';
import { keepPrivate } from './errors/discreet.ts';
import { isAlreadyDefined, isPassing, toEntenteError } from './errors/neo4j-errors.ts';
import { createPatience } from './first-patience.ts';
import type {
  Connection,
  Database,
  Definition,
  OpenTransaction,
  Parameters,
  ReadOptions,
  Transaction,
} from './port.ts';
import { explainUntrusted, queryUntrusted, TAG } from './untrusted.ts';
import { plain } from './values/plain.ts';

/** How long beyond the database's own limit an answer is waited for: a frozen server never answers. */
const GRACE = 1_000;
const DEFAULT_TIMEOUT = 10_000;
const DEFINE_TRIES = 5;

/** Rows fetched at a time: the driver's own measure, for whoever takes them one by one. */
const NORMAL_BATCH = 1_000;
/** What is wanted whole is fetched whole: asking batch by batch, the server waited half of the time. */
const ALL_AT_ONCE = -1;

const ABOUT = bare(
  'about',
  'CALL dbms.components() YIELD name, versions RETURN name, versions[0] AS version',
);
const NOTHING = bare('nothing', 'RETURN 1 AS one');
const NAME = bare('name', 'CALL db.info() YIELD name RETURN name');
const TRANSACTIONS = bare(
  'transactions',
  'SHOW TRANSACTIONS YIELD metaData, status, clientAddress RETURN metaData, status, clientAddress',
);

/** What takes no more patience the first time. */
const SMALL = [ABOUT, NOTHING, NAME, TRANSACTIONS];

function bare(name: string, text: string): Statement {
  return { name, title: name, purpose: name, parameters: [], returns: '', text };
}

export interface Neo4jOptions {
  /** Milliseconds after which the database ends a read; 10,000 when absent. */
  readTimeout?: number;
  /** A weaker user that statements from anybody run as; the connection's own when absent. */
  reader?: { username: string; password: string };
}

/** Opens a Neo4j over Bolt. Nothing is sent before the first call; reads run in READ access mode. */
export function openNeo4j(connection: Connection, options: Neo4jOptions = {}): Database {
  const driver = createDriver(connection);
  // Connections of its own: strangers who fill them leave those of the product free.
  let strangers: Driver | undefined;
  const untrusted = () => {
    strangers ??= createDriver(database.strangers, { notifications: true });
    return strangers;
  };
  const patience = createPatience(options.readTimeout ?? DEFAULT_TIMEOUT, SMALL);
  // So that whether it is there can be asked while all others are in use.
  let pulse: Driver | undefined;
  const session = (mode: 'READ' | 'WRITE', fetchSize = NORMAL_BATCH, by = driver) =>
    by.session({
      defaultAccessMode: neo4j.session[mode],
      fetchSize,
      ...(connection.database ? { database: connection.database } : {}),
    });

  async function readOnce(statement: Statement, parameters: Parameters, given: ReadOptions, by = driver) {
    const current = session('READ', ALL_AT_ONCE, by);
    const timeout = patience.timeoutOf(statement, given);
    try {
      const { text, parameters: rest } = inlineNames(statement, parameters);
      const running = rowsOf(current.run(text, rest, { timeout }));
      const rows = await withDeadline(running, timeout + GRACE, given.signal);
      return { rows, version: versionOf(current) };
    } finally {
      patience.asked(statement);
      closeQuietly(current);
    }
  }

  const database: Database = {
    strangers: { ...connection, ...options.reader },
    async read(statement, parameters = {}, given = {}) {
      try {
        return await readOnce(statement, parameters, given);
      } catch (cause) {
        if (!isPassing(cause) || given.signal?.aborted) throw toEntenteError(cause);
        return await readOnce(statement, parameters, given).catch((again) => {
          throw toEntenteError(again);
        });
      }
    },
    databaseName: (given) => nameOf(database, given),
    async *stream(statement, parameters = {}, given = {}) {
      const current = session('READ');
      const close = () => closeQuietly(current);
      given.signal?.addEventListener('abort', close, { once: true });
      try {
        const { text, parameters: rest } = inlineNames(statement, parameters);
        const result = current.run(text, rest, { timeout: patience.timeoutOf(statement, given) });
        for await (const record of result) yield toRow(record.keys as string[], record);
        given.signal?.throwIfAborted();
      } catch (cause) {
        throw given.signal?.aborted ? cancelled(cause) : toEntenteError(cause);
      } finally {
        patience.asked(statement);
        given.signal?.removeEventListener('abort', close);
        close();
      }
    },
    version: async (given = {}) => (await database.read(NOTHING, {}, given)).version,
    async about() {
      pulse ??= createDriver(connection);
      const { rows } = await readOnce(ABOUT, {}, {}, pulse).catch((cause) => {
        throw toEntenteError(cause);
      });
      return productOf(rows);
    },
    async write(work, given = {}) {
      const current = session('WRITE');
      try {
        return await inTransaction(current, work, given);
      } catch (cause) {
        throw toEntenteError(cause);
      } finally {
        await current.close();
      }
    },
    async define(definitions) {
      for (let attempt = 1; ; attempt += 1) {
        const current = session('WRITE');
        try {
          await current.executeWrite((open) => defineAll(open, definitions));
          return;
        } catch (cause) {
          // IF NOT EXISTS looks before it locks: of two at once, one is told that the other was first.
          if (!isAlreadyDefined(cause) || attempt === DEFINE_TRIES) throw toEntenteError(cause);
        } finally {
          await current.close();
        }
      }
    },
    explain: (text, given) => explainUntrusted(untrusted(), connection.database, text, given),
    async query(text, parameters, given) {
      try {
        return await queryUntrusted(untrusted(), connection.database, text, parameters, given);
      } catch (cause) {
        const { code, cause: reason } = cause as EntenteError;
        const unread = code === 'database_not_ready' && Object.keys(parameters).length > 0;
        if (unread && (await database.about().catch(() => undefined))) throw unreadable(reason);
        throw cause;
      }
    },
    transactions: async (given = {}) => openOf((await database.read(TRANSACTIONS, {}, given)).rows),
    async close() {
      await Promise.all([driver.close(), strangers?.close(), pulse?.close()]);
    },
  };
  return database;
}

async function nameOf(database: Database, given?: ReadOptions): Promise<string> {
  return String((await database.read(NAME, {}, given)).rows[0]?.name);
}

/** The transactions of statements from anybody, of all that the database names. */
function openOf(rows: readonly Row[]): OpenTransaction[] {
  return rows.flatMap(({ metaData, status, clientAddress }) => {
    const tag = (metaData as Row | null)?.[TAG];
    const terminated = String(status).startsWith('Terminated');
    return typeof tag === 'string' ? [{ tag, terminated, clientAddress: String(clientAddress) }] : [];
  });
}

function createDriver(connection: Connection, { notifications = false } = {}): Driver {
  const { uri, username, password } = connection;
  keepPrivate(connection);
  return neo4j.driver(uri, neo4j.auth.basic(username, password), {
    useBigInt: true,
    maxConnectionPoolSize: 50,
    connectionTimeout: 5_000,
    connectionAcquisitionTimeout: 10_000,
    // The driver retries for 30 s by default; a page must hear of a lost database at once.
    maxTransactionRetryTime: 2_000,
    notificationFilter: { minimumSeverityLevel: notifications ? 'INFORMATION' : 'OFF' },
    telemetryDisabled: true,
    userAgent: 'entente',
  });
}

async function inTransaction<T>(
  session: Session,
  work: (transaction: Transaction) => Promise<T>,
  given: ReadOptions,
): Promise<T> {
  const transaction = session.beginTransaction(given.timeout === undefined ? {} : { timeout: given.timeout });
  const open = await transaction;
  try {
    const result = await work({ run: (statement, parameters) => runIn(open, statement, parameters, given) });
    given.signal?.throwIfAborted();
    await open.commit();
    return result;
  } catch (cause) {
    await open.rollback().catch(() => undefined);
    throw given.signal?.aborted ? cancelled(cause) : cause;
  }
}

async function runIn(
  transaction: DriverTransaction,
  statement: Statement,
  parameters: Parameters = {},
  given: ReadOptions = {},
) {
  given.signal?.throwIfAborted();
  const { text, parameters: rest } = inlineNames(statement, parameters);
  const { records, summary } = await transaction.run(text, rest);
  const { nodesCreated, nodesDeleted, relationshipsCreated, relationshipsDeleted, propertiesSet } =
    summary.counters.updates();
  return {
    rows: records.map((record) => toRow(record.keys as string[], record)),
    changes: {
      nodesCreated,
      nodesDeleted,
      edgesCreated: relationshipsCreated,
      edgesDeleted: relationshipsDeleted,
      propertiesSet,
    },
  };
}

async function defineAll(open: ManagedTransaction, definitions: readonly Definition[]): Promise<void> {
  for (const { statement, parameters = {} } of definitions) {
    await open.run(inlineNames(statement, parameters).text);
  }
}

/** Each record becomes a row as it comes: all of them at the end would keep others waiting. */
function rowsOf(result: Result): Promise<Row[]> {
  const rows: Row[] = [];
  return new Promise((resolve, reject) => {
    result.subscribe({
      onNext: (record) => rows.push(toRow(record.keys as string[], record)),
      onCompleted: () => resolve(rows),
      onError: reject,
    });
  });
}

function toRow(keys: string[], record: { get(index: number): unknown }): Row {
  const row: Row = {};
  for (let index = 0; index < keys.length; index += 1) row[keys[index] as string] = plain(record.get(index));
  return row;
}

/**
 * Text that changes with every committed write. Found by experiment on 5.26 and 2026.09: the
 * bookmark of a reading session names the last committed transaction, and stays the same without one.
 */
function versionOf(session: Session): string {
  const bookmarks = [...session.lastBookmarks()].sort().join(' ');
  return createHash('sha256').update(bookmarks).digest('base64url').slice(0, 22);
}

function withDeadline<T>(work: Promise<T>, milliseconds: number, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(frozen()), milliseconds);
    const onAbort = () => reject(cancelled(signal?.reason));
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    });
  });
}

/** The database ends a connection on which it is sent a value that it does not know; it is there all the same. */
function unreadable(cause: unknown): EntenteError {
  const message = 'The database could not read a value among the parameters. Send other values.';
  return new EntenteError('invalid_request', message, { details: [{ path: 'parameters', message }], cause });
}

function frozen(): EntenteError {
  return new EntenteError('timeout', 'The database did not answer within the time limit.');
}

function cancelled(cause: unknown): EntenteError {
  return new EntenteError('timeout', 'The request was cancelled.', { cause });
}

/** Closing a session ends its query in the database; measured: gone within 30 ms. */
function closeQuietly(session: Session): void {
  session.close().catch(() => undefined);
}

function productOf(rows: readonly Row[]): { product: string; version: string } {
  const kernel = rows.find((row) => String(row.name).startsWith('Neo4j')) ?? rows[0];
  return { product: 'Neo4j', version: String(kernel?.version ?? 'unknown') };
}
