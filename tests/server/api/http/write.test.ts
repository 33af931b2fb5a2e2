import { once } from 'node:events';
import { type AddressInfo, connect, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import compression from 'compression';
import express from 'express';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { patienceFor, writeAll } from '../../../../server/api/http/write.ts';

/** The most that random values are given at once. */
const PIECE = 65_536;
let server: Server | undefined;

afterEach(() => {
  (server as import('node:http').Server | undefined)?.closeAllConnections();
  server?.close();
});

/** Serves pieces of noise, which compression makes no smaller, and counts those that were made. */
async function servePieces(most: number): Promise<{ url: string; made: () => number }> {
  let made = 0;
  function* pieces() {
    for (; made < most; made += 1) yield crypto.getRandomValues(new Uint8Array(PIECE));
  }
  const app = express();
  app.use(compression({ filter: () => true }));
  app.get('/', async (_, response) => writeAll(response, pieces()));
  const listening = app.listen(0, '127.0.0.1');
  server = listening;
  await new Promise((resolve) => listening.once('listening', resolve));
  return { url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, made: () => made };
}

describe('an answer in pieces', () => {
  it('arrives whole, and leaves no listener behind for each time it had to wait', async () => {
    const warnings: Error[] = [];
    const warn = (warning: Error) => warnings.push(warning);
    process.on('warning', warn);
    const { url } = await servePieces(60);
    expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(60 * PIECE);
    await delay(0);
    process.off('warning', warn);
    expect(warnings).toEqual([]);
  });

  it('is made no further than the client takes it, and not at all when the client has gone', async () => {
    const { url, made } = await servePieces(2_000);
    const abort = new AbortController();
    const response = await fetch(url, { signal: abort.signal });
    await response.body?.getReader().read();
    await delay(300);
    const waiting = made();
    expect(waiting).toBeLessThan(1_000);
    abort.abort();
    await delay(300);
    expect(made()).toBeLessThan(waiting + 10);
  });
});

describe('a long text', () => {
  it('keeps its characters where it is cut into what a client takes at once', async () => {
    const text = `${'x'.repeat(PIECE - 1)}😀${'é'.repeat(PIECE)}`;
    const app = express();
    app.get('/', async (_, response) => writeAll(response, [text]));
    const listening = app.listen(0, '127.0.0.1');
    server = listening;
    await once(listening, 'listening');
    const response = await fetch(`http://127.0.0.1:${(listening.address() as AddressInfo).port}`);
    expect((await response.text()) === text).toBe(true);
  });
});

describe('a client that does not read', () => {
  it('is let go, and what it was given ends', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { url, made } = await servePieces(2_000);
      const closed = vi.fn();
      const socket = connect(Number(new URL(url).port), '127.0.0.1')
        .on('close', closed)
        .on('error', () => {});
      await once(socket, 'connect');
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
      socket.pause();
      // Until nothing more fits into what the system keeps for it.
      for (let before = -1; made() > before || made() === 0; ) {
        before = made();
        for (let turns = 0; turns < 2_000; turns += 1) await new Promise((resolve) => setImmediate(resolve));
      }
      expect(closed).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(20_000);
      socket.resume();
      await vi.waitUntil(() => closed.mock.calls.length > 0);
      expect(made()).toBeLessThan(2_000);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the patience with a client', () => {
  it('is some seconds for each piece, as long as it takes what anybody takes', () => {
    expect(patienceFor(0, 0)).toBe(15_000);
    // 64 MB in 25 minutes, of which it was waited for 24.
    expect(patienceFor(24 * 60_000, 64_000_000)).toBe(15_000);
  });

  it('ends with one who takes a little now and then', () => {
    // 64 KB each 14 s.
    let [waited, taken] = [0, 0];
    while (patienceFor(waited, taken) >= 14_000) [waited, taken] = [waited + 14_000, taken + 65_536];
    expect(waited).toBeLessThan(3 * 60_000);
  });
});
