import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { trySignIn } from '../../../server/database/sign-in.ts';
import { certificate } from '../../setup/certificate.ts';

const open: { server: Server; sockets: Set<Socket> }[] = [];
afterEach(() => {
  for (const { server, sockets } of open.splice(0)) {
    server.close();
    for (const socket of sockets) socket.destroy();
  }
});

async function serving(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})));
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  open.push({ server, sockets });
  await once(server, 'listening');
  return (server.address() as { port: number }).port;
}

/** What signing in comes to, its sentence free of host, port and user. */
async function tried(uri: string, milliseconds = 8_000) {
  const connection = { uri, username: 'somebody', password: 'secret' };
  const answer = await trySignIn(connection, { milliseconds, signal: new AbortController().signal });
  expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|localhost|somebody|secret|:\d{4,5}\b/);
  return answer;
}

const closing = () => createServer((socket) => socket.once('data', () => socket.end()));
/** A server that wants TLS shuts the door on whoever begins without, as Neo4j does. */
const tls = (which: 'own' | 'expired' = 'own') =>
  createTlsServer(certificate(which), (socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.write(Buffer.from([0, 0, 8, 5])));
  });

describe('why nobody can sign in', () => {
  it('tells a host that is not known', async () => {
    const answer = await tried('bolt://no-such-host.invalid');
    expect(answer).toMatchObject({ reason: expect.stringMatching(/^The host that NEO4J_URI names/) });
  });

  it('tells a port at which nothing listens, which may pass', async () => {
    expect(await tried('bolt://127.0.0.1:1')).toMatchObject({
      outcome: 'not-yet',
      reason: expect.stringMatching(/^Nothing listens .* correct NEO4J_URI/),
    });
  });

  it('tells a port that accepts and says nothing, within its time', async () => {
    const port = await serving(createServer(() => {}));
    expect(await tried(`bolt://127.0.0.1:${port}`, 1_500)).toMatchObject({
      outcome: 'not-yet',
      reason: expect.stringContaining('says nothing: correct the port in NEO4J_URI'),
    });
  });

  it('tells a port that speaks HTTP', async () => {
    const port = await serving(createHttpServer((_, response) => response.end()));
    expect(await tried(`neo4j://127.0.0.1:${port}`)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('speaks HTTP'),
    });
  });

  it('tells a port that speaks something else', async () => {
    const port = await serving(createServer((socket) => socket.end('220 mail.example.org ESMTP\r\n')));
    expect(await tried(`bolt://127.0.0.1:${port}`)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('does not speak Bolt'),
    });
  });

  it('tells a database that speaks only versions of Bolt that are too old', async () => {
    const port = await serving(
      createServer((socket) => socket.once('data', () => socket.write(Buffer.alloc(4)))),
    );
    expect(await tried(`bolt://127.0.0.1:${port}`)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('no version of Bolt'),
    });
  });

  it('tells TLS where there is none', async () => {
    const port = await serving(closing());
    for (const scheme of ['bolt+s', 'neo4j+ssc'])
      expect(await tried(`${scheme}://127.0.0.1:${port}`)).toMatchObject({
        outcome: 'refused',
        reason: expect.stringMatching(/does not speak TLS.*neo4j:\/\/ or bolt:\/\//),
      });
  });

  it('tells no TLS where there is some', async () => {
    const port = await serving(tls());
    expect(await tried(`bolt://127.0.0.1:${port}`)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringMatching(/wants TLS.*\+s:\/\//),
    });
  });

  it('tells a certificate that nobody here trusts, and one that has expired', async () => {
    const own = await serving(tls());
    expect(await tried(`bolt+s://localhost:${own}`)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringMatching(/NODE_EXTRA_CA_CERTS.*\+ssc:\/\//),
    });
    const old = await serving(tls('expired'));
    expect(await tried(`bolt+s://localhost:${old}`)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringMatching(/has expired.*renew/),
    });
  });

  it('tells a certificate for another name', async () => {
    const port = await serving(tls());
    expect(await tried(`bolt+s://127.0.0.1:${port}`)).toMatchObject({ outcome: 'refused' });
  });

  it('tells an address that cannot be read', async () => {
    expect(await tried('bolt://host:99999')).toMatchObject({ outcome: 'refused' });
  });
});
