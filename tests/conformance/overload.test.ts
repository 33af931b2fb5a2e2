import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DrawPdf } from '../../server/api/pictures/pdf.ts';
import { errorBody } from '../../server/core/model/errors.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { describeOnEveryEngine, emptyDatabase } from '../setup/engines.ts';
import { type Served, serveDatabase } from '../setup/serve.ts';

const GENEROUS = { requestsPerMinute: 100_000, secondsPerMinute: 100_000 };
/** Places for statements, and for those that wait. */
const [AT_ONCE, QUEUED] = [6, 10];

describeOnEveryEngine('a server of which more is asked than it can do', (engine) => {
  let database: Database;
  let served: Served;
  /** Ends each reading that is under way; none ends before. */
  const held: (() => void)[] = [];
  const drawing = async () => ({ result: Buffer.from('%PDF-1.7'), took: 1 });
  const drawPdf: DrawPdf = () => new Promise((resolve) => held.push(() => resolve(drawing)));
  beforeAll(async () => {
    await emptyDatabase(engine());
    database = openNeo4j(engine().connection);
    // Each may come from an address of its own.
    served = await serveDatabase(database, {
      trustProxy: 1,
      drawPdf,
      cypher: { ...GENEROUS, concurrent: AT_ONCE, queued: QUEUED },
    });
  });
  afterAll(async () => {
    await served.close();
    await database.close();
  });

  const run = (statement: string, address: number) =>
    fetch(`${served.url}/api/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `192.0.2.${address}` },
      body: JSON.stringify({ statement }),
    });
  const state = async () => {
    const answer = await (await fetch(`${served.url}/api/status`)).json();
    return (answer as { database: { state: string } }).database.state;
  };

  async function servesAll(): Promise<void> {
    expect(await state()).toBe('ready');
    const answers = await Promise.all([
      run('RETURN 1 AS one', 200),
      ...['graph', 'schema', 'search?q=a'].map((path) => fetch(`${served.url}/api/${path}`)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  }

  it('says that it is busy and when to ask again, never that anything is lost, and then serves all', async () => {
    const work = 'UNWIND range(1, 300000) AS x RETURN count(x % 7) AS n';
    const all = Array.from({ length: 60 }, (_, address) => run(work, address));
    // Who only reads does not stand behind them.
    expect((await fetch(`${served.url}/api/graph`)).status).toBe(200);
    expect(await state()).toBe('ready');
    const answers = await Promise.all(all);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(AT_ONCE);
    for (const answer of refused) {
      expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true]);
      const { error } = errorBody.parse(await answer.json());
      expect(error.code).toBe('too_many_requests');
      expect(error.message).toMatch(/busy/);
    }
    await servesAll();
  });

  it('lets go of those who hold all places and never read, so that others get theirs', async () => {
    const sockets = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, address) =>
        neverReading('UNWIND range(1, 900000) AS x RETURN x, x AS y, x AS z', address),
      ),
    );
    try {
      await expect.poll(async () => Number(await running()), { timeout: 15_000 }).toBe(AT_ONCE);
      expect((await run('RETURN 1 AS one', 100)).status).toBe(200);
      await servesAll();
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  }, 90_000);

  it('leaves room for others beside one whose reads take long', { timeout: 120_000 }, async () => {
    const ask = async (path: string, address: number) =>
      (await fetch(served.url + path, { headers: { 'x-forwarded-for': `192.0.2.${address}` } })).status;
    const many = Array.from({ length: 20 }, (_, at) => ask(`/picture.pdf?seed=${at + 1}`, 1));
    await expect.poll(() => held.length, { timeout: 20_000 }).toBe(12);
    // Whoever else asks need not wait until these have ended.
    expect(await ask('/api/graph?limit=7', 2)).toBe(200);
    many.push(ask('/picture.pdf?seed=21', 2));
    await expect.poll(() => held.length, { timeout: 20_000 }).toBe(13);
    const ending = setInterval(() => {
      for (const end of held.splice(0)) end();
    }, 10);
    expect(new Set(await Promise.all(many))).toEqual(new Set([200]));
    clearInterval(ending);
  });

  async function running(): Promise<string | undefined> {
    const text = await (await fetch(`${served.url}/metrics`)).text();
    return /^entente_cypher_running (\d+)$/m.exec(text)?.[1];
  }

  async function neverReading(statement: string, address: number): Promise<Socket> {
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1').on('error', () => {});
    await once(socket, 'connect');
    const body = JSON.stringify({ statement });
    socket.pause();
    socket.write(
      [
        'POST /api/cypher HTTP/1.1',
        'Host: localhost',
        `X-Forwarded-For: 192.0.2.${address}`,
        'Content-Type: application/json',
        'Accept: application/x-ndjson',
        `Content-Length: ${Buffer.byteLength(body)}`,
        '',
        body,
      ].join('\r\n'),
    );
    return socket;
  }
});
