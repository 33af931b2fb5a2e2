import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type RouteName, routes } from '../../server/core/contract/routes.ts';
import type { Row } from '../../server/core/model/rows.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { parseStatement } from '../../server/statements/parse.ts';
import { describeOnEveryEngine, emptyDatabase } from '../setup/engines.ts';
import { type Served, serveDatabase } from '../setup/serve.ts';

const statement = (text: string) => parseStatement('read/example', `// Tries.\n// @returns x\n${text}`);

/** Of the same form as Neo4j's public movies example: no ids, other labels, lists and numbers on edges. */
const MOVIES = `
CREATE (matrix:Movie {title: 'The Matrix', released: 1999, tagline: 'Welcome to the Real World'})
CREATE (speed:Movie {title: 'Speed Racer', released: 2008})
CREATE (keanu:Person {name: 'Keanu Reeves', born: 1964}), (carrie:Person {name: 'Carrie-Anne Moss', born: 1967})
CREATE (lana:Person {name: 'Lana Wachowski', born: 1965}), (critic:Person {born: date('1970-01-01'), nick: 'The critic'})
CREATE (keanu)-[:ACTED_IN {roles: ['Neo']}]->(matrix), (carrie)-[:ACTED_IN {roles: ['Trinity']}]->(matrix)
CREATE (lana)-[:DIRECTED]->(matrix), (lana)-[:DIRECTED]->(speed), (lana)-[:PRODUCED]->(speed)
CREATE (critic)-[:REVIEWED {rating: 95, summary: 'A <b>bold</b> film', since: date('1999-04-01')}]->(matrix)
CREATE (critic)-[:FOLLOWS]->(critic), (:\`Odd label\` {id: 7, flag: true})`;

describeOnEveryEngine("somebody else's database", (engine) => {
  let database: Database;
  let served: Served;
  let before: string;
  const run = async (text: string): Promise<Row[]> => (await database.read(statement(text))).rows;
  const digest = async () =>
    JSON.stringify([
      await run(
        'MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id',
      ),
      await run('MATCH ()-[r]->() RETURN elementId(r) AS id, properties(r) AS properties ORDER BY id'),
      await run(
        'SHOW INDEXES YIELD name, type, labelsOrTypes RETURN name, type, labelsOrTypes ORDER BY name',
      ),
      await run('SHOW CONSTRAINTS YIELD name RETURN name'),
      await database.version(),
    ]);

  beforeAll(async () => {
    await emptyDatabase(engine());
    database = openNeo4j(engine().connection);
    await database.write((transaction) => transaction.run(statement(MOVIES)));
    before = await digest();
    served = await serveDatabase(database);
  });
  afterAll(async () => {
    await served.close();
    await database.close();
  });

  async function ask<N extends RouteName>(name: N, path: string): Promise<Answer<N>> {
    const response = await fetch(served.url + path);
    const body = await response.json();
    expect(response.status, JSON.stringify(body)).toBe(200);
    return routes[name].answer.parse(body) as Answer<N>;
  }

  it('is explored by its own labels, types and properties', async () => {
    const schema = await ask('schema', '/api/schema');
    expect(schema.labels.map(({ label, count }) => [label, count])).toEqual([
      ['Movie', 2],
      ['Odd label', 1],
      ['Person', 4],
    ]);
    expect(schema.relationshipTypes.map(({ type, sign, count }) => [type, sign, count])).toEqual([
      ['ACTED_IN', 0, 2],
      ['DIRECTED', 0, 2],
      ['FOLLOWS', 0, 1],
      ['PRODUCED', 0, 1],
      ['REVIEWED', 0, 1],
    ]);
    expect(schema.relationshipTypes[0]?.properties).toEqual([{ key: 'roles', types: ['StringArray'] }]);
  });

  it('says which types it has where none has a sign, by which edges are coloured, however it is filtered', async () => {
    const types = ['ACTED_IN', 'DIRECTED', 'FOLLOWS', 'PRODUCED', 'REVIEWED'];
    expect((await ask('graph', '/api/graph')).attributes.types).toEqual(types);
    expect((await ask('graph', '/api/graph?type=DIRECTED')).attributes.types).toEqual(types);
  });

  it('is keyed by elementId and captioned by what its nodes hold', async () => {
    const graph = await ask('graph', '/api/graph');
    expect(graph.nodes.map((node) => node.attributes.caption).sort()).toEqual(
      [
        'Carrie-Anne Moss',
        'Keanu Reeves',
        'Lana Wachowski',
        'Speed Racer',
        'The Matrix',
        'The critic',
        graph.nodes.find((node) => node.attributes.labels[0] === 'Odd label')?.key,
      ].sort(),
    );
    expect(graph.nodes.every((node) => node.key.includes(':'))).toBe(true);
    expect(graph.edges).toHaveLength(7);
  });

  it('is walked, searched, filtered and timed like any other', async () => {
    const { hits } = await ask('search', '/api/search?q=matrx');
    const matrix = hits[0]?.key as string;
    expect(hits[0]?.caption).toBe('The Matrix');
    expect(hits[0]?.matched.property).toBe('title');
    expect((await ask('node', `/api/nodes/${matrix}`)).edgeCounts).toEqual(
      expect.arrayContaining([{ type: 'ACTED_IN', direction: 'in', sign: 0, count: 2 }]),
    );
    const ego = await ask('neighbourhood', `/api/nodes/${matrix}/neighbourhood?type=ACTED_IN`);
    expect(ego.nodes).toHaveLength(3);
    const key = ego.edges[0]?.key as string;
    expect((await ask('edge', `/api/edges/${key}`)).to.key).toBe(matrix);
    const keanu = (await ask('search', '/api/search?q=keanu')).hits[0]?.key;
    const speed = (await ask('search', '/api/search?q=speed')).hits[0]?.key;
    const { paths } = await ask('paths', `/api/paths?from=${keanu}&to=${speed}&all=true`);
    expect(paths.map((path) => path.edges.length)).toEqual([3, 3]);
    expect((await ask('graph', '/api/graph?label=Movie')).nodes).toHaveLength(2);
    const timeline = await ask('timeline', '/api/timeline?unit=day');
    expect(timeline).toMatchObject({ bins: [{ date: '1999-04-01', total: 1 }], undated: 6 });
  });

  it('has a node whose edge leads to itself', async () => {
    const critic = (await ask('search', '/api/search?q=critic')).hits[0]?.key;
    const { edgeCounts, node } = await ask('node', `/api/nodes/${critic}`);
    expect(
      edgeCounts.filter((each) => each.type === 'FOLLOWS').reduce((sum, each) => sum + each.count, 0),
    ).toBe(1);
    expect(node.attributes.degree).toBe(2);
  });

  it('uses an id as key only where a constraint makes it unique', async () => {
    await database.define([
      { statement: statement('CREATE CONSTRAINT city_id FOR (n:City) REQUIRE n.id IS UNIQUE') },
    ]);
    await database.define([
      { statement: statement('CREATE CONSTRAINT town_id FOR (n:Town) REQUIRE n.id IS UNIQUE') },
    ]);
    const write = (text: string) => database.write((transaction) => transaction.run(statement(text)));
    await write("CREATE (:City {id: 'delft', name: 'Delft'})-[:NEAR]->(:Village {id: 'x'})");
    expect((await ask('node', '/api/nodes/delft')).node.key).toBe('delft');
    const graph = await ask('graph', '/api/graph?label=Village');
    expect(graph.nodes[0]?.key).toContain(':');
    await write("CREATE (:Town {id: 'delft', name: 'Another'})");
    expect(
      (await ask('graph', '/api/graph?label=City&label=Town')).nodes.map((node) => node.key.includes(':')),
    ).toEqual([true, true]);
    await write('MATCH (n) WHERE n:City OR n:Town OR n:Village DETACH DELETE n');
    for (const name of ['city_id', 'town_id'])
      await database.define([{ statement: statement(`DROP CONSTRAINT ${name}`) }]);
  });

  it('is left exactly as it was, without even an index', async () => {
    const state = (text: string) => JSON.stringify((JSON.parse(text) as unknown[]).slice(0, 4));
    expect(state(await digest())).toBe(state(before));
  });
});
