import { describe, expect, it } from 'vitest';
import { runScript, statementsOf } from '../../../seed/script/run.ts';
import { openNeo4j } from '../../../server/database/neo4j.ts';
import { describeOnEveryEngine, emptyDatabase } from '../../setup/engines.ts';

const file = 'films.cypher';

describe('the statements of a script', () => {
  const faultsOf = (text: string) => {
    try {
      return statementsOf({ file, text });
    } catch (error) {
      return (error as { details: { path: string; message: string }[] }).details.map(
        ({ path, message }) => `${path} ${message}`,
      );
    }
  };

  it('may not be commands of the workbench, each told with its line', () => {
    expect(faultsOf('RETURN 1;\n:param x => 1\n:clear\n')).toEqual([
      expect.stringMatching(/^films\.cypher:2 is a command of the workbench \(:param\)/),
      expect.stringMatching(/^films\.cypher:3 .*\(:clear\)/),
    ]);
  });

  it('may not be none', () => {
    expect(faultsOf('// nothing\n;')).toEqual([expect.stringMatching(/^films\.cypher holds no statement/)]);
  });
});

describeOnEveryEngine('a script of somebody’s own', (engine) => {
  it('runs statement by statement, and stops at the first fault with its place', async () => {
    await emptyDatabase(engine());
    const database = openNeo4j(engine().connection);
    const lines: string[] = [];
    const run = (text: string) => runScript(database, { file, text }, (line) => lines.push(line));
    try {
      await run(`// Films; and who is in them
CREATE (a:Film {name: 'One; two'})
CREATE (a)<-[:ACTS_IN]-(:Actor {name: "B"});

MATCH (n) RETURN n.name;`);
      expect(lines).toEqual([
        'films.cypher:2  2 nodes created, 1 edge created, 2 properties set',
        'films.cypher:5  2 rows returned',
      ]);
      await expect(run('CREATE (:Film);\nMATCH (n)\n  RETRUN n;\nCREATE (:Film);')).rejects.toMatchObject({
        // The place in the file alone, and none that is counted from the statement.
        message: expect.stringMatching(/^Statement 2 of 3 failed: (?!.*\(line).*What ran before it stays\.$/),
        details: [{ path: expect.stringMatching(/^films\.cypher:3:\d+$/) }],
      });
      await expect(run('RETURN 1; RETRUN 2;')).rejects.toMatchObject({
        details: [{ path: 'films.cypher:1:11' }],
      });
      await run('MATCH (n:Film) RETURN n;');
      expect(lines.at(-1)).toBe('films.cypher:1  2 rows returned');
    } finally {
      await database.close();
    }
  });
});
