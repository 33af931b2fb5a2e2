import { EntenteError } from '../contract/errors.ts';
import type { Database } from '../database/port.ts';

export interface WatchdogOptions {
  /** Asked once for each database that cannot be freed otherwise; absent where nobody can restart it. */
  restart?: () => void;
  /** Told what happened. */
  log?: (line: object) => void;
  /** Milliseconds a statement may stay terminated without ending. */
  patience?: number;
  /** Milliseconds between two looks. */
  every?: number;
}

/**
 * Looks after statements that were told to end. The database only asks them to; one that does not look goes on
 * until it is done and keeps a core and its memory. While there is one, no other is let in.
 */
export interface Watchdog {
  /** @throws EntenteError `database_not_ready` while a statement cannot be ended */
  check(database: Database): void;
  /** A statement was ended before its own end: look until the database has let it go. */
  watch(database: Database, tag: string): void;
  /** Ends every looking. */
  close(): void;
}

export function createWatchdog(options: WatchdogOptions = {}): Watchdog {
  const { patience = 10_000, every = 1_000, restart, log } = options;
  const stuck = new WeakSet<Database>();
  const watched = new WeakMap<Database, Map<string, number>>();
  const timers = new Set<NodeJS.Timeout>();

  async function look(database: Database, tags: Map<string, number>): Promise<void> {
    const open = await database.transactions({ timeout: 5_000 }).catch(() => undefined);
    if (open) {
      const present = new Set(open.map((each) => each.tag));
      for (const tag of tags.keys()) if (!present.has(tag)) tags.delete(tag);
    }
    const late = [...tags.values()].some((since) => Date.now() - since > patience);
    if (late && !stuck.has(database)) {
      stuck.add(database);
      log?.({ level: 'error', message: 'A statement that was told to end goes on; no other is let in.' });
      restart?.();
    } else if (!late && stuck.delete(database)) {
      log?.({ level: 'info', message: 'The statement has ended; others are let in again.' });
    }
  }

  function again(database: Database, tags: Map<string, number>): void {
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
      tags.set(tag, Date.now());
      if (tags.size === 1) again(database, tags);
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
