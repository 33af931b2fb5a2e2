import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorBody } from '../../server/core/model/errors.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { describeOnEveryEngine } from '../setup/engines.ts';
import { type Served, serveDatabase } from '../setup/serve.ts';

/** What people get wrong, and what they are told to do. */
const SLIPS: [statement: string, told: RegExp, place?: string][] = [
  ['MATCH (n)\nRETRN n', /“RETRN” is no word of Cypher\. Did you mean RETURN\?/, '2:1'],
  ['RETURN 1 + ', /ends too early/, '1:12'],
  ['MATCH (n:) RETURN n', /“\)” is not allowed here/, '1:10'],
  ['MATCH (n) WHERE n.x = RETURN n', /“n” is not allowed here/, '1:30'],
  ['MATCH (n)', /ends with MATCH, which gives nothing back\. End it with RETURN/, '1:1'],
  ['MATCH (n) RETURN m', /There is no m at this place/, '1:18'],
  ['RETURN $x', /needs a value for \$x/],
  ['RETURN 1 AS a, 2 AS a', /Two columns have the same name/, '1:\\d+'],
  ['RETURN date(1, 2, 3)', /date takes 1 value, and is given 3/, '1:8'],
  ['RETURN size(1)', /This is an Integer; only String or List<T> is allowed here/, '1:13'],
  ["RETURN date('nope')", /“nope” cannot be read as a Date/],
  ['RETURN 1/0', /divided by zero/],
];

describeOnEveryEngine('a slip in a statement', (engine) => {
  let database: Database;
  let served: Served;
  beforeAll(async () => {
    database = openNeo4j(engine().connection);
    served = await serveDatabase(database);
  });
  afterAll(async () => {
    await served.close();
    await database.close();
  });

  it.each(SLIPS)(
    'is told in plain words, then in the words of the database: %s',
    async (statement, told, place) => {
      const response = await fetch(`${served.url}/api/cypher`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ statement }),
      });
      const { error } = errorBody.parse(await response.json());
      expect(response.status, error.message).toBe(400);
      expect(error.message).toMatch(told);
      expect(error.details?.[0]?.message).toMatch(/^The database says: \S/);
      const path = place ? `statement:${place}` : 'statement';
      expect(error.details?.[0]?.path).toMatch(new RegExp(`^${path}$`));
    },
  );
});
