import { setTimeout as delay } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { keepPrivate } from './errors/discreet.ts';
import { refusalOf } from './errors/sign-in-errors.ts';
import type { Patience, Refusal, SignIn } from './errors/sign-in-outcome.ts';
import type { Connection } from './port.ts';
import { reach } from './reach.ts';

const LATE: Refusal = {
  outcome: 'not-yet',
  reason:
    'The database accepts connections and does not answer in time: it or its machine may be busy, or NEO4J_URI may name the port of something else.',
};
/** Enough for a database on the other side of the world; whoever waits longer tries again with more. */
export const NORMAL_PATIENCE = 13_000;

/**
 * Whether the database answers a statement to this connection now.
 * @returns the outcome, with a sentence of ours that names neither host nor user; it never throws for a
 *   database, only when `signal` aborts
 */
export async function trySignIn(connection: Connection, patience: Patience): Promise<SignIn> {
  keepPrivate(connection);
  const deadline = performance.now() + patience.milliseconds;
  // Asking the port first tells what a driver hides, and keeps one, with its retries, from being made for nothing.
  const refusal = await reach(connection.uri, { ...patience, milliseconds: patience.milliseconds / 2 });
  patience.signal.throwIfAborted();
  if (refusal) return refusal;
  return await ask(connection, 'RETURN 1', {}, { ...patience, milliseconds: deadline - performance.now() });
}

/** Gives a new database its password in place of the one it is born with. */
export function replacePassword(
  connection: Connection,
  present: string,
  patience: Patience,
): Promise<SignIn> {
  const statement = 'ALTER CURRENT USER SET PASSWORD FROM $from TO $to';
  const parameters = { from: present, to: connection.password };
  return ask({ ...connection, password: present, database: 'system' }, statement, parameters, patience, true);
}

async function ask(
  { uri, username, password, database }: Connection,
  statement: string,
  parameters: Record<string, unknown>,
  { milliseconds, signal }: Patience,
  writes = false,
): Promise<SignIn> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
    connectionTimeout: milliseconds,
    connectionAcquisitionTimeout: milliseconds,
    maxTransactionRetryTime: 0,
    maxConnectionPoolSize: 2,
    telemetryDisabled: true,
  });
  // Reading asks no leader of a cluster that has none for the moment.
  const defaultAccessMode = neo4j.session[writes ? 'WRITE' : 'READ'];
  const session = driver.session({ defaultAccessMode, ...(database && { database }) });
  const over = new AbortController();
  // The driver's own timeouts do not hold on a database that stands still.
  const late = delay(milliseconds, LATE, { ref: false, signal: AbortSignal.any([over.signal, signal]) });
  late.catch(() => {});
  try {
    const answer = session.run(statement, parameters).then(
      (): SignIn => ({ outcome: 'ready' }),
      (error: unknown): SignIn => refusalOf(error),
    );
    return await Promise.race([answer, late]);
  } finally {
    over.abort();
    session.close().catch(() => {});
    driver.close().catch(() => {});
  }
}
