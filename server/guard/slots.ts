import { availableParallelism } from 'node:os';
import { EntenteError } from '../core/model/errors.ts';
import type { CypherLimits } from './limits.ts';

/** How many run at once and how many wait, in all and of one address, and for how long these wait. */
export type SlotLimits = Pick<
  CypherLimits,
  'concurrent' | 'concurrentPerAddress' | 'queued' | 'queuedPerAddress'
> & {
  /** Milliseconds. */
  patience: number;
  /** How many of those that have run for long may be under way when others are begun; any number when absent. */
  mostLong?: number;
  /** What runs, in the words of a refusal: "statements". */
  what: string;
};

/** A turn; give it back when what was begun in it has ended. */
export interface Slot {
  release(): void;
}

/** Those that have run for so long, in milliseconds, hold a core: no more are begun while there are many of them. */
const LONG = 1_000;

/** Lets few run at once, in all and of one address; the others wait in turns of addresses. */
export interface Slots {
  /**
   * @param address of whoever asks
   * @throws EntenteError `too_many_requests` when too many wait already, `overloaded` when there was none for too long,
   *   `timeout` when `signal` aborts
   */
  take(address: string, signal: AbortSignal): Promise<Slot>;
  /** How many run and how many wait. */
  counts(): { running: number; waiting: number };
}

interface Waiting {
  address: string;
  begin(): void;
}

export function createSlots(limits: SlotLimits): Slots {
  const running = new Map<string, number>();
  /** Since when each runs. */
  const since = new Map<Slot, number>();
  let total = 0;
  let waiting: Waiting[] = [];
  const of = (address: string) => running.get(address) ?? 0;
  const mayRun = (address: string) =>
    total < limits.concurrent && of(address) < limits.concurrentPerAddress && !isFullOfLong();
  const { mostLong = Infinity, what } = limits;

  function isFullOfLong(): boolean {
    if (mostLong === Infinity) return false;
    const now = performance.now();
    return [...since.values()].filter((at) => now - at > LONG).length >= mostLong;
  }

  function begin(address: string): Slot {
    total += 1;
    running.set(address, of(address) + 1);
    let held = true;
    const slot: Slot = {
      release() {
        if (!held) return;
        held = false;
        total -= 1;
        if (of(address) <= 1) running.delete(address);
        else running.set(address, of(address) - 1);
        since.delete(slot);
        next();
      },
    };
    since.set(slot, performance.now());
    return slot;
  }

  /** Who runs least goes first; among equals, who came first. */
  function next(): void {
    const able = waiting.filter(({ address }) => mayRun(address));
    const [first] = able.sort((a, b) => of(a.address) - of(b.address));
    if (!first) return;
    first.begin();
  }

  return {
    counts: () => ({ running: total, waiting: waiting.length }),
    async take(address, signal) {
      if (mayRun(address)) return begin(address);
      const mine = waiting.filter((each) => each.address === address).length;
      if (waiting.length >= limits.queued) throw tooMany(`The server is busy with other ${what}`);
      if (mine >= limits.queuedPerAddress) throw tooMany(`${mine} of your ${what} are waiting already`);
      return await new Promise<Slot>((resolve, reject) => {
        const entry: Waiting = {
          address,
          begin() {
            settle();
            resolve(begin(address));
          },
        };
        const settle = () => {
          clearTimeout(late);
          signal.removeEventListener('abort', leave);
          waiting = waiting.filter((each) => each !== entry);
        };
        const fail = (cause: EntenteError) => {
          settle();
          reject(cause);
        };
        const leave = () => fail(new EntenteError('timeout', 'The request was cancelled.'));
        const late = setTimeout(() => fail(noTurn(what)), limits.patience);
        signal.addEventListener('abort', leave, { once: true });
        waiting.push(entry);
        if (signal.aborted) leave();
      });
    },
  };
}

/** As many as there are cores, but so that one address alone cannot keep out all others. */
export function coresFor({ concurrentPerAddress }: Pick<SlotLimits, 'concurrentPerAddress'>): number {
  return Math.max(concurrentPerAddress + 1, availableParallelism());
}

function noTurn(what: string): EntenteError {
  return new EntenteError('overloaded', `The server is busy with other ${what}. Try again shortly.`);
}

function tooMany(what: string): EntenteError {
  return new EntenteError('too_many_requests', `${what}. Wait for an answer, then ask again.`);
}
