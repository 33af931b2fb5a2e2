import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { EntenteError } from '../../core/model/errors.ts';
import { faultIn } from './log-faults.ts';

const NAMES = ['console.log', 'neo4j.log', 'debug.log'];
/** How often a log is looked at, in milliseconds; a fault takes Neo4j seconds to find. */
const EVERY = 400;
/** The most of one log that is read, in bytes: what a start writes is some 50 kB. */
const MOST = 2_000_000;

/** Where Neo4j writes what it prints before it has logs of its own. */
export function consoleLog(home: string): string {
  return join(home, 'logs', 'console.log');
}

/** What a Neo4j writes to its logs from the moment that this is made. */
export class LogWatch {
  readonly #folder: string;
  readonly #home: string;
  readonly #from: readonly number[];

  /** @param folder the data folder, @param home that of its Neo4j */
  constructor(folder: string, home: string) {
    this.#folder = folder;
    this.#home = home;
    // The console's is begun anew by each start.
    this.#from = NAMES.map((name) => (name === 'console.log' ? 0 : this.#sizeOf(name)));
  }

  /** The fault that the logs tell by now, if any. See {@link faultIn}. */
  fault(ended: boolean): EntenteError | undefined {
    const text = NAMES.map((name, place) => this.#read(name, this.#from[place] ?? 0)).join('\n');
    const place = { folder: this.#folder, log: this.#log(ended) };
    return faultIn(text, place, ended);
  }

  /** Looks at the logs until they tell a fault, which is then the outcome, or until `signal` aborts. */
  async untilFault(signal: AbortSignal): Promise<EntenteError> {
    for (;;) {
      await delay(EVERY, undefined, { signal, ref: false });
      const fault = this.fault(false);
      if (!fault) continue;
      // The cause is written a moment after the fact.
      await delay(EVERY, undefined, { signal, ref: false });
      return this.fault(false) ?? fault;
    }
  }

  /** The log in which a person should look. */
  #log(ended: boolean): string {
    const debug = join(this.#home, 'logs', 'debug.log');
    return !ended || this.#sizeOf('debug.log') > (this.#from[2] ?? 0) ? debug : consoleLog(this.#home);
  }

  #sizeOf(name: string): number {
    return statSync(join(this.#home, 'logs', name), { throwIfNoEntry: false })?.size ?? 0;
  }

  #read(name: string, from: number): string {
    const size = this.#sizeOf(name);
    // A log that was begun anew meanwhile is read from its beginning.
    const start = Math.max(size < from ? 0 : from, size - MOST);
    if (size <= start) return '';
    try {
      const file = openSync(join(this.#home, 'logs', name), 'r');
      try {
        const bytes = Buffer.alloc(size - start);
        return bytes.toString('utf8', 0, readSync(file, bytes, 0, bytes.length, start));
      } finally {
        closeSync(file);
      }
    } catch {
      return '';
    }
  }
}
