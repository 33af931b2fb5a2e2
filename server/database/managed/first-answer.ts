import { setTimeout as delay } from 'node:timers/promises';
import type { Connection } from '../port.ts';
import { NORMAL_PATIENCE, replacePassword, trySignIn } from '../sign-in.ts';

const DEFAULT_PASSWORD = 'neo4j';
/**
 * Milliseconds in which a new database may refuse: on a busy machine it answers before it has made its first user, whom
 * no password opens until then.
 */
const UNTIL_USERS = 30_000;
const PAUSE = 1_000;

/**
 * Waits until a database that was just started answers to `connection`, giving it its password first when it
 * is new. `isNew` says which password to try first: three wrong ones lock the account for five seconds.
 * Only `signal` ends the wait: a try that was too short is followed by one twice as long.
 * @returns `false` when the password is refused.
 */
export async function waitForFirstAnswer(
  connection: Connection,
  isNew: boolean,
  signal: AbortSignal,
): Promise<boolean> {
  let born = isNew;
  let refusals = 0;
  let refused = 0;
  for (let milliseconds = NORMAL_PATIENCE; ; ) {
    const patience = { milliseconds, signal };
    const since = performance.now();
    const present = born ? { ...connection, password: DEFAULT_PASSWORD } : connection;
    const { outcome } = await trySignIn(present, patience);
    signal.throwIfAborted();
    if (outcome === 'ready') return true;
    // Whether it was taken, the next try tells.
    if (outcome === 'new') await replacePassword(connection, DEFAULT_PASSWORD, patience);
    if (performance.now() - since >= milliseconds) milliseconds *= 2;
    if (outcome === 'not-yet') {
      await delay(50, undefined, { signal });
      continue;
    }
    refusals = outcome === 'refused' ? refusals + 1 : 0;
    if (refusals === 1) refused = performance.now();
    if (refusals >= 2 && (!isNew || performance.now() - refused > UNTIL_USERS)) return false;
    // Three wrong ones lock the account for a while.
    if (refusals >= 2) await delay(PAUSE, undefined, { signal });
    // A start that was cut short looks new and is not, or has a password already and not the one kept.
    born = outcome === 'refused' && !born;
  }
}
