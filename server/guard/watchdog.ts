import { EntenteError } from '../core/model/errors.ts';
import type { Database, OpenTransaction } from '../database/port.ts';

export interface WatchdogOptions {
  /** Ends what the database works on for a client, `host:port`; says false where it cannot. */
  endWork?: (clientAddress: string) => Promise<boolean>;
  /** Asked once for each database that cannot be freed otherwise; absent where nobody can restart it. */
  restart?: () => void;
  /** Told what happened. */
  log?: (line: object) => void;
  /** Milliseconds a statement may stay terminated before it is ended by force, and before nothing helps but a restart. */
  forceAfter?: number;
  patience?: number;
  /** Milliseconds between two looks. */
  every?: number;
}

/**
 * Looks after statements that were told to end. The database only asks them to; one that does not look is ended by
 * force where that can be done. Where it cannot, it goes on until it is done and keeps a core and its memory: while
 * there is such a one, no other is let in.
 */
export interface Watchdog {
  /** @throws EntenteError `database_not_ready` while a statement cannot be ended */
  check(database: Database): void;
  /** A statement was ended before its own end: look until the database has let it go. */
  watch(database: Database, tag: string): void;
  /** Ends every looking. */
  close(): void;
}

/** When statements were told to end, by their tags, in milliseconds of a clock that never goes back. */
type Watched = Map<string, number>;

export function createWatchdog(options: WatchdogOptions = {}): Watchdog {
  const { patience = 10_000, forceAfter = 400, every = 200, restart, endWork, log } = options;
  const stuck = new WeakSet<Database>();
  const watched = new WeakMap<Database, Watched>();
  const timers = new Set<NodeJS.Timeout>();
  const age = (tags: Watched, tag: string) => performance.now() - (tags.get(tag) ?? performance.now());

  async function force(open: readonly OpenTransaction[], tags: Watched): Promise<void> {
    for (const { tag, terminated, clientAddress } of open) {
      if (!endWork || !terminated || age(tags, tag) < forceAfter) continue;
      const ended = await endWork(clientAddress).catch(() => false);
      if (ended) log?.({ level: 'warn', message: 'A statement that did not look was ended by force.' });
    }
  }

  async function look(database: Database, tags: Watched): Promise<void> {
    const begun = performance.now();
    const open = await database.transactions({ timeout: 5_000 }).catch(() => undefined);
    if (open) {
      const present = new Set(open.map((each) => each.tag));
      // One that came while the list was made is not in it.
      for (const [tag, since] of tags) if (!present.has(tag) && since < begun) tags.delete(tag);
      await force(open, tags);
    }
    const late = [...tags.keys()].some((tag) => age(tags, tag) > patience);
    if (late && !stuck.has(database)) {
      stuck.add(database);
      log?.({
        level: 'error',
        message: 'A statement was asked to end and still runs; no other statement is let in.',
      });
      restart?.();
    } else if (!late && stuck.delete(database)) {
      log?.({ level: 'info', message: 'The statement has ended; others are let in again.' });
    }
  }

  function again(database: Database, tags: Watched): void {
    const timer = setTimeout(async () => {
      timers.delete(timer);
      await look(database, tags);
      if (tags.size > 0) again(database, tags);
    }, every);
    timer.unref();
    timers.add(timer);
  }

  return {
    check(database) {
      if (!stuck.has(database)) return;
      const message = 'The database is busy with a statement that it cannot end. The rest of Entente works.';
      throw new EntenteError('database_not_ready', message);
    },
    watch(database, tag) {
      const tags = watched.get(database) ?? new Map<string, number>();
      watched.set(database, tags);
      tags.set(tag, performance.now());
      if (tags.size === 1) again(database, tags);
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
