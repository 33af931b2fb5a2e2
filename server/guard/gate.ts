import { EntenteError } from '../core/model/errors.ts';
import type { Database } from '../database/port.ts';
import { type Allowance, createAllowance } from './allowance.ts';
import type { CypherLimits } from './limits.ts';
import { coresFor, createSlots, type Slots } from './slots.ts';
import type { Outcome, StatementWork } from './strangers/messages.ts';
import type { Taker } from './strangers/run-statement.ts';
import { openStrangers } from './strangers/thread.ts';
import { createWatchdog, type WatchdogOptions } from './watchdog.ts';

/** The one way by which a statement from anybody reaches the database. */
export interface Gate {
  readonly limits: CypherLimits;
  readonly allowance: Allowance;
  readonly slots: Slots;
  /**
   * Waits for a turn, has the guard admit the statement and runs it within every limit, in a thread of its own.
   * @throws Refusal, and EntenteError `timeout`, `too_many_requests`, `too_long`, `database_not_ready`
   */
  run(
    database: Database,
    address: string,
    work: StatementWork,
    taker: Taker,
    signal: AbortSignal,
  ): Promise<Outcome>;
  /** Stops looking after statements. */
  close(): void;
}

export function createGate(limits: CypherLimits, options: WatchdogOptions = {}): Gate {
  const watchdog = createWatchdog(options);
  const strangers = openStrangers(limits);
  const slots = createSlots({
    ...limits,
    patience: PATIENCE,
    mostLong: coresFor(limits),
    what: 'statements',
  });
  const allowance = createAllowance(limits);
  return {
    limits,
    allowance,
    slots,
    close: () => watchdog.close(),
    async run(database, address, work, taker, signal) {
      watchdog.check(database);
      const slot = await slots.take(address, signal);
      const started = performance.now();
      try {
        return await strangers.run(database, work, taker, signal);
      } catch (cause) {
        if (!(cause instanceof EntenteError) || LEFT.includes(cause.code)) watchdog.watch(database, work.tag);
        throw cause;
      } finally {
        slot.release();
        allowance.spend(address, performance.now() - started);
      }
    },
  };
}

/** Milliseconds that a statement waits for its turn. */
const PATIENCE = 60_000;

/** Ways to end that the database may not have followed yet. */
const LEFT: readonly string[] = ['timeout', 'too_long', 'too_many_requests', 'database_not_ready'];
