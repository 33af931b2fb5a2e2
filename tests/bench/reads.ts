import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import neo4j, { type Driver } from 'neo4j-driver';
import { inlineNames } from '../../server/statements/inline.ts';
import { loadStatements } from '../../server/statements/load.ts';
import { randomFrom } from './network.ts';
import { inTurns, line, median, ms, quantile } from './statistics.ts';

const statements = loadStatements(join(import.meta.dirname, '../../cypher'), 'server');
const NO_FILTERS = { types: null, modalities: null, confidences: null, sources: null, from: null, to: null };

/** The same statement through a driver that is used as its manual shows, and nothing else. */
async function bare(driver: Driver, name: string, parameters: Record<string, unknown>) {
  const { text, parameters: rest } = inlineNames(statements.get(name), parameters);
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    return (await session.run(text, rest)).records;
  } finally {
    await session.close();
  }
}

const agent = new Agent({ keepAlive: true });

/** A bare HTTP client, as the driver is bare: `fetch` alone costs a millisecond a request. */
function get(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request(url, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        const text = response.headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body;
        if (response.statusCode === 200) resolve(text.toString());
        else reject(new Error(`${url} answered ${response.statusCode}: ${text}`));
      });
    })
      .on('error', reject)
      .end();
  });
}

/** `GET /api/graph` of the whole network against its two statements. */
export async function benchGraph(driver: Driver, url: string, limit: number): Promise<string[]> {
  const parameters = { labels: null, limit: neo4j.int(limit + 1) };
  let bytes = 0;
  const { ours, theirs } = await inTurns(
    { warm: 10, measured: 15 },
    async () => {
      bytes = (await get(`${url}/api/graph?limit=${limit}`)).length;
    },
    async () => {
      await bare(driver, 'read/graph-nodes', parameters);
      await bare(driver, 'read/graph-edges', { ...parameters, ...NO_FILTERS });
    },
  );
  return [
    line('GET /api/graph, median', `${ms(median(ours))}`),
    line('the same statements through a bare driver, median', ms(median(theirs))),
    line('ratio', (median(ours) / median(theirs)).toFixed(2), '≤ 1.3'),
    line('its JSON', `${(bytes / 1e6).toFixed(1)} MB`),
  ];
}

/** The 1-hop neighbourhood of random nodes against its three statements. */
export async function benchNeighbourhood(driver: Driver, url: string, nodes: number): Promise<string[]> {
  const random = randomFrom(3);
  const keys = Array.from({ length: 2_500 }, () => `actor-${Math.floor(random() * nodes)}`);
  const limit = 2_000;
  const { ours, theirs } = await inTurns(
    { warm: 1_500, measured: 1_000 },
    (index) => get(`${url}/api/nodes/${keys[index]}/neighbourhood?limit=${limit}`),
    async (index) => {
      const start = await bare(driver, 'read/nodes-by-key', { idLabels: ['Actor'], keys: [keys[index]] });
      const ids = start.map((record) => record.get('elementId'));
      const near = await bare(driver, 'read/neighbours', {
        elementIds: ids,
        direction: 'both',
        labels: null,
        ...NO_FILTERS,
        limit: neo4j.int(limit + 2),
      });
      const elementIds = [...new Set([...ids, ...near.map((record) => record.get('elementId'))])];
      await bare(driver, 'read/edges-among', { elementIds, ...NO_FILTERS, limit: neo4j.int(limit + 1) });
    },
  );
  return [
    line('1-hop neighbourhood, median: server, bare driver', `${ms(median(ours))}, ${ms(median(theirs))}`),
    line('ratio of medians', (median(ours) / median(theirs)).toFixed(2), '≤ 1.5'),
    line(
      '1-hop neighbourhood, p99: server, bare driver',
      `${ms(quantile(ours, 0.99))}, ${ms(quantile(theirs, 0.99))}`,
    ),
    line('ratio of p99', (quantile(ours, 0.99) / quantile(theirs, 0.99)).toFixed(2), '≤ 1.5'),
  ];
}

/** 1,000 requests one after the other, 200 at once, and the same again by clients that hold the answer. */
export async function benchLoad(url: string): Promise<string[]> {
  const path = `${url}/api/graph`;
  const etag = (await fetch(path)).headers.get('etag') ?? '';
  const ask = async (headers: Record<string, string> = {}) => {
    const response = await fetch(path, { headers });
    await response.arrayBuffer();
    return response.status;
  };
  const statuses: number[] = [];
  let start = performance.now();
  for (let index = 0; index < 1_000; index += 1) statuses.push(await ask());
  const sequential = performance.now() - start;
  start = performance.now();
  statuses.push(...(await Promise.all(Array.from({ length: 200 }, () => ask()))));
  const concurrent = performance.now() - start;
  start = performance.now();
  const unchanged: number[] = [];
  for (let index = 0; index < 1_000; index += 1) unchanged.push(await ask({ 'if-none-match': etag }));
  const held = performance.now() - start;
  return [
    line('1,000 sequential GET /api/graph of the story', ms(sequential)),
    line('200 concurrent', ms(concurrent)),
    line('answers other than 200', String(statuses.filter((status) => status !== 200).length), '0'),
    line('1,000 sequential with If-None-Match', ms(held)),
    line('answers other than 304', String(unchanged.filter((status) => status !== 304).length), '0'),
  ];
}
