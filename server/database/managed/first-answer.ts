import { setTimeout as delay } from 'node:timers/promises';
import type { Connection } from '../port.ts';
import { replacePassword, trySignIn } from '../sign-in.ts';

const DEFAULT_PASSWORD = 'neo4j';

/**
 * Waits until a database that was just started answers to `connection`, giving it its password first when it
 * is new. `isNew` says which password to try first: three wrong ones lock the account for five seconds.
 * @returns `false` when the password is refused.
 */
export async function waitForFirstAnswer(
  connection: Connection,
  isNew: boolean,
  signal: AbortSignal,
): Promise<boolean> {
  let born = isNew;
  for (;;) {
    const { outcome } = await trySignIn(born ? { ...connection, password: DEFAULT_PASSWORD } : connection);
    signal.throwIfAborted();
    if (outcome === 'ready') return true;
    if (outcome === 'new') await replacePassword(connection, DEFAULT_PASSWORD);
    // A start that was cut short after the password was given looks new, but is not.
    if (outcome === 'new' || (born && outcome === 'refused')) born = false;
    else if (outcome === 'refused') return false;
    else await delay(50, undefined, { signal });
  }
}
