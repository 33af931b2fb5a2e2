import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { EntenteError } from '../contract/errors.ts';
import { discreet, keepPrivate } from './discreet.ts';
import type { Connection } from './port.ts';

/** What a try to sign in found; `reason` is the database's own sentence. */
export type SignIn =
  | { outcome: 'ready' }
  /** Nobody answers yet, or not for now: worth another try. */
  | { outcome: 'not-yet'; reason: string }
  /** The database still has the password that every Neo4j is born with. */
  | { outcome: 'new' }
  /** Another try would end the same. */
  | { outcome: 'refused'; reason: string };

const DEFAULT_PORT = 7_687;
const DEADLINE = 15_000;

/** Whether the database answers a statement to this connection now. */
export async function trySignIn(connection: Connection): Promise<SignIn> {
  keepPrivate(connection);
  const { hostname, port } = new URL(connection.uri);
  // Asking the port first keeps a driver, with its retries, from being made for nothing.
  if (!(await answers(hostname, Number(port) || DEFAULT_PORT))) {
    return { outcome: 'not-yet', reason: 'Nothing answers there.' };
  }
  try {
    await ask(connection, 'RETURN 1');
    return { outcome: 'ready' };
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (code === 'Neo.ClientError.Security.CredentialsExpired') return { outcome: 'new' };
    return { outcome: isFinal(code) ? 'refused' : 'not-yet', reason: discreet(message) };
  }
}

/** Gives a new database its password in place of the one it is born with. */
export async function replacePassword(connection: Connection, present: string): Promise<void> {
  const statement = 'ALTER CURRENT USER SET PASSWORD FROM $from TO $to';
  await ask({ ...connection, password: present, database: 'system' }, statement, {
    from: present,
    to: connection.password,
  });
}

function isFinal(code: string): boolean {
  if (code === 'Neo.ClientError.Security.AuthenticationRateLimit') return false;
  return code.startsWith('Neo.ClientError.Security.') || code === 'Neo.ClientError.Database.DatabaseNotFound';
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port, timeout: 5_000 });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
  });
}

async function ask(connection: Connection, statement: string, parameters = {}): Promise<void> {
  const { uri, username, password, database } = connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
    connectionTimeout: 5_000,
    maxTransactionRetryTime: 0,
    maxConnectionPoolSize: 2,
    telemetryDisabled: true,
  });
  const session = driver.session(database ? { database } : {});
  const late = new AbortController();
  try {
    // The driver's own timeouts do not hold on a database that stands still.
    const deadline = delay(DEADLINE, undefined, { ref: false, signal: late.signal }).then(() => {
      throw new EntenteError(
        'database_not_ready',
        `The database did not answer within ${DEADLINE / 1_000} s. The machine may be busy; try again.`,
      );
    });
    deadline.catch(() => {});
    await Promise.race([session.run(statement, parameters), deadline]);
  } finally {
    late.abort();
    session.close().catch(() => {});
    driver.close().catch(() => {});
  }
}
