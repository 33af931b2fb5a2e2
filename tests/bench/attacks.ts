import { NDJSON_MEDIA_TYPE } from '../../server/core/contract/cypher.ts';
import { ATTACKS } from '../conformance/corpus/attacks.ts';
import { HOSTILE } from '../server/guard/corpus.ts';
import { eventLoopLine } from './event-loop.ts';
import { line, ms } from './statistics.ts';

/** Statements sent in all, so many at once, of so many addresses. */
const STATEMENTS = 200;
const AT_ONCE = 8;

/** What the guard lets through, or cannot know: work that goes on to its deadline, and answers that are large. */
const ADMITTED: [statement: string, parameters?: Record<string, unknown>][] = [
  ['MATCH p=(a)-[*1..4]-(b) RETURN p'],
  ['MATCH (a), (b), (c), (d), (e) RETURN count(*)'],
  ['MATCH REPEATABLE ELEMENTS p=(a)-[*1..12]-(b) RETURN count(p)'],
  ['UNWIND range(1,1000000) AS x UNWIND range(1,1000000) AS y RETURN count(*)'],
  [
    'UNWIND range(1,1000000) AS x WITH x, $s + toString(x) AS k ORDER BY k RETURN count(k) AS n',
    { s: 'a'.repeat(100_000) },
  ],
  [
    `WITH [x IN range(1,1000000) | []] AS l RETURN l, ${Array.from({ length: 14 }, (_, n) => `l AS l${n}`).join(', ')}`,
  ],
  ['RETURN reduce(l=[], i IN range(1,1000) | [l]) AS x'],
  ['UNWIND range(1, 1000000) AS x RETURN x, $s', { s: 'a'.repeat(1_000) }],
  [`MATCH ${Array.from({ length: 900 }, (_, n) => `(a${n})`).join(',')} RETURN 1`],
  [`MATCH (n:${Array.from({ length: 200 }, (_, n) => `(A${n}|B${n})`).join('&')}) RETURN n`],
  [`RETURN 1 ${'IS NULL '.repeat(1_900)} AS x`],
  [`RETURN ${Array(1_330).fill("'a'").join('=~')} AS x`],
  [`RETURN ${Array(1_330).fill('1 AS a').join(', ')}`],
  [`${Array.from({ length: 380 }, (_, n) => `WITH 1 AS x${n}`).join(' ')} RETURN 1`],
  [Array(1_330).fill('a AS a').join(' ')],
  ['MATCH (n) WHERE any(k IN keys(n) WHERE n[k] =~ "(?i).*a.*b.*c.*") RETURN count(n)'],
  ['MATCH (a), (b) WITH collect(a.claim) AS l RETURN reduce(s = 0, x IN l | s + x)'],
];

/** Bodies that are no statements, or none that can be read. */
const BODIES = [
  `{"statement":"RETURN $p AS x","parameters":{"p":${'['.repeat(2_000)}${']'.repeat(2_000)}}}`,
  `{"statement":"RETURN $p AS x","parameters":{"p":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`,
  `{"statement":"RETURN $p AS x","parameters":{"p":[${Array(300_000).fill('[]').join(',')}]}}`,
  '['.repeat(900_000),
  `{"statement":"RETURN 1","parameters":{${Array.from({ length: 60_000 }, (_, n) => `"k${n}":1`).join(',')}}}`,
];

/** Everything that is tried, over and over, up to so many. */
function* bodies(): Generator<string> {
  const corpus = [
    ...HOSTILE,
    ...ADMITTED,
    ...(ATTACKS['what cannot be stopped'] ?? []).map((text) => [text] as const),
  ];
  for (let index = 0; index < STATEMENTS; index += 1) {
    const at = index % (corpus.length + BODIES.length);
    const [statement, parameters = {}] = corpus[at] ?? [];
    yield BODIES[at - corpus.length] ?? JSON.stringify({ statement, parameters });
  }
}

/**
 * What others feel while statements are sent that are meant to stop them: how long `GET /api/graph` takes another
 * client, how long the server's thread is held, and how often the database was restarted.
 * @param pid of the database, asked anew, to see whether it is the same
 */
export async function benchAttacks(url: string, pid: () => number | undefined): Promise<string[]> {
  // A database that has just begun plans what it is asked for the first time, which is no attack's doing.
  for (let index = 0; index < 5; index += 1) await (await fetch(`${url}/api/graph`)).arrayBuffer();
  const before = pid();
  const waits: number[] = [];
  const codes = new Map<string, number>();
  let failed = 0;
  let over = false;
  const reading = (async () => {
    while (!over) {
      const since = performance.now();
      const status = await fetch(`${url}/api/graph`).then(
        async (response) => {
          await response.arrayBuffer();
          return response.status;
        },
        () => 0,
      );
      waits.push(performance.now() - since);
      if (status !== 200) failed += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  const queue = bodies();
  const sender = async (address: number) => {
    for (const body of queue) {
      const outcome = await send(url, body, address);
      codes.set(outcome, (codes.get(outcome) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, address) => sender(address)));
  over = true;
  await reading;
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (quantile: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0;
  return [
    line(
      `${STATEMENTS} hostile statements, how they ended`,
      [...codes].map(([code, n]) => `${code}: ${n}`).join(', '),
    ),
    line('another client, GET /api/graph: asked, failed', `${waits.length}, ${failed}`, '0 failed'),
    line('p50, p99, most', `${ms(at(0.5))}, ${ms(at(0.99))}, ${ms(at(1))}`, 'p99 ≤ 2 s'),
    await eventLoopLine(url),
    line('the database is the same process', String(before === pid()), 'true'),
  ];
}

async function send(url: string, body: string, address: number): Promise<string> {
  try {
    const response = await fetch(`${url}/api/cypher`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `10.0.0.${address}`,
        ...(address % 2 === 0 ? { accept: NDJSON_MEDIA_TYPE } : {}),
      },
      body,
    });
    const text = await response.text();
    const code = /"error":\{"code":"(\w+)"/.exec(text.slice(0, 200) + text.slice(-2_000))?.[1];
    return code ?? String(response.status);
  } catch {
    return 'broken off';
  }
}
