import type { CypherNotification, PlanNode } from '../contract/cypher.ts';
import { EntenteError } from '../contract/errors.ts';
import type { TypedValue } from '../contract/typed-value.ts';
import type { Database, Query } from '../database/port.ts';
import { type Allowance, createAllowance } from './allowance.ts';
import { type Admitted, createGuard } from './guard.ts';
import type { CypherLimits } from './limits.ts';
import { createSlots, type Slots } from './slots.ts';
import { createWatchdog, type WatchdogOptions } from './watchdog.ts';

export interface RunRequest {
  statement: string;
  parameters: Readonly<Record<string, unknown>>;
  mode: 'run' | 'plan' | 'profile';
  rowLimit: number;
  byteLimit: number;
  signal: AbortSignal;
  /** By which its transactions are known in the database. */
  tag: string;
}

/** Where rows go; a promise holds the next row back until it resolves. */
export interface RowTaker {
  columns(columns: string[]): Promise<void>;
  /** Gives how many bytes it took. */
  row(row: TypedValue[]): Promise<number> | number;
}

export interface Outcome {
  plan?: PlanNode;
  counters: Record<string, number>;
  notifications: CypherNotification[];
  /** Milliseconds. */
  timings: { availableAfter: number; consumedAfter: number; guard: number };
  rows: number;
  truncated: boolean;
}

/** The one way by which a statement from anybody reaches the database. */
export interface Gate {
  readonly limits: CypherLimits;
  readonly allowance: Allowance;
  readonly slots: Slots;
  /**
   * Waits for a turn, has the guard admit the statement and runs it within every limit.
   * @throws Refusal, and EntenteError `timeout`, `too_many_requests`, `too_long`, `database_not_ready`
   */
  run(database: Database, address: string, request: RunRequest, taker: RowTaker): Promise<Outcome>;
  /** Stops looking after statements. */
  close(): void;
}

export function createGate(limits: CypherLimits, options: WatchdogOptions = {}): Gate {
  const watchdog = createWatchdog(options);
  const guard = createGuard(limits);
  const slots = createSlots(limits);
  const allowance = createAllowance(limits);
  return {
    limits,
    allowance,
    slots,
    close: () => watchdog.close(),
    async run(database, address, request, taker) {
      watchdog.check(database);
      const slot = await slots.take(address, request.signal);
      const started = performance.now();
      try {
        const { statement, parameters, signal, tag } = request;
        const admitted = await guard.admit(database, statement, parameters, { signal, tag });
        const spent = performance.now() - started;
        if (request.mode === 'plan') return planned(admitted, spent, taker);
        return await runAdmitted(database, request, taker, limits, { admitted, spent });
      } catch (cause) {
        if (cause instanceof EntenteError && ENDED.includes(cause.code))
          watchdog.watch(database, request.tag);
        throw cause;
      } finally {
        slot.release();
        allowance.spend(address, performance.now() - started);
      }
    },
  };
}

/** Ways to end that the database may not have followed yet. */
const ENDED: readonly string[] = ['timeout', 'too_long', 'database_not_ready'];

async function planned({ plan, notifications }: Admitted, guard: number, taker: RowTaker): Promise<Outcome> {
  await taker.columns([]);
  const timings = { availableAfter: 0, consumedAfter: 0, guard: round(guard) };
  return { plan, notifications, counters: {}, timings, rows: 0, truncated: false };
}

async function runAdmitted(
  database: Database,
  request: RunRequest,
  taker: RowTaker,
  limits: CypherLimits,
  { admitted, spent }: { admitted: Admitted; spent: number },
): Promise<Outcome> {
  const { statement, parameters, mode, signal, tag } = request;
  const profile = mode === 'profile';
  const started = performance.now();
  const query = await database.query(
    statement,
    { ...parameters },
    {
      ...{ timeout: limits.timeout, profile, signal, tag },
    },
  );
  const availableAfter = performance.now() - started;
  try {
    await taker.columns(query.columns);
    const { rows, truncated } = await take(query, request, taker);
    const end = truncated && !profile ? undefined : query.summary();
    const consumed = performance.now() - started - availableAfter;
    return {
      ...(end?.plan ? { plan: end.plan } : {}),
      counters: end?.counters ?? {},
      notifications: end?.notifications ?? admitted.notifications,
      timings: {
        availableAfter: end?.availableAfter ?? round(availableAfter),
        consumedAfter: end?.consumedAfter ?? round(consumed),
        guard: round(spent),
      },
      rows,
      truncated,
    };
  } finally {
    query.close();
  }
}

/** Hands rows on until a limit is reached; a profiled statement is run to its end, its surplus rows dropped. */
async function take(
  query: Query,
  { rowLimit, byteLimit, mode }: RunRequest,
  taker: RowTaker,
): Promise<{ rows: number; truncated: boolean }> {
  let rows = 0;
  let bytes = 0;
  let truncated = false;
  for (;;) {
    const row = await query.next();
    if (!row) return { rows, truncated };
    if (rows >= rowLimit || bytes >= byteLimit) {
      truncated = true;
      if (mode !== 'profile') return { rows, truncated };
      continue;
    }
    rows += 1;
    const written = taker.row(row);
    bytes += typeof written === 'number' ? written : await written;
  }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
