import { request as httpRequest } from 'node:http';
import { tableFromIPC } from '@uwdata/flechette';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ARROW_MEDIA_TYPE,
  type CypherLine,
  cypherAnswer,
  cypherLine,
  NDJSON_MEDIA_TYPE,
} from '../../server/core/contract/cypher.ts';
import { errorBody } from '../../server/core/model/errors.ts';
import type { TypedValue } from '../../server/core/model/typed-value.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { parseStatement } from '../../server/statements/parse.ts';
import { describeOnEveryEngine, emptyDatabase } from '../setup/engines.ts';
import { type Served, type ServeOptions, serveDatabase } from '../setup/serve.ts';

const GENEROUS = { requestsPerMinute: 1_000_000, secondsPerMinute: 100_000 };
/** Takes for ever, in operators that look whether they should end. */
const ENDLESS =
  'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a = b + 1000001 RETURN count(*) AS n';

const statement = (text: string) => parseStatement('read/example', `// Tries.\n// @returns x\n${text}`);

/** Every type that can be stored or returned, as text that Cypher reads. */
const VALUES = `RETURN 9223372036854775807 AS most, -9223372036854775808 AS least, 9007199254740993 AS odd, 0 AS zero,
  1.5 AS fraction, 2.0 AS whole, 1e300 AS huge, 5e-324 AS tiny, -0.0 AS minus, 1.0/0 AS infinite, -1.0/0 AS below,
  true AS yes, null AS nothing, '' AS empty, 'ä€😀\\'"' AS text,
  [1, [2.5, null], 'a'] AS list, {a: {b: [1]}, \`__proto__\`: 1, \`$type\`: 2} AS map,
  date('2025-10-07') AS day, date('-0044-03-15') AS ancient, date('+12025-01-01') AS far,
  time('12:00:01.000000001+02:00') AS clock, time('12:00Z') AS noon, localtime('23:59:59.999999999') AS late,
  datetime('2025-10-07T12:00:00.123456789[Europe/London]') AS zoned,
  datetime('2025-10-26T01:30:00+00:00[Europe/London]') AS again,
  datetime('2025-10-07T12:00:00+05:30') AS shifted, localdatetime('2025-10-07T12:00:00.5') AS local,
  duration('P1Y2M3DT4H5M6.000000007S') AS long, duration('-PT0.5S') AS short, duration('P1D') AS aDay,
  duration({months: -1, days: 2, seconds: -3, nanoseconds: 5}) AS mixed,
  point({x: 1, y: 2.5}) AS plane, point({x: 1, y: 2, z: -3}) AS space,
  point({longitude: 4.9, latitude: 52.4}) AS place, point({longitude: 4.9, latitude: 52.4, height: 3}) AS high`;

const integer = (value: number) => ({ $type: 'Integer', _value: String(value) });

describeOnEveryEngine('POST /api/cypher', (engine) => {
  let database: Database;
  let served: Served;

  beforeAll(async () => {
    await emptyDatabase(engine());
    database = openNeo4j(engine().connection);
    await database.write((transaction) =>
      transaction.run(
        statement(`CREATE (a:Place {name: 'Delft', large: 9007199254740993})-[:NEAR {km: 9}]->(b:Place {name: 'Leiden'})
          CREATE (b)-[:NEAR {km: 18}]->(:Place {name: 'Utrecht'}) RETURN 1 AS x`),
      ),
    );
    served = await serveDatabase(database, { cypher: GENEROUS });
  });
  afterAll(async () => {
    await served.close();
    await database.close();
  });

  const post = (
    body: unknown,
    headers: Record<string, string> = {},
    url = served.url,
    signal?: AbortSignal,
  ) =>
    fetch(`${url}/api/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...(signal ? { signal } : {}),
    });

  async function ask(text: string, more: object = {}, url = served.url) {
    const response = await post({ statement: text, ...more }, {}, url);
    const body = await response.json();
    expect(response.status, JSON.stringify(body)).toBe(200);
    return cypherAnswer.parse(body);
  }

  async function refusal(
    body: unknown,
    status: number,
    headers: Record<string, string> = {},
    url = served.url,
  ) {
    const response = await post(body, headers, url);
    const text = await response.text();
    expect(response.status, text).toBe(status);
    return errorBody.parse(JSON.parse(text)).error;
  }

  async function askLines(text: string, more: object = {}, url = served.url): Promise<CypherLine[]> {
    const response = await post({ statement: text, ...more }, { accept: NDJSON_MEDIA_TYPE }, url);
    expect(response.headers.get('content-type')).toContain(NDJSON_MEDIA_TYPE);
    const lines = (await response.text()).trim().split('\n');
    return lines.map((line) => cypherLine.parse(JSON.parse(line)));
  }

  /** With connections of its own, as another server has. */
  async function withServer<T>(options: ServeOptions, work: (url: string) => Promise<T>): Promise<T> {
    const connected = openNeo4j(engine().connection);
    const own = await serveDatabase(connected, options);
    try {
      return await work(own.url);
    } finally {
      await own.close();
      await connected.close();
    }
  }

  const openTags = async () => (await database.transactions()).filter((each) => each.tag !== '');

  describe('values', () => {
    it('keep their type on the way out and back into a parameter', async () => {
      const { columns, rows } = await ask(VALUES);
      const values = rows[0] as TypedValue[];
      const parameters = Object.fromEntries(columns.map((name, index) => [name, values[index]]));
      const names = columns.map((name) => `$${name} AS ${name}`).join(', ');
      const again = await ask(`RETURN ${names}`, { parameters });
      expect(again.rows).toEqual(rows);
    });

    it('are compared as equal by the database to what they were', async () => {
      const { columns, rows } = await ask(VALUES);
      const values = rows[0] as TypedValue[];
      const skipped = ['nothing', 'list', 'map'];
      const names = columns.filter((name) => !skipped.includes(name));
      const parameters = Object.fromEntries(columns.map((name, index) => [name, values[index]]));
      const checks = names.map((name) => `${name} = $${name} AS ${name}`).join(', ');
      const { rows: checked } = await ask(`${VALUES.replace('RETURN', 'WITH')} RETURN ${checks}`, {
        parameters,
      });
      expect(Object.fromEntries(names.map((name, index) => [name, checked[0]?.[index]?._value]))).toEqual(
        Object.fromEntries(names.map((name) => [name, true])),
      );
    });

    it('are integers where plain JSON has whole numbers, and floats where it has not', async () => {
      const parameters = { a: 1, b: 1.5, c: [1, { d: 2 }], e: null, f: 'x', g: true };
      const { rows } = await ask(
        'RETURN valueType($a), valueType($b), valueType($c[0]), valueType($c[1].d), $e, $f, $g',
        { parameters },
      );
      const found = rows[0]?.map((value) => String(value._value).replace(' NOT NULL', ''));
      expect(found).toEqual(['INTEGER', 'FLOAT', 'INTEGER', 'INTEGER', 'null', 'x', 'true']);
    });

    it('that cannot be parameters are refused by their path', async () => {
      const cases: [unknown, string, RegExp][] = [
        [{ x: 2 ** 53 + 2 }, 'parameters.x', /Integer/],
        [{ x: [{ y: { $type: 'Date', _value: '7 October' } }] }, 'parameters.x[0].y', /2025-10-07/],
        [{ x: { $type: 'Integer', _value: '9223372036854775808' } }, 'parameters.x', /Integer/],
        [{ x: { $type: 'Integer', _value: 1 } }, 'parameters.x', /"42"/],
        [{ x: { $type: 'Node', _value: {} } }, 'parameters.x', /elementId/],
        [{ x: { $type: 'Nonsense', _value: '' } }, 'parameters.x', /known are/],
        [{ x: { $type: 'String', _value: 'a', more: 1 } }, 'parameters.x', /nothing else/],
        [{ x: { $type: 'Point', _value: 'POINT (1 2)' } }, 'parameters.x', /SRID/],
      ];
      for (const [parameters, path, message] of cases) {
        const error = await refusal({ statement: 'RETURN $x', parameters }, 400);
        expect(error.details?.[0], JSON.stringify(parameters)).toMatchObject({ path });
        expect(error.details?.[0]?.message).toMatch(message);
      }
    });

    it('that the database or its driver cannot take are refused, and leave the next statement as it is', async () => {
      const cases: [type: string, value: unknown][] = [
        ['Time', '12:00:00+19:00'],
        ['ZonedDateTime', '2025-01-01T00:00:00[EST]'],
        ['ZonedDateTime', '+271000-12-31T23:59:59[Europe/Berlin]'],
        ['OffsetDateTime', '+999999999-12-31T23:59:59-18:00'],
        ['LocalDateTime', '-999999999-01-01T00:00:00'],
        ['Duration', 'P9223372036854775807M'],
        ['Point', 'SRID=4326;POINT (999 999)'],
        ['Point', 'SRID=99999999999999999999;POINT (1 1)'],
        ['Point', 'SRID=7203;POINT (Infinity NaN)'],
        ['Vector', { coordinatesType: 'FLOAT32', coordinates: [] }],
        ['Vector', { coordinatesType: 'FLOAT64', coordinates: ['NaN'] }],
      ];
      for (const [$type, _value] of cases) {
        const response = await post({ statement: 'RETURN $x AS x', parameters: { x: { $type, _value } } });
        expect([200, 400], `${$type} ${_value}`).toContain(response.status);
        expect((await ask('RETURN $x AS x', { parameters: { x: 7 } })).rows).toEqual([[integer(7)]]);
      }
    });

    it('may have any key, at any depth', async () => {
      const parameters = JSON.parse(
        '{"__proto__": 1, "x": {"__proto__": 2, "constructor": [{"__proto__": 3}]}, "toString": 4}',
      );
      const { rows } = await ask(
        'RETURN $`__proto__` AS a, $x.`__proto__` AS b, $x.constructor[0].`__proto__` AS c, $toString AS d',
        { parameters },
      );
      expect(rows).toEqual([[1, 2, 3, 4].map(integer)]);
    });

    it('of nodes, edges and paths are given whole', async () => {
      const { rows } = await ask(
        "MATCH p = (a:Place {name: 'Delft'})-[r:NEAR]->(b) RETURN a, r, p, [a, {b: b}] AS within",
      );
      const [node, edge, path] = rows[0] as TypedValue[];
      expect(node).toMatchObject({
        $type: 'Node',
        _value: {
          _labels: ['Place'],
          _properties: { large: { $type: 'Integer', _value: '9007199254740993' } },
        },
      });
      expect(edge).toMatchObject({ $type: 'Relationship', _value: { _type: 'NEAR' } });
      expect((path as { _value: TypedValue[] })._value.map((each) => each.$type)).toEqual([
        'Node',
        'Relationship',
        'Node',
      ]);
    });
  });

  describe('the graph', () => {
    const captions = (answer: Awaited<ReturnType<typeof ask>>) =>
      answer.graph.nodes
        .map((node) => `${node.attributes.caption}${node.attributes.implied ? '?' : ''}`)
        .sort();

    it('holds exactly the nodes and edges of the rows', async () => {
      const answer = await ask('MATCH (n:Place) RETURN n.name, n');
      expect(captions(answer)).toEqual(['Delft', 'Leiden', 'Utrecht']);
      expect(answer.graph.edges).toEqual([]);
      expect(captions(await ask("MATCH (n {name: 'Delft'}) RETURN {a: [n, n]} AS x"))).toEqual(['Delft']);
      const path = await ask("MATCH p = (:Place {name: 'Delft'})-->()-->() RETURN p");
      expect([captions(path), path.graph.edges.length]).toEqual([['Delft', 'Leiden', 'Utrecht'], 2]);
      expect(path.graph.nodes.map((node) => node.attributes.degree).sort()).toEqual([1, 1, 2]);
      expect(captions(await ask('RETURN 1 AS one'))).toEqual([]);
    });

    it('shows an edge with its ends, marked where the rows do not hold them', async () => {
      const answer = await ask("MATCH (a {name: 'Delft'})-[r]->() RETURN a, r");
      expect(captions(answer)).toEqual(['Delft', 'Leiden?']);
      expect(answer.graph.edges[0]?.source).toBe(answer.graph.nodes.find((n) => !n.attributes.implied)?.key);
    });
  });

  describe('plans', () => {
    it('are given without running the statement, or with what it cost', async () => {
      const plan = await ask('MATCH (n:Place) RETURN n', { mode: 'plan' });
      expect(plan.rows).toEqual([]);
      expect(plan.plan).toMatchObject({
        operator: 'ProduceResults',
        children: [{ operator: 'NodeByLabelScan' }],
      });
      const profile = await ask('MATCH (n:Place) RETURN n', { mode: 'profile', limit: 1 });
      expect(profile).toMatchObject({ truncated: true, plan: { rows: 3, children: [{ rows: 3 }] } });
      expect(profile.rows).toHaveLength(1);
      expect(profile.plan?.children[0]?.dbHits).toBeGreaterThan(0);
    });

    it('come with the notifications of the database, at their place in the text', async () => {
      for (const mode of ['run', 'plan', 'profile']) {
        const { summary } = await ask('MATCH (n)\nWHERE n.nothingOfTheKind = 1 RETURN n', { mode });
        expect(summary.notifications[0], mode).toMatchObject({ severity: 'WARNING', position: { line: 2 } });
      }
    });
  });

  describe('row by row', () => {
    it('gives columns, rows and the rest, each on a line', async () => {
      const lines = await askLines('UNWIND range(1, 3) AS x RETURN x');
      expect(lines[0]).toEqual({ columns: ['x'] });
      expect(lines.slice(1, 4)).toEqual(
        [1, 2, 3].map((x) => ({ row: [{ $type: 'Integer', _value: String(x) }] })),
      );
      expect(lines[4]).toMatchObject({ truncated: false, summary: { rows: 3 } });
    });

    it('ends with an error line when it fails on the way', async () => {
      const lines = await askLines('UNWIND range(1, 10) AS x RETURN 1 / (5 - x) AS y');
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.at(-1)).toMatchObject({ error: { code: 'invalid_request' } });
      const { error } = await (await post({ statement: 'RETRUN 1' }, { accept: NDJSON_MEDIA_TYPE })).json();
      expect(error.details[0].path).toBe('statement:1:1');
    });

    it('sends the first row long before the last', async () => {
      const response = await post(
        { statement: 'UNWIND range(1, 300000) AS x RETURN x', limit: 300_000 },
        { accept: NDJSON_MEDIA_TYPE },
      );
      const started = performance.now();
      let first = 0;
      let bytes = 0;
      for await (const chunk of response.body ?? []) {
        bytes += chunk.length;
        if (!first && bytes > 30) first = performance.now() - started;
      }
      expect(first).toBeLessThan((performance.now() - started) / 2);
    });

    it('holds the database back while the client does not read, and memory stays flat', async () => {
      const grown = await new Promise<number>((resolve, reject) => {
        const url = new URL(`${served.url}/api/cypher`);
        const asked = httpRequest(
          url,
          { method: 'POST', headers: { 'content-type': 'application/json', accept: NDJSON_MEDIA_TYPE } },
          (response) => {
            response.pause();
            const before = process.memoryUsage().rss;
            setTimeout(() => {
              resolve(process.memoryUsage().rss - before);
              response.destroy();
            }, 2_500);
          },
        );
        asked.on('error', reject);
        asked.end(
          JSON.stringify({
            statement: "UNWIND range(1, 1000000) AS x RETURN x, 'padding'",
            limit: 1_000_000,
          }),
        );
      });
      expect(grown / 2 ** 20).toBeLessThan(64);
      await expect.poll(openTags, { timeout: 3_000 }).toEqual([]);
    });
  });

  describe('limits', () => {
    it('on rows and bytes cut the answer off and say so', async () => {
      const { rows, truncated, summary } = await ask('UNWIND range(1, 1000) AS x RETURN x', { limit: 10 });
      expect([rows.length, truncated, summary.rows]).toEqual([10, true, 10]);
      const exact = await ask('UNWIND range(1, 10) AS x RETURN x', { limit: 10 });
      expect([exact.rows.length, exact.truncated]).toEqual([10, false]);
      await withServer({ cypher: { ...GENEROUS, byteLimit: 10_000, rowLimit: 50 } }, async (url) => {
        const many = await ask(
          "UNWIND range(1, 1000) AS x RETURN x, 'some text to make it long' AS y",
          {},
          url,
        );
        expect([many.rows.length, many.truncated]).toEqual([50, true]);
        const wide = await ask(`UNWIND range(1, 40) AS x RETURN range(1, 100) AS y`, {}, url);
        expect(wide.truncated).toBe(true);
        expect(wide.rows.length).toBeLessThan(10);
        const error = await refusal({ statement: 'RETURN 1', limit: 51 }, 400, {}, url);
        expect(error.details?.[0]?.path).toBe('limit');
      });
      await expect.poll(openTags).toEqual([]);
    });

    it('on time end a statement within a second, and the next one is served at full speed', async () => {
      await withServer({ cypher: { ...GENEROUS, timeout: 1_000 } }, async (url) => {
        await ask('MATCH (n) RETURN count(n)', {}, url);
        const started = performance.now();
        expect((await refusal({ statement: ENDLESS }, 422, {}, url)).code).toBe('too_long');
        expect(performance.now() - started).toBeLessThan(2_000);
        const next = performance.now();
        await ask('MATCH (n) RETURN count(n)', {}, url);
        expect(performance.now() - next).toBeLessThan(300);
        await expect.poll(openTags, { timeout: 2_000 }).toEqual([]);
      });
    });

    it('on memory end a statement that builds too much', async () => {
      const started = performance.now();
      const text =
        'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN collect([a, b, toString(a)]) AS xs';
      const response = await post({ statement: text });
      expect(response.status).toBe(422);
      expect(performance.now() - started).toBeLessThan(11_500);
      await ask('RETURN 1 AS one');
    });

    it('are not escaped by one enormous row', async () => {
      const text =
        "UNWIND range(1, 1000000) AS x RETURN collect('some longer text that takes its room, number ' + x) AS xs";
      const started = performance.now();
      const response = await post({ statement: text });
      expect(response.status).toBe(422);
      await response.arrayBuffer();
      expect(performance.now() - started).toBeLessThan(11_500);
      await ask('RETURN 1 AS one');
    });

    it('on the request refuse what is too large, too deep, or of another type', async () => {
      const deep = `${'['.repeat(40)}1${']'.repeat(40)}`;
      const cases: [unknown, number, Record<string, string>, RegExp][] = [
        ['{"statement": ', 400, {}, /not JSON/],
        ['null', 400, {}, /cannot be read/],
        [{ statement: 'RETURN 1', unknown: 1 }, 400, {}, /unknown/],
        [{ statement: 'RETURN 1', mode: 'write' }, 400, {}, /mode/],
        [{}, 400, {}, /statement/],
        [`{"statement": "RETURN 1", "parameters": {"x": ${deep}}}`, 400, {}, /deeper/],
        [
          `{"statement": "RETURN 1", "parameters": {"x": ${'['.repeat(40_000)}${']'.repeat(40_000)}}}`,
          400,
          {},
          /deep/,
        ],
        [`{"statement": "RETURN '${'x'.repeat(1_100_000)}'"}`, 413, {}, /larger/],
        [
          'statement=RETURN 1',
          415,
          { 'content-type': 'application/x-www-form-urlencoded' },
          /application\/json/,
        ],
        [{ statement: 'RETURN 1' }, 406, { accept: 'text/html' }, /ndjson/],
      ];
      for (const [body, status, headers, message] of cases)
        expect((await refusal(body, status, headers)).message).toMatch(message);
      expect((await fetch(`${served.url}/api/cypher`)).status).toBe(405);
      expect((await fetch(`${served.url}/api/graph`, { method: 'POST' })).status).toBe(405);
    });
  });

  describe('for other programs', () => {
    const statement =
      "UNWIND [[9007199254740993, 'a, \"b\"', 0.5], [2, '', null]] AS row RETURN row[0] AS n, row[1] AS text, row[2] AS part, [1, 2] AS list, date('2025-10-07') AS day";

    it('rows are plain JSON where that is asked for', async () => {
      const asked = (accept: string, values = 'plain') =>
        fetch(`${served.url}/api/cypher?values=${values}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept },
          body: JSON.stringify({ statement }),
        });
      const first = ['9007199254740993', 'a, "b"', 0.5, [1, 2], '2025-10-07'];
      const answer = await (await asked('application/json')).json();
      expect(answer.rows).toEqual([first, [2, '', null, [1, 2], '2025-10-07']]);
      const [, line = ''] = (await (await asked(NDJSON_MEDIA_TYPE)).text()).split('\n');
      expect(JSON.parse(line)).toEqual({ row: first });
      expect((await asked('application/json', 'bare')).status).toBe(400);
    });

    it('rows are a table as CSV, and say whether a limit cut them', async () => {
      const whole = await post({ statement }, { accept: 'text/csv' });
      expect(whole.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(whole.headers.get('entente-truncated')).toBe('false');
      expect(Buffer.from(await whole.arrayBuffer()).toString()).toBe(
        [
          '\uFEFFn,text,part,list,day',
          '9007199254740993,"a, ""b""",0.5,"[1,2]",2025-10-07',
          '2,"",,"[1,2]",2025-10-07',
          '',
        ].join('\r\n'),
      );
      const cut = await post({ statement, limit: 1 }, { accept: 'text/csv' });
      expect(cut.headers.get('entente-truncated')).toBe('true');
      expect((await post({ statement: 'RETRUN 1' }, { accept: 'text/csv' })).status).toBe(400);
    });

    it('rows are an Arrow stream that keeps their types', async () => {
      const answer = await post({ statement }, { accept: ARROW_MEDIA_TYPE });
      expect(answer.headers.get('content-type')).toBe(ARROW_MEDIA_TYPE);
      const table = tableFromIPC(await answer.arrayBuffer(), { useBigInt: true, useDate: true });
      expect(table.names).toEqual(['n', 'text', 'part', 'list', 'day']);
      expect([...(table.getChild('n') ?? [])]).toEqual([9007199254740993n, 2n]);
      expect([...(table.getChild('part') ?? [])]).toEqual([0.5, null]);
      expect([...(table.getChild('day') ?? [])]).toEqual([new Date('2025-10-07'), new Date('2025-10-07')]);
    });
  });

  describe('clients', () => {
    it('that leave in the middle of the rows, again and again, leave nothing behind', async () => {
      const times: number[] = [];
      for (let index = 0; index < 20; index += 1) {
        const away = new AbortController();
        const body = { statement: 'UNWIND range(1, 1000000) AS x RETURN x', limit: 1_000_000 };
        const response = await post(body, { accept: NDJSON_MEDIA_TYPE }, served.url, away.signal);
        await response.body?.getReader().read();
        away.abort();
        const started = performance.now();
        await ask('UNWIND range(1, 5000) AS x RETURN x', { limit: 10 });
        times.push(performance.now() - started);
      }
      expect(Math.max(...times)).toBeLessThan(2_000);
      await expect.poll(openTags, { timeout: 2_000 }).toEqual([]);
    });

    it('that go away end their statements, running or waiting', async () => {
      await withServer({ cypher: { ...GENEROUS, concurrentPerAddress: 1 } }, async (url) => {
        await ask('RETURN 1 AS one', {}, url);
        const away = new AbortController();
        const running = post({ statement: ENDLESS }, {}, url, away.signal).catch(() => 'away');
        await expect.poll(async () => (await openTags()).length, { timeout: 3_000 }).toBe(1);
        const waiting = post({ statement: ENDLESS }, {}, url, away.signal).catch(() => 'away');
        await new Promise((resolve) => setTimeout(resolve, 100));
        away.abort();
        expect(await Promise.all([running, waiting])).toEqual(['away', 'away']);
        await expect.poll(openTags, { timeout: 1_500 }).toEqual([]);
        const next = performance.now();
        await ask('RETURN 1 AS one', {}, url);
        expect(performance.now() - next).toBeLessThan(500);
      });
    });

    it('cannot starve others', async () => {
      const cypher = {
        ...GENEROUS,
        timeout: 3_000,
        concurrent: 3,
        concurrentPerAddress: 2,
        queuedPerAddress: 5,
      };
      let ended: Promise<unknown> | undefined;
      await withServer({ cypher, trustProxy: 1 }, async (url) => {
        const from = (address: string) => ({ 'x-forwarded-for': address });
        // A server that has just begun reads what it knows of the database once.
        expect((await post({ statement: 'MATCH (n) RETURN count(n)' }, {}, url)).status).toBe(200);
        const statuses: number[] = [];
        const asked = Array.from({ length: 20 }, async () => {
          const response = await post({ statement: ENDLESS }, from('2001:db8:1:2::1'), url);
          statuses.push(response.status);
          await response.text();
        });
        const greedy = Promise.allSettled(asked);
        await expect.poll(async () => (await openTags()).length, { timeout: 2_000 }).toBe(2);
        const times: number[] = [];
        for (let index = 0; index < 10; index += 1) {
          const started = performance.now();
          const response = await post({ statement: 'MATCH (n) RETURN count(n)' }, from('2001:db8:2::1'), url);
          expect(response.status, `${index}: ${await response.text()}`).toBe(200);
          times.push(performance.now() - started);
        }
        expect(Math.max(...times)).toBeLessThan(1_000);
        // The same customer's other address is the same customer.
        const again = await post({ statement: 'RETURN 1' }, from('2001:db8:1:ff::9'), url);
        expect(again.status).toBe(429);
        expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(0);
        await expect.poll(() => statuses.filter((status) => status === 429).length).toBe(13);
        ended = greedy;
      });
      await ended;
      await expect.poll(openTags, { timeout: 5_000 }).toEqual([]);
    });

    it('are told their limits in standard headers', async () => {
      await withServer({ cypher: { requestsPerMinute: 3, secondsPerMinute: 60 } }, async (url) => {
        const first = await post({ statement: 'RETURN 1' }, {}, url);
        expect(first.headers.get('ratelimit-policy')).toBe('"statements";q=3;w=60, "seconds";q=60;w=60');
        expect(first.headers.get('ratelimit')).toMatch(/^"statements";r=2;t=\d+, "seconds";r=\d+;t=\d+$/);
        await post({ statement: 'nonsense' }, {}, url);
        await post({ statement: 'RETURN 1' }, {}, url);
        const response = await post({ statement: 'RETURN 1' }, {}, url);
        expect(response.status).toBe(429);
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
        expect((await fetch(`${url}/api/graph`)).status).toBe(200);
      });
      await withServer({ cypher: { secondsPerMinute: 1, timeout: 1_500 } }, async (url) => {
        expect((await post({ statement: ENDLESS }, {}, url)).status).toBe(422);
        expect((await post({ statement: 'RETURN 1' }, {}, url)).status).toBe(429);
      });
    });
  });
});
