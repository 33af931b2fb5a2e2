import { EntenteError } from '../../core/model/errors.ts';
import type { DatabaseSource } from './services.ts';

/** A folder or file by its whole path, of either kind of system; what follows `//` is an address. */
const PATH = /(?<![\w:/\\.~])(?:[A-Za-z]:[\\/]|\/)(?:[^\s/\\:'"`<>|]+[\\/])*([^\s/\\:'"`<>|]+)/g;

/** Where something lies, as its folder on this machine is called to people who are not at it. */
export type Place = readonly [folder: string, name: string];

/**
 * What is told of a database without where this machine keeps it: paths name its user and what else is on it. Those of
 * the terminal, who are at the machine, are told all.
 *
 * @param places Folders that are told by a name of their own; of every other path its last part is.
 */
export function withoutPlaces(source: DatabaseSource, places: readonly Place[]): DatabaseSource {
  const told = (text: string) => hidden(text, places);
  return {
    ...(source.hurry && { hurry: () => source.hurry?.() }),
    status() {
      const { problem, progress, ...rest } = source.status();
      return {
        ...rest,
        ...(problem !== undefined && { problem: told(problem) }),
        ...(progress && { progress: { ...progress, message: told(progress.message) } }),
      };
    },
    database() {
      try {
        return source.database();
      } catch (cause) {
        if (!(cause instanceof EntenteError)) throw cause;
        const { code, details, lasting, message } = cause;
        throw new EntenteError(code, told(message), { details, lasting, cause });
      }
    },
  };
}

function hidden(text: string, places: readonly Place[]): string {
  const longestFirst = [...places].filter(([folder]) => folder.length > 1);
  longestFirst.sort(([a], [b]) => b.length - a.length);
  const named = longestFirst.reduce((all, [folder, name]) => all.replaceAll(folder, name), text);
  return named.replaceAll(PATH, (_, last) => `…/${last}`);
}
