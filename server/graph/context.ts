import type { Context } from '../core/answers/reader.ts';
import { signOf } from '../core/model/style.ts';
import type { ReadDatabase } from '../database/port.ts';
import { unless } from '../database/unless.ts';
import type { Statements } from '../statements/load.ts';
import { readIdentity } from './identity.ts';
import { readSnapshot } from './snapshot.ts';
import { together } from './together.ts';

/** So many labels, and types, are told with each graph. */
const MOST_NAMES = 1_000;

/** Keeps the context of a database, read anew when the data's version has moved. */
export interface ContextKeeper {
  /** The context of the data as it is now; asks the database for its version. */
  current(signal?: AbortSignal): Promise<Context>;
  /** The context last read, without asking; the data may have moved since. */
  latest(): Context | undefined;
}

/** @param timeout milliseconds in which the database has to tell its version */
export function createContextKeeper(
  database: ReadDatabase,
  statements: Statements,
  timeout: number,
): ContextKeeper {
  const askVersion = together(() => database.version({ timeout }));
  let pending: { version: string; context: Promise<Context> } | undefined;
  let latest: Context | undefined;
  return {
    latest: () => latest,
    async current(signal) {
      const asked = askVersion();
      const version = await (signal ? unless(signal, asked) : asked);
      if (latest?.version === version) return latest;
      if (pending?.version !== version) {
        pending = { version, context: readContext(database, statements, version) };
      }
      const mine = pending;
      try {
        latest = await mine.context;
        return latest;
      } finally {
        // A failed reading must not be kept: the next request tries again.
        if (pending === mine) pending = undefined;
      }
    },
  };
}

async function readContext(
  database: ReadDatabase,
  statements: Statements,
  version: string,
): Promise<Context> {
  const identity = await readIdentity(database, statements);
  const snapshot = await readSnapshot(database, statements, version);
  const names = async (statement: string) => {
    const { rows } = await database.read(statements.get(statement));
    return rows.map(({ name }) => String(name));
  };
  const anySign = async () => {
    const { rows } = await database.read(statements.get('describe/any-sign'));
    return rows[0]?.signed === true;
  };
  const labels = (await names('describe/known-labels')).slice(0, MOST_NAMES);
  const types = await names('describe/known-types');
  const isSigned = types.some((type) => signOf(type) !== 0) || (await anySign());
  return { version, snapshot, identity, labels, ...(!isSigned && { types: types.slice(0, MOST_NAMES) }) };
}
