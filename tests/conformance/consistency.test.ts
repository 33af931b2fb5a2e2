import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Reader } from '../../server/core/answers/reader.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { createGraphService } from '../../server/graph/service.ts';
import { loadStatements } from '../../server/statements/load.ts';
import { parseStatement } from '../../server/statements/parse.ts';
import { describeOnEveryEngine, emptyDatabase } from '../setup/engines.ts';

const statements = loadStatements(join(import.meta.dirname, '../../cypher'), 'server');
const create = parseStatement('write/example', '// Adds.\n// @returns x\nCREATE (n:Thing) RETURN 1 AS x');

describeOnEveryEngine('an answer of several reads', (engine) => {
  let database: Database;
  beforeAll(() => {
    database = openNeo4j(engine().connection);
  });
  beforeEach(() => emptyDatabase(engine()));
  afterAll(() => database.close());

  const service = () => createGraphService(database, statements, { rowLimit: 100, readTimeout: 10_000 });
  const add = () => database.write((transaction) => transaction.run(create));
  const count = async (reader: Reader) => Number((await reader.rows('describe/counts'))[0]?.nodes);

  it('is begun anew when somebody writes in between, so that it is never of two states', async () => {
    let attempts = 0;
    const { value, context } = await service().read(async (reader) => {
      attempts += 1;
      const before = await count(reader);
      if (attempts === 1) await add();
      return [before, await count(reader)];
    });
    expect(value).toEqual([1, 1]);
    expect(attempts).toBe(2);
    expect(context.version).toBe(await database.version());
  });

  it('is given in the end even while somebody writes all the time', async () => {
    const { value } = await service().read(async (reader) => {
      const before = await count(reader);
      await add();
      return (await count(reader)) - before;
    });
    expect(value).toBe(1);
  });
});
