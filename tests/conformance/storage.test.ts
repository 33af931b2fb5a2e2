import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EntenteError } from '../../server/core/model/errors.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { parseStatement } from '../../server/statements/parse.ts';
import { describeOnEveryEngine, emptyDatabase } from '../setup/engines.ts';

const statement = (text: string, header = '') =>
  parseStatement('read/example', `// Tries.\n${header}// @returns x\n${text}`);
const create = statement('CREATE (n:Thing {id: $id}) RETURN n.id AS id', '// @param id String Id.\n');
const count = statement('MATCH (n:Thing) RETURN count(n) AS count');
const endless = statement(
  'UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b UNWIND range(1, 1000) AS c RETURN count(*) AS x',
);

async function failure(work: Promise<unknown>): Promise<EntenteError> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(EntenteError);
  return error as EntenteError;
}

describeOnEveryEngine('the storage port', (engine) => {
  let database: Database;
  beforeAll(() => {
    database = openNeo4j(engine().connection, { readTimeout: 5_000 });
  });
  beforeEach(() => emptyDatabase(engine()));
  afterAll(() => database.close());

  it('says which product and version it is', async () => {
    expect(await database.about()).toEqual({ product: 'Neo4j', version: engine().version });
  });

  describe('with a weaker user for statements from anybody', () => {
    const weaker = { username: 'stranger', password: 'of-no-great-power' };
    const system = async (text: string, parameters = {}) => {
      const { uri, username, password } = engine().connection;
      const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
      await driver.executeQuery(text, parameters, { database: 'system' }).finally(() => driver.close());
    };
    beforeAll(async () => {
      const create = 'CREATE USER stranger IF NOT EXISTS SET PASSWORD $password CHANGE NOT REQUIRED';
      await system(create, { password: weaker.password });
    });
    afterAll(() => system('DROP USER stranger IF EXISTS'));

    it('runs them, and nothing else, as that user', async () => {
      const weak = openNeo4j(engine().connection, { reader: weaker });
      const who = 'SHOW TRANSACTIONS YIELD username, currentQuery WHERE currentQuery CONTAINS $mark';
      const running = await weak.query(
        `${who} RETURN username`,
        { mark: 'RETURN username' },
        {
          timeout: 5_000,
        },
      );
      expect(await running.next()).toEqual([{ $type: 'String', _value: 'stranger' }]);
      running.close();
      const { rows } = await weak.read(statement(`SHOW TRANSACTIONS YIELD username RETURN username AS x`));
      expect(rows).toEqual([{ x: engine().connection.username }]);
      await weak.close();
    });

    it('names its settings where it is not let in', async () => {
      const wrong = openNeo4j(engine().connection, { reader: { username: 'nobody', password: 'wrong-one' } });
      const error = await failure(
        wrong.query('RETURN 1 AS one', {}, { timeout: 5_000 }).then((it) => it.next()),
      );
      expect(error.code).toBe('database_not_ready');
      expect(error.message).toContain('NEO4J_READ_USERNAME');
      expect((await wrong.read(count)).rows).toEqual([{ count: 0 }]);
      await wrong.close();
    });
  });

  it('gives every kind of value as plain JSON', async () => {
    const values =
      statement(`RETURN 9007199254740993 AS large, 42 AS small, 1.5 AS fraction, true AS truth, null AS nothing,
      [1, 'a', null] AS list, {a: {b: 1}} AS map, date('2025-10-07') AS day, duration('P1DT2H') AS duration,
      datetime('2025-10-07T12:00:00Z') AS moment, localtime('12:00:01') AS time,
      point({longitude: 4.5, latitude: 52}) AS place, 1.0 / 0 AS infinity`);
    const { rows } = await database.read(values);
    expect(rows).toEqual([
      {
        large: '9007199254740993',
        small: 42,
        fraction: 1.5,
        truth: true,
        nothing: null,
        list: [1, 'a', null],
        map: { a: { b: 1 } },
        day: '2025-10-07',
        duration: 'P1DT2H',
        moment: '2025-10-07T12:00:00Z',
        time: '12:00:01',
        place: { srid: 4326, x: 4.5, y: 52 },
        infinity: 'Infinity',
      },
    ]);
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });

  it('gives nodes, edges and paths as plain objects told by their kind', async () => {
    const path = statement("CREATE p = (:A {id: 'a'})-[:T {w: 1}]->(:B) RETURN p AS path");
    const [row] = await database.write(async (transaction) => (await transaction.run(path)).rows);
    expect(row?.path).toMatchObject({
      kind: 'path',
      nodes: [
        { kind: 'node', labels: ['A'], properties: { id: 'a' } },
        { kind: 'node', labels: ['B'] },
      ],
      edges: [{ kind: 'edge', type: 'T', properties: { w: 1 } }],
    });
  });

  it('refuses to write in a read', async () => {
    await failure(database.read(create, { id: 'a' }));
    expect((await database.read(count)).rows).toEqual([{ count: 0 }]);
  });

  it('keeps all of a transaction or nothing', async () => {
    await database.write((transaction) => transaction.run(create, { id: 'a' }));
    await expect(
      database.write(async (transaction) => {
        await transaction.run(create, { id: 'b' });
        throw new Error('on the way');
      }),
    ).rejects.toThrow('on the way');
    expect((await database.read(count)).rows).toEqual([{ count: 1 }]);
  });

  it('tells another version after every write, and the same one without', async () => {
    const before = await database.version();
    expect(await database.version()).toBe(before);
    expect((await database.read(count)).version).toBe(before);
    await database.write((transaction) => transaction.run(create, { id: 'a' }));
    const after = await database.version();
    expect(after).not.toBe(before);
    await database.write((transaction) =>
      transaction.run(statement("MATCH (n:Thing) SET n.name = 'x' RETURN 1 AS x")),
    );
    expect(await database.version()).not.toBe(after);
  });

  it('ends a read at its time limit and serves the next one', async () => {
    const started = Date.now();
    const error = await failure(database.read(endless, {}, { timeout: 500 }));
    expect(error.code).toBe('timeout');
    expect(Date.now() - started).toBeLessThan(4_000);
    expect((await database.read(count)).rows).toEqual([{ count: 0 }]);
  });

  it('ends a read in the database when the reader goes away', async () => {
    const controller = new AbortController();
    const reading = failure(database.read(endless, {}, { signal: controller.signal, timeout: 60_000 }));
    setTimeout(() => controller.abort(), 300);
    await reading;
    const running = statement(
      "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range(1, 10000)' RETURN count(*) AS count",
    );
    await expect.poll(async () => (await database.read(running)).rows[0]?.count, { timeout: 5_000 }).toBe(0);
  });

  it('streams rows and may be left early', async () => {
    const many = statement('UNWIND range(1, 100000) AS number RETURN number');
    const seen: unknown[] = [];
    for await (const row of database.stream(many)) {
      seen.push(row.number);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([1, 2, 3]);
    expect((await database.read(count)).rows).toHaveLength(1);
  });

  it('reaches through indexes where names are written in', async () => {
    await database.define([
      { statement: statement('CREATE CONSTRAINT IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE') },
    ]);
    await database.write((transaction) => transaction.run(create, { id: 'a' }));
    const find = statement(
      'MATCH (n:$any($labels)) WHERE n.id = $id RETURN n.id AS id',
      '// @param labels LABELS L.\n// @param id String I.\n',
    );
    expect((await database.read(find, { labels: ['Thing', 'Other`)'], id: 'a' })).rows).toEqual([
      { id: 'a' },
    ]);
    expect((await database.read(find, { labels: [], id: 'a' })).rows).toEqual([]);
  });

  it('says that the database is not ready when nothing listens', async () => {
    const nowhere = openNeo4j({ ...engine().connection, uri: 'bolt://127.0.0.1:9' });
    const error = await failure(nowhere.read(count));
    await nowhere.close();
    expect(error.code).toBe('database_not_ready');
  });

  it('can be closed twice', async () => {
    const other = openNeo4j(engine().connection);
    await other.read(count);
    await other.close();
    await other.close();
  });
});
