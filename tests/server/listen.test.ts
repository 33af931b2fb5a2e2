import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../server/listen.ts';
import { appWithoutDatabase } from '../setup/app-without-database.ts';

const POST = 'POST /api/cypher HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

describe('clients that take their time', () => {
  let listening: Listening;
  const sockets: Socket[] = [];
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await listening.close(0);
  });

  /** Sends the beginning of a request and gives what comes back until the server hangs up. */
  async function sendBeginning(text: string, again?: string): Promise<string> {
    const socket = connect(Number(new URL(listening.url).port), '127.0.0.1').on('error', () => {});
    sockets.push(socket);
    let answer = '';
    socket.on('data', (bytes: Buffer) => {
      answer += bytes;
    });
    await once(socket, 'connect');
    socket.write(text);
    // One byte after the other is no silence, and no request either.
    const drip = again && setInterval(() => socket.write(again), 20);
    await once(socket, 'close');
    if (drip) clearInterval(drip);
    return answer;
  }

  it('are let go when the request is not whole in time, its body or its head, however it drips in', async () => {
    listening = await listen(appWithoutDatabase(), '127.0.0.1', 0, { sending: 300, silence: 120_000 });
    const slow = [
      sendBeginning(`${POST}Content-Length: 100000\r\n\r\n{`),
      sendBeginning(`${POST}Content-Length: 100000\r\n\r\n{`, ' '),
      sendBeginning(`${POST}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n'),
      sendBeginning('GET /health/live HTTP/1.1\r\nHost: localhost\r\n', 'X-A: b\r\n'),
    ];
    expect((await fetch(`${listening.url}/health/live`)).status).toBe(200);
    for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect((await fetch(`${listening.url}/health/live`)).status).toBe(200);
  });

  it('are let go when they say nothing at all', async () => {
    listening = await listen(appWithoutDatabase(), '127.0.0.1', 0, { sending: 60_000, silence: 200 });
    expect(await sendBeginning('')).toBe('');
  });
});
