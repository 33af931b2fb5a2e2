import type { CypherNotification, PlanNode } from '../core/contract/cypher.ts';
import type { Progress } from '../core/contract/status.ts';
import type { Row } from '../core/model/rows.ts';
import type { TypedValue } from '../core/model/typed-value.ts';
import type { Statement } from '../statements/statement.ts';

export type Parameters = Record<string, unknown>;

export interface ReadOptions {
  /** Ends the statement in the database when it aborts. */
  signal?: AbortSignal;
  /** Milliseconds after which the database ends the statement; the database's own setting when absent. */
  timeout?: number;
}

/** What one transaction can do. Row values are plain; integers beyond 2^53 are text. */
export interface Transaction {
  run(statement: Statement, parameters?: Parameters): Promise<{ rows: Row[]; changes: Changes }>;
}

export interface Changes {
  nodesCreated: number;
  nodesDeleted: number;
  edgesCreated: number;
  edgesDeleted: number;
  propertiesSet: number;
}

/** A schema statement and the names it is about. */
export interface Definition {
  statement: Statement;
  parameters?: Parameters;
}

/** A plan as the database made it, without running the statement. */
export interface Explanation {
  /** What the statement does: `r` reads; everything else changes something. */
  queryType: string;
  plan: PlanNode;
  notifications: CypherNotification[];
}

export interface QueryOptions extends ReadOptions {
  /** Milliseconds; the database ends the statement then, and a second later nobody waits any more. */
  timeout: number;
  /** Whether to measure what each operator costs. */
  profile?: boolean;
  /** By which its transaction is known in {@link Database.transactions}. */
  tag?: string;
}

/** The rows of an untrusted statement as they arrive; no more are asked for than are taken. */
export interface Query {
  columns: string[];
  /** Each row once, by `next()`; leaving early (`close`) ends the statement in the database. */
  next(): Promise<TypedValue[] | undefined>;
  /** What the database said at the end; only once `next()` gave `undefined`. */
  summary(): QuerySummary;
  /** Lets go; at once, also on a database that stands still. Safe to call twice. */
  close(): void;
}

export interface QuerySummary {
  plan?: PlanNode;
  counters: Record<string, number>;
  notifications: CypherNotification[];
  availableAfter: number;
  consumedAfter: number;
  version: string;
}

/** A transaction that the database has not let go of. */
export interface OpenTransaction {
  tag: string;
  /** Whether it has been told to end and has not done so yet. */
  terminated: boolean;
  /** Of the connection that it came by, `host:port`. */
  clientAddress: string;
}

/**
 * The storage port: everything the product asks of a graph database. It knows no engine.
 * Every method raises an {@link EntenteError}: `timeout` when the time limit ended it,
 * `database_not_ready` when the database is out of reach.
 */
export interface Database {
  /** Product, version, and whether anything is stored at all. */
  about(): Promise<{ product: string; version: string }>;
  /** What this one is called on its server, as after USE. */
  databaseName(options?: ReadOptions): Promise<string>;
  /** Text that differs whenever a committed write may have changed the data; equal text, equal data. */
  version(options?: ReadOptions): Promise<string>;
  /** All rows of a reading statement, and the data version they were read from. */
  read(
    statement: Statement,
    parameters?: Parameters,
    options?: ReadOptions,
  ): Promise<{ rows: Row[]; version: string }>;
  /** The rows of a reading statement as they arrive; leaving the loop early ends it in the database. */
  stream(statement: Statement, parameters?: Parameters, options?: ReadOptions): AsyncIterable<Row>;
  /** One transaction: commits when `work` resolves, rolls everything back when it throws. */
  write<T>(work: (transaction: Transaction) => Promise<T>, options?: ReadOptions): Promise<T>;
  /**
   * Runs schema statements (constraints, indexes) in one transaction of their own: all are defined or
   * none. They take only names as parameters.
   */
  define(definitions: readonly Definition[]): Promise<void>;
  /** The plan of a statement from anybody, in READ access mode; a number by which `timeout` ends the planning. */
  explain(text: string, options: QueryOptions): Promise<Explanation>;
  /**
   * Runs a statement from anybody, in READ access mode, that a guard has admitted.
   * @param parameters typed values or plain JSON
   * @throws EntenteError also `invalid_request`, with the place in the text where the database tells one
   */
  query(text: string, parameters: Record<string, unknown>, options: QueryOptions): Promise<Query>;
  /** The transactions of `explain` and `query` that the database has not ended. */
  transactions(options?: ReadOptions): Promise<OpenTransaction[]>;
  /** How a thread of its own reaches the same database for statements from anybody. */
  readonly strangers: Connection;
  /** Lets go of every connection. Safe to call twice. */
  close(): Promise<void>;
}

/** What reading the graph takes of a database. */
export type ReadDatabase = Pick<Database, 'read' | 'stream' | 'version'>;

/** How to reach a database. */
export interface Connection {
  uri: string;
  username: string;
  password: string;
  /** The server's default database when absent. */
  database?: string;
}

export type OnProgress = (progress: Progress) => void;
