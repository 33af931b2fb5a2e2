import type { CypherNotification, PlanNode } from '../../core/contract/cypher.ts';
import type { Database, Query } from '../../database/port.ts';
import { createElementFinder, type ElementFinder } from '../../database/values/found-elements.ts';
import type { Admitted, Guard } from '../guard.ts';
import type { CypherLimits } from '../limits.ts';
import { withoutOwnUse } from '../own-database.ts';
import { type CypherAsked, readCypherRequest } from '../request.ts';
import type { Outcome, StatementWork } from './messages.ts';
import { createRowWriter } from './row-writer.ts';

/** Where an answer goes; each resolves when there may be more. */
export interface Taker {
  columns(columns: string[]): Promise<void>;
  rows(piece: Uint8Array): Promise<void>;
}

export interface RunContext {
  database: Database;
  guard: Guard;
  limits: CypherLimits;
  signal: AbortSignal;
}

/**
 * Reads a request, has the guard admit its statement and runs it within every limit.
 * @throws Refusal, and EntenteError `invalid_request`, `timeout`, `too_long`, `database_not_ready`
 */
export async function runStatement(work: StatementWork, context: RunContext, taker: Taker): Promise<Outcome> {
  const { database, guard, limits, signal } = context;
  const asked = readCypherRequest(work.body, limits.rowLimit);
  // Longer ones are refused anyway, and not looked at before.
  if (asked.statement.length <= limits.length)
    asked.statement = await withoutOwnUse(asked.statement, database, { signal, timeout: limits.planTimeout });
  const started = performance.now();
  const { tag } = work;
  const admitted = await guard.admit(database, asked.statement, asked.parameters, { signal, tag });
  const spent = performance.now() - started;
  const finder = createElementFinder();
  if (asked.mode !== 'plan')
    return await runAdmitted(work, asked, context, taker, { admitted, spent, finder });
  await taker.columns([]);
  const timings = { availableAfter: 0, consumedAfter: 0, guard: round(spent) };
  return outcomeOf({ ...admitted, timings }, { rows: 0, truncated: false }, finder);
}

async function runAdmitted(
  { form, tag }: StatementWork,
  asked: CypherAsked,
  { database, limits, signal }: RunContext,
  taker: Taker,
  { admitted, spent, finder }: { admitted: Admitted; spent: number; finder: ElementFinder },
): Promise<Outcome> {
  const profile = asked.mode === 'profile';
  const started = performance.now();
  const options = { timeout: limits.timeout, profile, signal, tag };
  const query = await database.query(asked.statement, asked.parameters, options);
  const availableAfter = performance.now() - started;
  try {
    await taker.columns(query.columns);
    const writer = createRowWriter(form, query.columns, taker.rows);
    const taken = await take(query, asked, limits.byteLimit, async (row) => {
      finder.add(row);
      return await writer.row(row);
    });
    await writer.end();
    const end = taken.truncated && !profile ? undefined : query.summary();
    const consumed = performance.now() - started - availableAfter;
    const timings = {
      availableAfter: end?.availableAfter ?? round(availableAfter),
      consumedAfter: end?.consumedAfter ?? round(consumed),
      guard: round(spent),
    };
    const { plan, counters, notifications = admitted.notifications } = end ?? {};
    return outcomeOf({ plan, counters, notifications, timings }, taken, finder);
  } finally {
    query.close();
  }
}

interface Told {
  plan?: PlanNode | undefined;
  counters?: Record<string, number> | undefined;
  notifications: CypherNotification[];
  timings: Outcome['timings'];
}

function outcomeOf(
  { plan, counters = {}, notifications, timings }: Told,
  taken: { rows: number; truncated: boolean },
  finder: ElementFinder,
): Outcome {
  return { ...(plan ? { plan } : {}), counters, notifications, timings, ...taken, found: finder.found() };
}

/** Hands rows on until a limit is reached; a profiled statement is run to its end, its surplus rows dropped. */
async function take(
  query: Query,
  { rowLimit, mode }: CypherAsked,
  byteLimit: number,
  hand: (row: NonNullable<Awaited<ReturnType<Query['next']>>>) => Promise<number>,
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
    bytes += await hand(row);
  }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
