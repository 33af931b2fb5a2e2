import { availableParallelism } from 'node:os';
import { EntenteError } from '../core/model/errors.ts';
import type { CypherLimits } from './limits.ts';

/** A statement's turn; give it back when the statement has ended. */
export interface Slot {
  release(): void;
}

/** Statements that have run for so long, in milliseconds, hold a core: no more are begun while there are many of them. */
const LONG = 1_000;

/** Lets few statements run at once, in all and of one address; the others wait in turns of addresses. */
export interface Slots {
  /**
   * @param address of whoever asks
   * @throws EntenteError `too_many_requests` when too many wait already, `timeout` when `signal` aborts
   */
  take(address: string, signal: AbortSignal): Promise<Slot>;
  /** How many run and how many wait. */
  counts(): { running: number; waiting: number };
}

interface Waiting {
  address: string;
  begin(): void;
}

export function createSlots(limits: CypherLimits): Slots {
  const running = new Map<string, number>();
  /** Since when each runs. */
  const since = new Map<Slot, number>();
  let total = 0;
  let waiting: Waiting[] = [];
  const of = (address: string) => running.get(address) ?? 0;
  const mayRun = (address: string) =>
    total < limits.concurrent && of(address) < limits.concurrentPerAddress && !isFullOfLong();
  /** As many as there are cores, but so that one address alone cannot keep out all others. */
  const mostLong = Math.max(limits.concurrentPerAddress + 1, availableParallelism());

  function isFullOfLong(): boolean {
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
    waiting = waiting.filter((each) => each !== first);
    first.begin();
  }

  return {
    counts: () => ({ running: total, waiting: waiting.length }),
    async take(address, signal) {
      if (mayRun(address)) return begin(address);
      const mine = waiting.filter((each) => each.address === address).length;
      if (waiting.length >= limits.queued) throw tooMany('The server is busy with other statements');
      if (mine >= limits.queuedPerAddress) throw tooMany(`${mine} of your statements are waiting already`);
      return await new Promise<Slot>((resolve, reject) => {
        const entry: Waiting = {
          address,
          begin() {
            signal.removeEventListener('abort', leave);
            resolve(begin(address));
          },
        };
        const leave = () => {
          waiting = waiting.filter((each) => each !== entry);
          reject(new EntenteError('timeout', 'The request was cancelled.'));
        };
        signal.addEventListener('abort', leave, { once: true });
        waiting.push(entry);
        if (signal.aborted) leave();
      });
    },
  };
}

function tooMany(what: string): EntenteError {
  return new EntenteError('too_many_requests', `${what}. Wait for an answer, then ask again.`);
}
