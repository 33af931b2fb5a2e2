/** What statements from anybody are held to; each is a setting of the product. */
export interface CypherLimits {
  /** Milliseconds that one statement may run. */
  timeout: number;
  /** Milliseconds that planning it may take. */
  planTimeout: number;
  /** The most rows that one answer may hold. */
  rowLimit: number;
  /** The most bytes that the rows of one answer may take. */
  byteLimit: number;
  /** The most characters of a statement, and the most bytes of a request. */
  length: number;
  bodyLimit: number;
  /** Statements at once: in all, and of one address. */
  concurrent: number;
  concurrentPerAddress: number;
  /** Statements that wait for their turn: in all, and of one address. */
  queued: number;
  queuedPerAddress: number;
  /** What one address may ask for in a minute: statements, and seconds of the database's time. */
  requestsPerMinute: number;
  secondsPerMinute: number;
  /** Procedures and functions that may be called besides those known to only read. */
  procedures: readonly string[];
  functions: readonly string[];
}

export const DEFAULT_LIMITS: CypherLimits = {
  timeout: 10_000,
  planTimeout: 5_000,
  rowLimit: 1_000_000,
  byteLimit: 64 * 2 ** 20,
  length: 20_000,
  bodyLimit: 2 ** 20,
  concurrent: 6,
  concurrentPerAddress: 2,
  queued: 50,
  queuedPerAddress: 10,
  requestsPerMinute: 120,
  secondsPerMinute: 60,
  procedures: [],
  functions: [],
};
