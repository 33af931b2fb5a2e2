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

/** The rules by which a data set is drawn where a view has none of its own. */
export interface SetLooks {
  dataSet: string;
  rules: readonly string[];
}

/** Keeps the context of a database, read anew when the data's version has moved. */
export interface ContextKeeper {
  /** The context of the data as it is now; asks the database for its version. */
  current(signal?: AbortSignal): Promise<Context>;
  /** The context last read, without asking; the data may have moved since. */
  latest(): Context | undefined;
}

/**
 * @param timeout milliseconds in which the database has to tell its version
 * @param sets Rules of data sets, for those that the database holds.
 */
export function createContextKeeper(
  database: ReadDatabase,
  statements: Statements,
  timeout: number,
  sets: readonly SetLooks[] = [],
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
        pending = { version, context: readContext(database, statements, version, sets) };
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
  sets: readonly SetLooks[],
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
  const looks = await looksOf(database, statements, sets);
  return {
    ...{ version, snapshot, identity, labels },
    ...(!isSigned && { types: types.slice(0, MOST_NAMES) }),
    ...(looks.length > 0 && { looks }),
  };
}

/** The rules of those data sets that the database holds. */
async function looksOf(
  database: ReadDatabase,
  statements: Statements,
  sets: readonly SetLooks[],
): Promise<string[]> {
  if (sets.length === 0) return [];
  const ids = sets.map(({ dataSet }) => dataSet);
  const { rows } = await database.read(statements.get('describe/data-sets'), { ids });
  const held = new Set(rows.map(({ id }) => id));
  return sets.filter(({ dataSet }) => held.has(dataSet)).flatMap(({ rules }) => rules);
}
