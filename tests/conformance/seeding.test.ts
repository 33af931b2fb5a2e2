import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { BUILT_IN_SET, seedFolder } from '../../seed/seed.ts';
import { EntenteError } from '../../server/core/model/errors.ts';
import type { Row } from '../../server/core/model/rows.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { loadStatements } from '../../server/statements/load.ts';
import { parseStatement } from '../../server/statements/parse.ts';
import { describeOnEveryEngine, emptyDatabase } from '../setup/engines.ts';

const PROJECT = join(import.meta.dirname, '../..');
const BUILT_IN = join(PROJECT, 'seed/data', BUILT_IN_SET);
const statements = loadStatements(join(PROJECT, 'cypher'), 'seed');
const statement = (text: string) => parseStatement('read/example', `// Tries.\n// @returns x\n${text}`);

describeOnEveryEngine('seeding', (engine) => {
  let database: Database;
  let folder: string;
  beforeAll(() => {
    database = openNeo4j(engine().connection);
  });
  beforeEach(async () => {
    await emptyDatabase(engine());
    folder = mkdtempSync(join(tmpdir(), 'entente-set-'));
    cpSync(BUILT_IN, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  afterAll(() => database.close());

  const seed = (options = {}) => seedFolder(database, statements, folder, options);
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  const run = async (text: string): Promise<Row[]> =>
    database.write(async (transaction) => (await transaction.run(statement(text))).rows);
  const everything = async () =>
    JSON.stringify(
      await run(`MATCH (n) OPTIONAL MATCH (n)-[r]->(m)
        RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties, elementId(r) AS edge, type(r) AS type,
          properties(r) AS evidence, elementId(m) AS to ORDER BY id, edge`),
    );

  it('loads the built-in set, every node and edge with its evidence', async () => {
    const { dataSet, plan } = await seed();
    const edges = await run(
      'MATCH (a)-[r]->(b) RETURN a.id AS from, type(r) AS type, b.id AS to, properties(r) AS evidence',
    );
    expect(edges).toHaveLength(dataSet.edges.length);
    for (const edge of dataSet.edges) {
      const stored = edges.find((each) => (each.evidence as Row).id === edge.id);
      const { from, to, type, ...evidence } = edge;
      expect(stored).toMatchObject({ from, to, type, evidence: JSON.parse(JSON.stringify(evidence)) });
    }
    const [count] = await run('MATCH (n) RETURN count(n) AS nodes, count(DISTINCT n.id) AS ids');
    expect(count).toEqual({ nodes: plan.nodes.create.length, ids: plan.nodes.create.length });
  });

  it('changes nothing when it is run again, and says so', async () => {
    await seed();
    const before = await everything();
    const { plan } = await seed();
    expect(plan.nodes).toMatchObject({ create: [], update: [], remove: [] });
    expect(plan.edges).toMatchObject({ create: [], update: [], remove: [] });
    expect(await everything()).toBe(before);
  });

  it('only says what would change in a dry run', async () => {
    const { plan } = await seed({ dryRun: true });
    expect(plan.edges.create.length).toBeGreaterThan(50);
    expect(await run('MATCH (n) RETURN count(n) AS count')).toEqual([{ count: 0 }]);
    expect(await run('SHOW CONSTRAINTS YIELD name RETURN name')).toEqual([]);
  });

  it('takes what was removed from the set out of the database, and updates what was changed', async () => {
    const { dataSet } = await seed();
    const gone = dataSet.edges[0] as { id: string; claim: string };
    const changed = dataSet.edges[1] as { id: string; claim: string };
    edit('edges.yaml', (text) =>
      text
        .replace(new RegExp(`- id: ${gone.id}\\n(?: {2}.*\\n)+`), '')
        .replace(changed.claim, 'A new claim.'),
    );
    const { plan } = await seed();
    expect(plan.edges).toMatchObject({ create: [], update: [{ id: changed.id }], remove: [gone.id] });
    const rows = await run('MATCH ()-[r]->() RETURN r.id AS id, r.claim AS claim');
    expect(rows.map((row) => row.id)).not.toContain(gone.id);
    expect(rows).toContainEqual({ id: changed.id, claim: 'A new claim.' });
  });

  it('removes a node with its edges, and repairs what was altered by hand', async () => {
    await seed();
    const before = await everything();
    await run(
      'MATCH (a)-[r]->(b) WITH r ORDER BY r.id LIMIT 3 SET r.claim = "altered", r.extra = 1 RETURN 1 AS x',
    );
    await run('MATCH (n:Person) SET n:State, n.name = "altered" RETURN 1 AS x');
    const { plan } = await seed();
    expect(plan.nodes.update.length).toBeGreaterThan(0);
    expect(plan.edges.update).toHaveLength(3);
    expect(await everything()).toBe(before);
  });

  it('never touches nodes and edges that it did not load', async () => {
    await run(`CREATE (a:Person {id: 'mine', name: 'Mine'})-[:KNOWS {since: 1}]->(:Thing) RETURN 1 AS x`);
    await seed();
    await run(
      "MATCH (mine:Person {id: 'mine'}), (n:Actor) WHERE n.id <> 'mine' WITH mine, n LIMIT 1 CREATE (mine)-[:KNOWS]->(n) RETURN 1 AS x",
    );
    await seed();
    expect(
      await run("MATCH (a {id: 'mine'})-[r]->(b) RETURN count(r) AS count, properties(a) AS properties"),
    ).toEqual([{ count: 2, properties: { id: 'mine', name: 'Mine' } }]);
  });

  it('refuses to take over an id that is in use, and then writes nothing', async () => {
    const taken = /- id: (\S+)/.exec(readFileSync(join(folder, 'actors.yaml'), 'utf8'))?.[1];
    await run(`CREATE (:Actor {id: '${taken}'}) RETURN 1 AS x`);
    const error = await seed().catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(EntenteError);
    expect((error as EntenteError).details.map((each) => each.path)).toEqual([taken]);
    expect(await run('MATCH (n) RETURN count(n) AS count')).toEqual([{ count: 1 }]);
  });

  it('refuses to remove a node that somebody tied an edge to, and then writes nothing', async () => {
    await seed();
    await run(
      "CREATE (m:Mine) WITH m MATCH (r:Group {id: 'reporters'}) CREATE (m)-[:READS]->(r) RETURN 1 AS x",
    );
    const before = await everything();
    edit('actors.yaml', (text) => text.replace(/- id: reporters\n(?: {2}.*\n)+/, ''));
    edit('edges.yaml', (text) => text.replace(/- id: \S+\n {2}from: reporters\n(?: {2}.*\n)+/g, ''));
    const error = await seed().catch((cause: unknown) => cause);
    expect((error as EntenteError).details).toEqual([expect.objectContaining({ path: 'reporters' })]);
    expect(await everything()).toBe(before);
  });

  it('writes nothing at all when any part of the set is at fault', async () => {
    edit('edges.yaml', (text) => text.replace(/to: \S+/, 'to: nobody'));
    await expect(seed()).rejects.toThrow(/nothing was written/);
    expect(await run('MATCH (n) RETURN count(n) AS count')).toEqual([{ count: 0 }]);
  });

  it('leaves nothing half-written when it is cancelled on the way', async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    await expect(seed({ onProgress, signal: controller.signal })).rejects.toThrow(/cancelled/);
    expect(await run('MATCH (n) RETURN count(n) AS count')).toEqual([{ count: 0 }]);
  });

  it('does not mix two that run at once', async () => {
    const plans = await Promise.all([seed(), seed(), seed()]);
    const created = plans.filter(({ plan }) => plan.nodes.create.length > 0);
    expect(created).toHaveLength(1);
    const before = await everything();
    await seed();
    expect(await everything()).toBe(before);
    expect(await run("MATCH (n {id: 'seeding-lock'}) RETURN count(n) AS count")).toEqual([{ count: 0 }]);
  });

  it('brings constraints for every label and relationship type', async () => {
    const { dataSet } = await seed();
    const rows = await run(
      "SHOW CONSTRAINTS YIELD labelsOrTypes, properties WHERE properties = ['id'] RETURN labelsOrTypes[0] AS name",
    );
    const names = rows.map((row) => row.name);
    expect(names).toEqual(
      expect.arrayContaining(['Actor', 'Event', 'Issue', 'Source', ...dataSet.types.map(({ type }) => type)]),
    );
  });
});
