import { isIPv6 } from 'node:net';
import { EntenteError } from '../core/model/errors.ts';
import type { CypherLimits } from './limits.ts';

const WINDOW = 60_000;
/** So many addresses are remembered before those whose minute is over are forgotten. */
const REMEMBERED = 10_000;

/**
 * What each address may still ask for in the running minute. Of our own because the limits are two, requests
 * and the seconds that they take, and the second is known only afterwards.
 */
export interface Allowance {
  /**
   * Counts one request.
   * @throws EntenteError `too_many_requests`
   */
  ask(address: string): void;
  /** Counts what it took, in milliseconds. */
  spend(address: string, milliseconds: number): void;
  /** Headers by the IETF's draft 8 on rate limits, and Retry-After when nothing is left. */
  headers(address: string): Record<string, string>;
}

interface Minute {
  since: number;
  requests: number;
  milliseconds: number;
}

/** @param what What is asked for, in the words of a refusal. */
export function createAllowance(
  limits: Pick<CypherLimits, 'requestsPerMinute' | 'secondsPerMinute'>,
  // A clock that is set back must not make a minute longer.
  now: () => number = () => performance.now(),
  what = 'statements',
): Allowance {
  const minutes = new Map<string, Minute>();
  const { requestsPerMinute, secondsPerMinute } = limits;

  function minuteOf(address: string): Minute {
    const present = minutes.get(address);
    if (present && now() - present.since < WINDOW) return present;
    if (minutes.size >= REMEMBERED)
      for (const [key, { since }] of minutes) if (now() - since >= WINDOW) minutes.delete(key);
    const fresh = { since: now(), requests: 0, milliseconds: 0 };
    minutes.set(address, fresh);
    return fresh;
  }

  const left = ({ since, requests, milliseconds }: Minute) => ({
    requests: Math.max(0, requestsPerMinute - requests),
    seconds: Math.max(0, Math.floor(secondsPerMinute - milliseconds / 1_000)),
    reset: Math.max(1, Math.ceil((since + WINDOW - now()) / 1_000)),
  });

  return {
    ask(address) {
      const minute = minuteOf(address);
      const { requests, seconds, reset } = left(minute);
      const wait = `Ask again in ${reset} s.`;
      if (requests === 0)
        throw new EntenteError(
          'too_many_requests',
          `That is more than ${requestsPerMinute} ${what} in a minute. ${wait}`,
        );
      if (seconds === 0)
        throw new EntenteError(
          'too_many_requests',
          `Your ${what} took more than ${secondsPerMinute} s in a minute. ${wait}`,
        );
      minute.requests += 1;
    },
    spend(address, milliseconds) {
      minuteOf(address).milliseconds += milliseconds;
    },
    headers(address) {
      const { requests, seconds, reset } = left(minuteOf(address));
      const window = WINDOW / 1_000;
      return {
        'RateLimit-Policy': `"statements";q=${requestsPerMinute};w=${window}, "seconds";q=${secondsPerMinute};w=${window}`,
        RateLimit: `"statements";r=${requests};t=${reset}, "seconds";r=${seconds};t=${reset}`,
        ...(requests === 0 || seconds === 0 ? { 'Retry-After': String(reset) } : {}),
      };
    },
  };
}

/** Under what an address is counted: IPv4 as it is, IPv6 by the /56 that one customer is given. */
export function addressKey(address: string | undefined): string {
  const bare = (address ?? '').replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped || !isIPv6(bare)) return mapped ?? bare;
  const [head = '', tail = ''] = bare.split('::');
  const groups = (text: string) => text.split(':').filter(Boolean);
  const zeros = Array(Math.max(0, 8 - groups(head).length - groups(tail).length)).fill('0');
  const all = bare.includes('::') ? [...groups(head), ...zeros, ...groups(tail)] : groups(head);
  const [a = 0, b = 0, c = 0, d = 0] = all.slice(0, 4).map((each) => Number.parseInt(each, 16));
  return `${[a, b, c, d & 0xff00].map((each) => each.toString(16)).join(':')}::/56`;
}
