import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNeo4j } from '../../../server/database/neo4j.ts';
import type { Database } from '../../../server/database/port.ts';
import { createGraphService } from '../../../server/graph/service.ts';
import { createPictureReader } from '../../../server/pictures/read-view.ts';
import { loadStatements } from '../../../server/statements/load.ts';
import { describeOnEveryEngine, emptyDatabase } from '../../setup/engines.ts';
import { type Served, serveDatabase } from '../../setup/serve.ts';

const PROJECT = join(import.meta.dirname, '../../..');

/** Nodes from one number to another, of which the first ten of all stand around `actor-0`. */
const FILL = `
UNWIND range($from, $to - 1) AS at
CREATE (node:Actor {id: 'actor-' + at, name: 'Actor ' + at})
WITH node, at WHERE at > 0 AND at <= 10
MATCH (middle:Actor {id: 'actor-0'})
CREATE (node)-[:SUPPORTS {id: 'edge-' + at}]->(middle)`;

describeOnEveryEngine('pictures of databases too large to be laid out whole', (engine) => {
  let database: Database;
  let served: Served;
  beforeAll(async () => {
    await emptyDatabase(engine());
    database = openNeo4j(engine().connection);
    served = await serveDatabase(database);
  });
  afterAll(async () => {
    await served.close();
    await database.close();
  });

  const run = async (text: string, parameters: object = {}) => {
    const { uri, username, password } = engine().connection;
    const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { telemetryDisabled: true });
    await driver.executeQuery(text, parameters);
    await driver.close();
  };
  const fill = (from: number, to: number) => run(FILL, { from: neo4j.int(from), to: neo4j.int(to) });
  const ask = async (path: string) => (await fetch(served.url + path)).status;
  const around = 'focus=actor-0&depth=1';

  it('draws no still of a part where an embed lays out a whole that stills do not', async () => {
    await run('CREATE CONSTRAINT FOR (n:Actor) REQUIRE n.id IS UNIQUE');
    await fill(0, 1);
    await fill(1, 400);
    expect(await ask(`/embed.svg?${around}`)).toBe(404);
    expect(await ask(`/picture.pdf?${around}`)).toBe(200);
  }, 60_000);

  it('draws a view of a few in a database of many, where an embed too lays out what is shown', async () => {
    await fill(400, 2_001);
    expect(await ask(`/embed.svg?${around}`)).toBe(200);
    expect(await ask('/embed.svg')).toBe(404);
    expect(await ask(`/picture.pdf?${around}`)).toBe(200);
    expect(await ask('/picture.pdf')).toBe(200);
  }, 120_000);

  it('reads a large database not once to draw a few of it', async () => {
    const service = createGraphService(database, loadStatements(join(PROJECT, 'cypher'), 'server'), {
      ...{ rowLimit: 100_000, readTimeout: 10_000 },
    });
    const { value: read } = await service.read((reader) =>
      createPictureReader(reader, 100_000)({ focus: ['actor-0'], depth: 1 }),
    );
    expect(read.base.nodes).toHaveLength(11);
    expect(read).toMatchObject({ isWhole: false, isComplete: true });
  });
});
