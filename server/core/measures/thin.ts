import { type Amount, MEANINGS } from './meanings.ts';
import type { NetworkName } from './tables.ts';

/**
 * Why the data of a network are too thin for any conclusion, in one sentence; undefined when they are not. Where it
 * is given, nothing is concluded: no camps are called proved, no balance is compared with chance.
 */
export function tooThinFor(network: NetworkName, amount: Amount): string | undefined {
  const derived = network !== 'direct' ? MEANINGS.agreement.thin(amount) : undefined;
  return derived ?? MEANINGS.frustration.thin(amount);
}
