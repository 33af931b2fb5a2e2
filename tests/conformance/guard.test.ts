import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorBody } from '../../server/core/model/errors.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { parseStatement } from '../../server/statements/parse.ts';
import { describeOnEveryEngine, emptyDatabase } from '../setup/engines.ts';
import { type Served, serveDatabase } from '../setup/serve.ts';
import { ATTACK_PARAMETERS, ATTACKS } from './corpus/attacks.ts';
import { HONEST, HONEST_PARAMETERS, WITH_MODE } from './corpus/honest.ts';

const LIBRARY = join(import.meta.dirname, '../../cypher/library');
const GENEROUS = { requestsPerMinute: 1_000_000, secondsPerMinute: 100_000 };

const statement = (text: string) => parseStatement('read/example', `// Tries.\n// @returns x\n${text}`);

/** Whatever an attack could change; also what only the database's owner sees. */
const STATE = [
  'MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id',
  'MATCH ()-[r]->() RETURN elementId(r) AS id, type(r) AS type, properties(r) AS properties ORDER BY id',
  'SHOW INDEXES YIELD name, type, labelsOrTypes, properties RETURN name, type, labelsOrTypes, properties ORDER BY name',
  'SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name',
  'SHOW USERS YIELD user, passwordChangeRequired, suspended RETURN user ORDER BY user',
  'SHOW DATABASES YIELD name, currentStatus, access RETURN name, currentStatus, access ORDER BY name',
  'CALL db.labels() YIELD label RETURN label ORDER BY label',
  'CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey ORDER BY propertyKey',
  'CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType ORDER BY relationshipType',
];

describeOnEveryEngine('the guard', (engine) => {
  let database: Database;
  let served: Served;

  beforeAll(async () => {
    await emptyDatabase(engine());
    database = openNeo4j(engine().connection);
    const define = (text: string) => database.define([{ statement: statement(text) }]);
    await define('CREATE INDEX victim_name FOR (n:Victim) ON (n.name)');
    await define('CREATE FULLTEXT INDEX victims FOR (n:Victim) ON EACH [n.name]');
    await database.write((transaction) =>
      transaction.run(
        statement(`CREATE (a:Victim {name: 'Mara', born: 1964, aliases: ['M'], large: 1000000000000})
          CREATE (b:Other {name: 'Otto', born: 1967}), (c:Victim {name: 'Nora', place: point({x: 1, y: 2})})
          CREATE (a)-[:KNOWS {since: 2000, weight: 0.5}]->(b), (b)-[:LIKES {since: 2010}]->(c), (c)-[:KNOWS]->(a)
          RETURN 1 AS x`),
      ),
    );
    served = await serveDatabase(database, { cypher: GENEROUS });
  });
  afterAll(async () => {
    await served.close();
    await database.close();
  });

  async function digest(): Promise<string> {
    const hash = createHash('sha256').update(await database.version());
    for (const text of STATE) hash.update(JSON.stringify((await database.read(statement(text))).rows));
    return hash.digest('hex');
  }

  async function ask(text: string, parameters: object, mode = 'run') {
    const response = await fetch(`${served.url}/api/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ statement: text, parameters, mode }),
    });
    return { status: response.status, body: await response.json() };
  }

  it('is attacked by at least 150 statements and asked at least 80 honest ones', () => {
    expect(Object.values(ATTACKS).flat().length).toBeGreaterThanOrEqual(150);
    expect(HONEST.length).toBeGreaterThanOrEqual(80);
  });

  describe.each(Object.entries(ATTACKS))('refuses %s', (_, attacks) => {
    it('whether run, planned or profiled, and nothing changes', async () => {
      const before = await digest();
      const admitted: string[] = [];
      for (const attack of attacks) {
        for (const mode of ['run', 'plan', 'profile']) {
          const { status, body } = await ask(attack, ATTACK_PARAMETERS, mode);
          const name = attack.slice(0, 120);
          if (status !== 400) admitted.push(`${mode} ${status}: ${name}`);
          if (status === 400) expect(errorBody.parse(body).error.message.length, name).toBeGreaterThan(15);
        }
      }
      expect(admitted).toEqual([]);
      expect(await digest()).toBe(before);
    }, 120_000);
  });

  it('does not run a write that its plan shows to do nothing', async () => {
    expect((await ask('MATCH (n) WHERE false SET n.x = 1', {})).status).toBe(400);
    expect((await ask('MATCH (n) WHERE false SET n.x = 1', {}, 'profile')).status).toBe(400);
  });

  it('admits every honest reading statement', async () => {
    const refused: string[] = [];
    for (const text of [...HONEST, ...WITH_MODE]) {
      const { status, body } = await ask(text, HONEST_PARAMETERS);
      if (status !== 200) refused.push(`${text}\n  -> ${body.error.message}`);
    }
    expect(refused).toEqual([]);
  }, 120_000);

  it('admits every question of the library', async () => {
    const files = existsSync(LIBRARY) ? readdirSync(LIBRARY).filter((file) => file.endsWith('.cypher')) : [];
    for (const file of files) {
      const name = `library/${file.replace('.cypher', '')}`;
      const { text, parameters } = parseStatement(name, readFileSync(join(LIBRARY, file), 'utf8'));
      const examples = Object.fromEntries(parameters.map((each) => [each.name, each.example ?? null]));
      const { status, body } = await ask(text, examples);
      expect(status, `${file}: ${JSON.stringify(body.error)}`).toBe(200);
    }
  });

  it('checks parameters each time, also of a statement that it knows', async () => {
    const text = 'UNWIND range(1, $count) AS x RETURN count(x) AS n';
    expect((await ask(text, { count: 10 })).status).toBe(200);
    const refused = await ask(text, { count: 100_000_000 });
    expect(refused.status).toBe(400);
    expect(refused.body.error.details[0].path).toBe('statement:1:8');
    const matching = "RETURN 'aaaa' =~ $expression AS matches";
    expect((await ask(matching, { expression: 'a+' })).status).toBe(200);
    expect((await ask(matching, { expression: '(a+)+' })).status).toBe(400);
  });

  it('says what it refused, where, and how to ask instead', async () => {
    const message = async (text: string) => (await ask(text, {})).body.error;
    expect(await message('MATCH (n)\nRETURN range(1, n.large) AS r')).toMatchObject({
      code: 'invalid_request',
      details: [{ path: 'statement:2:8', message: expect.stringContaining('size(…)') }],
    });
    expect((await message('CREATE (n)')).message).toContain('changes the graph');
    expect((await message("LOAD CSV FROM 'x' AS l RETURN l")).message).toContain('UNWIND');
    expect((await message('CALL dbms.listConfig()')).message).toContain('db.labels');
    expect((await message('MATCH (n)\nRETRUN n')).details[0].path).toBe('statement:2:1');
  });
});
