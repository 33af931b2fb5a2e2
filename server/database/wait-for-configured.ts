import { setTimeout as delay } from 'node:timers/promises';
import { EntenteError } from '../contract/errors.ts';
import type { Settings } from '../settings.ts';
import type { Connection, OnProgress } from './port.ts';
import { trySignIn } from './sign-in.ts';

/** How long to wait between two tries, in milliseconds: at first, and at most. */
export const RETRY = { first: 500, most: 15_000 };

/** Its address is nobody's business who reads a page or a log. */
const NAMED = 'the database that NEO4J_URI names';

/** How the settings say to reach a configured database. */
export function connectionOf(
  settings: Pick<Settings, 'uri' | 'username' | 'password' | 'database'>,
): Connection {
  const { uri, username, password, database } = settings;
  return { uri, username, password, ...(database && { database }) };
}

/**
 * Tries a configured database, more and more patiently, until it answers.
 * @throws EntenteError `database_not_ready` when it answers and refuses the sign-in.
 */
export async function waitForConfigured(
  connection: Connection,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<void> {
  for (let pause = RETRY.first; ; pause = Math.min(pause * 2, RETRY.most)) {
    onProgress({ phase: 'connecting', message: `Connecting to ${NAMED}` });
    const answer = await trySignIn(connection);
    signal.throwIfAborted();
    if (answer.outcome === 'ready') return;
    const reason = answer.outcome === 'new' ? 'Its first password has to be changed.' : answer.reason;
    if (answer.outcome !== 'not-yet') {
      const remedy = 'Check NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE, then start again.';
      const message = `The database that NEO4J_URI names refuses the sign-in: ${reason} ${remedy}`;
      throw new EntenteError('database_not_ready', message);
    }
    onProgress({ phase: 'connecting', message: `Waiting for ${NAMED}: ${reason}` });
    await delay(pause, undefined, { signal, ref: false });
  }
}
