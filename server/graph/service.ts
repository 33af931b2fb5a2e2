import type { Context, Reader } from '../core/answers/reader.ts';
import { EntenteError } from '../core/model/errors.ts';
import type { ReadDatabase, ReadOptions } from '../database/port.ts';
import type { Statements } from '../statements/load.ts';
import { mapInSlices } from '../threads/slices.ts';
import { createContextKeeper, type SetLooks } from './context.ts';

/** What every reading of the graph goes through. */
export interface GraphService {
  /** The context of the data as it is now; costs one round trip when nothing has changed. */
  current(signal?: AbortSignal): Promise<Context>;
  /** The context last read, without asking; undefined before the first. */
  latest(): Context | undefined;
  /**
   * Runs `work` on one version of the data: when a write comes between, it is run again, so that
   * an answer of several reads is never of two states.
   */
  read<T>(
    work: (reader: Reader) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<{ value: T; context: Context }>;
}

/** How often an answer is begun anew because of writes, before one of mixed versions is accepted. */
const TRIES = 3;

class Moved extends Error {}

export function createGraphService(
  database: ReadDatabase,
  statements: Statements,
  limits: { rowLimit: number; readTimeout: number },
  looks: readonly SetLooks[] = [],
): GraphService {
  const keeper = createContextKeeper(database, statements, limits.readTimeout, looks);
  const options = (signal?: AbortSignal): ReadOptions => ({
    timeout: limits.readTimeout,
    ...(signal ? { signal } : {}),
  });

  function readerFor(context: Context, strict: boolean, signal?: AbortSignal): Reader {
    return {
      context,
      rowLimit: limits.rowLimit,
      async rows(name, parameters) {
        const { rows, version } = await database.read(statements.get(name), parameters, options(signal));
        if (strict && version !== context.version) throw new Moved();
        return rows;
      },
      map: mapInSlices,
    };
  }

  const current = (signal?: AbortSignal) => keeper.current(signal);
  return {
    current,
    latest: keeper.latest,
    async read(work, signal) {
      let context = keeper.latest() ?? (await current(signal));
      for (let attempt = 1; attempt <= TRIES; attempt += 1) {
        try {
          return { value: await work(readerFor(context, attempt < TRIES, signal)), context };
        } catch (cause) {
          if (!(cause instanceof Moved)) throw cause;
          context = await current(signal);
        }
      }
      throw new EntenteError('internal', 'The data kept changing while being read. Try again.');
    },
  };
}
