import neo4j from 'neo4j-driver';
import { describe, inject } from 'vitest';
import type { Connection } from '../../server/database/port.ts';
import { ENGINE_VERSIONS } from './engine-versions.ts';

/** A real Neo4j that is running for the tests. */
export interface Engine {
  version: string;
  connection: Connection;
}

/** What became of an engine: its connection, or why it is missing. */
export interface EngineProvision {
  version: string;
  connection?: Connection;
  missing?: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    engines: EngineProvision[];
  }
}

/**
 * A `describe` for each engine. Where one is missing (never under CI) its tests are skipped by name.
 * All files share the engines and run one after the other: begin with {@link emptyDatabase}.
 */
export function describeOnEveryEngine(name: string, tests: (engine: () => Engine) => void): void {
  for (const version of ENGINE_VERSIONS) {
    const provision = inject('engines').find((each) => each.version === version);
    const connection = provision?.connection;
    const title = `${name} on Neo4j ${version}${connection ? '' : ` (missing: ${provision?.missing})`}`;
    describe.skipIf(!connection)(title, () => {
      tests(() => ({ version, connection: connection as Connection }));
    });
  }
}

/** Removes every node, edge, constraint and index (but the lookup indexes a new database has too). */
export async function emptyDatabase({ connection }: Engine): Promise<void> {
  const { uri, username, password } = connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { telemetryDisabled: true });
  const session = driver.session();
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
    const constraints = await session.run('SHOW CONSTRAINTS YIELD name');
    for (const record of constraints.records)
      await session.run(`DROP CONSTRAINT ${quoted(record.get('name'))}`);
    const indexes = await session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'");
    for (const record of indexes.records) await session.run(`DROP INDEX ${quoted(record.get('name'))}`);
  } finally {
    await session.close();
    await driver.close();
  }
}

function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}
