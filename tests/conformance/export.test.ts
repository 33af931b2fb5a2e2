import { join } from 'node:path';
import fc from 'fast-check';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILT_IN_SET, seedFolder } from '../../seed/seed.ts';
import { routes } from '../../server/core/contract/routes.ts';
import { toCypherScript } from '../../server/core/formats/cypher-script.ts';
import { FORMAT_NAMES, FORMATS } from '../../server/core/formats/format.ts';
import { errorBody } from '../../server/core/model/errors.ts';
import type { Graph } from '../../server/core/model/graph.ts';
import type { TypedValue } from '../../server/core/model/typed-value.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { loadStatements } from '../../server/statements/load.ts';
import { hostileGraph } from '../server/core/formats/arbitrary.ts';
import { describeOnEveryEngine, type Engine, emptyDatabase } from '../setup/engines.ts';
import { type Served, serveDatabase } from '../setup/serve.ts';

const PROJECT = join(import.meta.dirname, '../..');

/** Every type that a property can have, at its edges; no ids, odd names, a loop, parallel edges, a lone node. */
const TYPED = String.raw`
CREATE (a:\`Odd \\u005Cu0060 label\`:B {text: 'it\'s "x" \\\\ \\n;\\u241f', empty: '', \`__proto__\`: 'kept', \`a\`\`b\`: true,
  large: 9223372036854775807, small: -9223372036854775808, whole: 3.0, part: 0.1, minus: -0.0, far: 1e300,
  nan: 0.0/0.0, infinite: -1.0/0.0, n: 1})
CREATE (b {day: date('2025-10-07'), bc: date('-0044-03-15'), far: date('+12025-01-01'),
  time: time('12:30:00.000000001+01:30'), local: localtime('23:59:59.5'),
  zoned: datetime('2025-10-26T02:30:00+01:00[Europe/Paris]'), offset: datetime('2025-10-26T02:30:00-03:00'),
  stamp: localdatetime('2025-10-26T02:30:00.123'), long: duration('P1Y2M-3DT4H-5.5S'), none: duration('PT0S')})
CREATE (c:C {place: point({longitude: 4.9, latitude: 52.4}), high: point({longitude: 4.9, latitude: 52.4, height: -2}),
  flat: point({x: 1, y: -0.0}), deep: point({x: 1, y: 2, z: 1e-9})})
CREATE (d:C {texts: ['', 'a', '␝', '␞'], one: [''], nothing: [], wholes: [1.0, 2.5], numbers: [1, -9223372036854775808],
  flags: [true, false], days: [date('2025-10-07')], places: [point({x: 1, y: 2}), point({x: 3, y: 4})],
  lengths: [duration('P1D'), duration('PT1S')], floats: [0.0/0.0, 1.0]})
CREATE (e)
CREATE (a)-[:\`SAYS; "so"\` {on: date('2025-10-07'), n: 9007199254740993}]->(b), (a)-[:\`SAYS; "so"\`]->(b), (b)-[:T]->(a), (c)-[:T]->(c)
`
  .replaceAll('\\`', '`')
  .replaceAll('\\\\', '\\');

describeOnEveryEngine('a graph taken away', (engine) => {
  let database: Database;
  let served: Served;
  beforeAll(() => {
    database = openNeo4j(engine().connection);
  });
  afterAll(() => database.close());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(served.url + path, { headers });
  const exported = async (format: string) => (await get(`/api/export?format=${format}`)).text();

  describe('the built-in data', () => {
    beforeAll(async () => {
      await emptyDatabase(engine());
      const statements = loadStatements(join(PROJECT, 'cypher'), 'seed');
      await seedFolder(database, statements, join(PROJECT, 'seed/data', BUILT_IN_SET));
      served = await serveDatabase(database);
    });
    afterAll(() => served.close());

    it.each(FORMAT_NAMES)('is a file to keep as %s, and is not sent twice', async (format) => {
      const response = await get(`/api/export?format=${format}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')?.split(';')[0]).toBe(FORMATS[format].mediaType);
      const { extension } = FORMATS[format];
      expect(response.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="entente-[\\w-]+\\.${extension}"$`),
      );
      expect(response.headers.get('entente-truncated')).toBe('false');
      const etag = response.headers.get('etag') ?? '';
      const again = await get(`/api/export?format=${format}`, { 'if-none-match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
      const other = format === 'gexf' ? 'graphml' : 'gexf';
      expect((await get(`/api/export?format=${other}`, { 'if-none-match': etag })).status).toBe(200);
      const [first, second] = [response, await get(`/api/export?format=${format}`)];
      expect(Buffer.from(await first.arrayBuffer()).equals(Buffer.from(await second.arrayBuffer()))).toBe(
        true,
      );
    });

    it('is the same graph as /api/graph, by the same filters', async () => {
      const filters = 'type=SUPPORTS&type=OPPOSES&confidence=stated';
      const graph = await (await get(`/api/graph?${filters}`)).json();
      expect(await (await get(`/api/export?format=json&${filters}`)).json()).toEqual(graph);
      expect(routes.export.answer.parse(graph).edges.length).toBeGreaterThan(0);
      const keys = graph.nodes.map((node: Graph['nodes'][number]) => `id="${node.key}"`);
      const gexf = await (await get(`/api/export?format=gexf&${filters}`)).text();
      expect(gexf.match(/<node id="[^"]*"/g)?.map((each) => each.slice(6))).toEqual(keys);
    });

    it('says in header and file when a limit cut it', async () => {
      for (const format of ['gexf', 'graphml', 'cypher']) {
        const response = await get(`/api/export?format=${format}&limit=5`);
        expect(response.headers.get('entente-truncated')).toBe('true');
        expect(await response.text()).toContain('Cut off at a limit');
      }
    });

    it('is refused in a format that there is not, or none, by name', async () => {
      for (const [path, told] of [
        ['/api/export?format=xls', /xls.*gexf, graphml, csv, json, cypher/],
        ['/api/export', /format is missing/],
        ['/api/export?format=gexf&type=NO_SUCH', /NO_SUCH/],
      ] as const) {
        const response = await get(path);
        expect(response.status).toBe(400);
        const { error } = errorBody.parse(await response.json());
        expect(error.code).toBe('invalid_request');
        expect(error.message).toMatch(told);
        expect(response.headers.get('content-disposition')).toBeNull();
      }
    });

    it('is rebuilt by its script, and again after a run that broke off', async () => {
      const before = await digest(database);
      const script = await exported('cypher');
      await emptyDatabase(engine());
      await run(engine(), script, 5);
      await run(engine(), script);
      expect(await digest(database)).toEqual(before);
      expect(await leftovers(database)).toEqual([]);
    });
  });

  describe("somebody else's data", () => {
    beforeAll(async () => {
      await emptyDatabase(engine());
      served = await serveDatabase(database);
    });
    afterAll(() => served.close());

    it('keep every type through the script', async () => {
      await run(engine(), `${TYPED.replaceAll('\n', ' ')};`);
      const before = await digest(database);
      expect(before.join()).toContain('ZonedDateTime');
      const script = await exported('cypher');
      await emptyDatabase(engine());
      await run(engine(), script);
      expect(await digest(database)).toEqual(before);
      expect(await leftovers(database)).toEqual([]);
    });

    it('come back from the script whatever they are called and hold', async () => {
      const graphs = fc.array(hostileGraph, { minLength: 8, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(graphs, async (all) => {
          const graph = together(all.map((each) => each.graph));
          await run(engine(), 'MATCH (n) DETACH DELETE n;');
          await run(engine(), [...toCypherScript(graph)].join(''));
          expect(essence(JSON.parse(await exported('json')))).toEqual(essence(graph));
        }),
        // A failure is shown as it is found: making it smaller would take minutes.
        { numRuns: 2, endOnFailure: true },
      );
    }, 120_000);
  });
});

/** Graphs side by side: a script of many costs little more than one of few. */
function together(graphs: readonly Graph[]): Graph {
  const [first] = graphs as [Graph, ...Graph[]];
  const nodes = graphs.flatMap((graph, at) =>
    graph.nodes.map((node) => ({ ...node, key: `${at} ${node.key}` })),
  );
  const edges = graphs.flatMap((graph, at) =>
    graph.edges.map((edge) => ({ ...edge, source: `${at} ${edge.source}`, target: `${at} ${edge.target}` })),
  );
  return { ...first, nodes, edges };
}

/** Runs a script as cypher-shell would: what no `//` begins, up to each semicolon at the end of a line. */
async function run(
  { connection }: Engine,
  script: string,
  statements = Number.POSITIVE_INFINITY,
): Promise<void> {
  const { uri, username, password } = connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { telemetryDisabled: true });
  const session = driver.session();
  try {
    const lines = script.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('//'));
    for (const line of lines.slice(0, statements)) {
      expect(line.endsWith(';')).toBe(true);
      await session.run(line.slice(0, -1));
    }
  } finally {
    await session.close();
    await driver.close();
  }
}

/** All nodes and edges with their types, without what a database numbers by itself. */
async function digest(database: Database): Promise<string[]> {
  const all: string[] = [];
  for (const text of [
    'MATCH (n) RETURN labels(n) AS labels, properties(n) AS own',
    'MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(r) AS own, properties(a) AS a, properties(b) AS b',
  ]) {
    const query = await database.query(text, {}, { timeout: 10_000 });
    for (let row = await query.next(); row; row = await query.next()) all.push(canonical(row));
    query.close();
  }
  return all.sort();
}

function canonical(row: TypedValue[] | object): string {
  return JSON.stringify(row, (key, value) => {
    if (key === '' || value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  });
}

async function leftovers(database: Database): Promise<unknown> {
  const query = await database.query(
    "MATCH (n) WHERE any(each IN labels(n) + keys(n) WHERE each STARTS WITH 'EntenteImport') RETURN n",
    {},
    { timeout: 10_000 },
  );
  const row = await query.next();
  query.close();
  return row ?? [];
}

/** What a script can restore of a graph, in no order; a type is told only where it cannot be seen. */
function essence({ nodes, edges }: Graph): unknown {
  const own = ({
    properties,
    propertyTypes = {},
  }: Graph['nodes'][number]['attributes'] | Graph['edges'][number]['attributes']) =>
    Object.entries(properties)
      .map(([name, value]) => {
        const plain = [value].flat().every((each) => typeof each === 'number' && !Number.isInteger(each));
        const type = !plain && Object.hasOwn(propertyTypes, name) ? propertyTypes[name] : undefined;
        return [name, value, type];
      })
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  const node = new Map(
    nodes.map(({ key, attributes }) => [key, [[...attributes.labels].sort(), own(attributes)]]),
  );
  return {
    nodes: [...node.values()].map((each) => JSON.stringify(each)).sort(),
    edges: edges
      .map(({ source, target, attributes }) =>
        JSON.stringify([attributes.type, own(attributes), node.get(source), node.get(target)]),
      )
      .sort(),
  };
}
