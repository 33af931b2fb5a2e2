import { EntenteError } from '../core/model/errors.ts';
import type { Settings } from '../settings.ts';
import { type Growth, Pauses } from './pauses.ts';
import type { Connection, OnProgress } from './port.ts';
import { NORMAL_PATIENCE, trySignIn } from './sign-in.ts';

/** Pauses between tries of a database that does not answer yet, in milliseconds. */
const RETRY: Growth = { first: 500, most: 15_000 };

/** How the settings say to reach a configured database. */
export function connectionOf(
  settings: Pick<Settings, 'uri' | 'username' | 'password' | 'database'>,
): Connection {
  const { uri, username, password, database } = settings;
  return { uri, username, password, ...(database && { database }) };
}

interface Waiting {
  onProgress: OnProgress;
  signal: AbortSignal;
  /** Told why there is no answer yet, at each try. */
  onReason?: (reason: string) => void;
  pauses?: Pauses;
}

/**
 * Tries a configured database, more and more patiently, until it answers.
 * @throws EntenteError `database_not_ready`, lasting, when another try would end the same: the sentence names the
 *   setting to change
 */
export async function waitForConfigured(connection: Connection, waiting: Waiting): Promise<void> {
  const { onProgress, onReason, signal, pauses = new Pauses() } = waiting;
  for (;;) {
    onProgress({ phase: 'connecting', message: 'Connecting to the database that NEO4J_URI names' });
    const answer = await trySignIn(connection, { milliseconds: NORMAL_PATIENCE, signal });
    signal.throwIfAborted();
    if (answer.outcome === 'ready') return;
    if (answer.outcome === 'new')
      throw lasting('The first password of the database has to be changed: do so, and set NEO4J_PASSWORD.');
    if (answer.outcome === 'refused') throw lasting(answer.reason);
    onReason?.(answer.reason);
    onProgress({ phase: 'connecting', message: `Waiting for the database. ${answer.reason}` });
    await pauses.wait(RETRY, signal);
  }
}

function lasting(message: string): EntenteError {
  return new EntenteError('database_not_ready', message, { lasting: true });
}
