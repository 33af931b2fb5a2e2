import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Patience, Refusal } from './errors/sign-in-outcome.ts';
import { certificateFault, noTls } from './errors/tls-errors.ts';

const DEFAULT_PORT = 7_687;
/** Four bytes that open every Bolt connection, then the versions that would do: 5.0 to 5.8, 4.2 to 4.4, 3. */
const HELLO = Buffer.from('6060b01700080805000204040000000300000000', 'hex');

const refused = (reason: string): Refusal => ({ outcome: 'refused', reason });
const notYet = (reason: string): Refusal => ({ outcome: 'not-yet', reason });

const UNREACHED: Readonly<Record<string, Refusal>> = {
  ENOTFOUND: refused('The host that NEO4J_URI names is not known: correct NEO4J_URI.'),
  EAI_AGAIN: notYet(
    'The host that NEO4J_URI names cannot be looked up: correct NEO4J_URI, or check the network.',
  ),
  ECONNREFUSED: notYet(
    'Nothing listens at the port that NEO4J_URI names (7687 when it names none): start the database, or correct NEO4J_URI.',
  ),
};
const SILENT_HOST = notYet(
  'The host that NEO4J_URI names does not answer: correct NEO4J_URI, or check the network and firewalls.',
);
const SILENT_PORT = notYet(
  'What listens at the port that NEO4J_URI names accepts connections and says nothing: correct the port in NEO4J_URI, unless the database is only starting.',
);
const WEB = refused(
  'NEO4J_URI names a port that speaks HTTP; Neo4j speaks Bolt at another, 7687 as a rule: correct NEO4J_URI.',
);
const NOT_BOLT = refused(
  'What listens at the port that NEO4J_URI names does not speak Bolt: correct the port in NEO4J_URI.',
);
const TOO_OLD = refused(
  'The database at NEO4J_URI speaks no version of Bolt that is known here: it needs to be Neo4j 5.26 or later.',
);
const WANTS_TLS = refused(
  'The database at NEO4J_URI wants TLS: begin NEO4J_URI with neo4j+s:// or bolt+s:// (+ssc where its certificate is its own).',
);

/**
 * Whether a Bolt server can be reached at an address, and if not, why: by name, port, TLS and greeting.
 * @returns nothing when one greets back
 */
export async function reach(uri: string, patience: Patience): Promise<Refusal | undefined> {
  const address = readAddress(uri);
  if (!address) return refused('NEO4J_URI cannot be read as an address: correct it.');
  const deadline = performance.now() + patience.milliseconds;
  const left = () => ({ signal: patience.signal, milliseconds: Math.max(deadline - performance.now(), 500) });
  const refusal = await greet(address, left());
  if (refusal !== NOT_BOLT || address.tls) return refusal;
  // Some servers close what does not begin with TLS, without a word.
  const overTls = await greet({ ...address, tls: true, trustsAll: true }, left());
  return overTls === undefined ? WANTS_TLS : NOT_BOLT;
}

interface Address {
  host: string;
  port: number;
  tls: boolean;
  /** Whether any certificate will do. */
  trustsAll: boolean;
}

function readAddress(uri: string): Address | undefined {
  if (!URL.canParse(uri)) return undefined;
  const { hostname, port, protocol } = new URL(uri);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (!host) return undefined;
  const trustsAll = protocol.endsWith('+ssc:');
  return {
    host,
    port: Number(port) || DEFAULT_PORT,
    tls: trustsAll || protocol.endsWith('+s:'),
    trustsAll,
  };
}

/** Opens a connection, says the Bolt greeting and looks at the first bytes that come back. */
function greet(address: Address, { milliseconds, signal }: Patience): Promise<Refusal | undefined> {
  return new Promise((resolve) => {
    const { host, port, tls, trustsAll } = address;
    let [connected, greeted] = [false, false];
    const name = isIP(host) ? {} : { servername: host };
    // Whatever its certificate is like: what is wrong with it is to be told.
    const secure = tls ? connectTls({ host, port, rejectUnauthorized: false, ...name }) : undefined;
    const socket: Socket = secure ?? connectPlain({ host, port });
    const settle = (answer: Refusal | undefined) => {
      clearTimeout(late);
      signal.removeEventListener('abort', abort);
      socket.destroy();
      resolve(answer);
    };
    const abort = () => settle(SILENT_HOST);
    const late = setTimeout(() => settle(connected ? SILENT_PORT : SILENT_HOST), milliseconds);
    signal.addEventListener('abort', abort, { once: true });
    socket.once('connect', () => {
      connected = true;
    });
    socket.once(tls ? 'secureConnect' : 'connect', () => {
      greeted = true;
      const fault = secure && !trustsAll ? certificateFault(secure) : undefined;
      if (fault) settle(fault);
      else socket.write(HELLO);
    });
    socket.once('data', (bytes: Buffer) => settle(readGreeting(bytes)));
    socket.once('end', () => settle(tls && !greeted ? noTls() : NOT_BOLT));
    socket.on('error', (error: NodeJS.ErrnoException) => settle(explain(error, connected, tls && !greeted)));
  });
}

function readGreeting(bytes: Buffer): Refusal | undefined {
  const text = bytes.toString('latin1');
  if (text.startsWith('HTTP')) return WEB;
  // A record of TLS: an alert (21) or a handshake (22).
  if ((bytes[0] === 21 || bytes[0] === 22) && bytes[1] === 3) return WANTS_TLS;
  if (bytes.length < 4 || bytes[0] !== 0) return NOT_BOLT;
  return bytes.readUInt32BE(0) === 0 ? TOO_OLD : undefined;
}

function explain(error: NodeJS.ErrnoException, connected: boolean, inTls: boolean): Refusal {
  if (connected && inTls) return noTls();
  // One name may stand for several addresses; the first that failed tells as much as all.
  const { errors } = error as unknown as { errors?: NodeJS.ErrnoException[] };
  const codes = [error.code, ...(errors ?? []).map((each) => each.code)];
  const known = codes.map((code) => UNREACHED[code ?? '']).find((each) => each !== undefined);
  if (known) return known;
  return connected ? NOT_BOLT : SILENT_HOST;
}
