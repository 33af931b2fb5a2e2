import neo4j, { type Driver } from 'neo4j-driver';
import { NDJSON_MEDIA_TYPE } from '../../server/core/contract/cypher.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Connection } from '../../server/database/port.ts';
import { createGate } from '../../server/guard/gate.ts';
import { DEFAULT_LIMITS } from '../../server/guard/limits.ts';
import { inTurns, line, median, ms } from './statistics.ts';

const WARM = 'MATCH (n) RETURN labels(n) AS labels, count(*) AS count ORDER BY count DESC LIMIT 25';
const MANY = "UNWIND range(1, 100000) AS x RETURN x, 'some text' AS text";
const MILLION = 'UNWIND range(1, 1000000) AS x RETURN x';
const LIMITS = { ...DEFAULT_LIMITS, requestsPerMinute: 1_000_000, secondsPerMinute: 100_000 };

async function bare(driver: Driver, text: string) {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    return (await session.run(text)).records;
  } finally {
    await session.close();
  }
}

/** What the guard costs a statement that it knows, and one that is new. */
export async function benchGuard(driver: Driver, connection: Connection): Promise<string[]> {
  const database = openNeo4j(connection);
  const gate = createGate(LIMITS);
  let number = 0;
  const never = new AbortController().signal;
  const run = (statement: string) => {
    const body = new TextEncoder().encode(JSON.stringify({ statement }));
    const work = { body, form: { form: 'list', values: 'typed' } as const, tag: 'bench' };
    return gate.run(database, 'bench', work, { columns: async () => {}, rows: async () => {} }, never);
  };
  const warm = await inTurns(
    { warm: 100, measured: 300 },
    () => run(WARM),
    () => bare(driver, WARM),
  );
  const costs: number[] = [];
  const fresh = await inTurns(
    { warm: 20, measured: 60 },
    async () => {
      number += 1;
      costs.push((await run(`MATCH (n) WHERE n.name = 'ours' RETURN count(n) AS c${number}`)).timings.guard);
    },
    (index) => bare(driver, `MATCH (n) WHERE n.name = 'theirs' RETURN count(n) AS d${index}`),
  );
  gate.close();
  await database.close();
  return [
    line('a known statement, median: guarded, bare', `${ms(median(warm.ours))}, ${ms(median(warm.theirs))}`),
    line('ratio', (median(warm.ours) / median(warm.theirs)).toFixed(2), '≤ 1.15'),
    line('a new statement, median: guarded, bare', `${ms(median(fresh.ours))}, ${ms(median(fresh.theirs))}`),
    line('what it costs more', ms(median(fresh.ours) - median(fresh.theirs)), '≤ 10 ms'),
    line('the admitting of it, planning included', ms(median(costs.slice(20)))),
  ];
}

async function ask(url: string, statement: string, limit: number): Promise<Response> {
  const response = await fetch(`${url}/api/cypher`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: NDJSON_MEDIA_TYPE },
    body: JSON.stringify({ statement, limit }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return response;
}

/** Until the first row of a large result is there, over HTTP and through a bare driver; and what a million keep. */
export async function benchRows(
  driver: Driver,
  url: string,
  memory: () => number | undefined,
): Promise<string[]> {
  const { ours, theirs } = await inTurns(
    { warm: 5, measured: 15 },
    async () => {
      const reader = ((await ask(url, MANY, 100_000)).body as ReadableStream<Uint8Array>).getReader();
      let text = '';
      while (!text.includes('"row"')) text += new TextDecoder().decode((await reader.read()).value);
      await reader.cancel();
    },
    async () => {
      const session = driver.session({ defaultAccessMode: neo4j.session.READ });
      for await (const _ of session.run(MANY)) break;
      await session.close();
    },
  );
  const before = memory() ?? 0;
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, memory() ?? 0);
  }, 100);
  const started = performance.now();
  let bytes = 0;
  for await (const chunk of (await ask(url, MILLION, 1_000_000)).body as unknown as AsyncIterable<Uint8Array>)
    bytes += chunk.length;
  clearInterval(watch);
  return [
    line('first of 100,000 rows, median: server, bare', `${ms(median(ours))}, ${ms(median(theirs))}`),
    line('ratio', (median(ours) / median(theirs)).toFixed(2), '≤ 1.5'),
    line('1,000,000 rows', `${ms(performance.now() - started)}, ${(bytes / 1e6).toFixed(0)} MB`),
    line(
      'server memory before, most while they pass',
      `${before.toFixed(0)}, ${most.toFixed(0)} MiB`,
      'flat',
    ),
  ];
}
