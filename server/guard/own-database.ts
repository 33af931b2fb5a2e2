import type { Database, ReadOptions } from '../database/port.ts';
import { BEFORE, BETWEEN } from './request.ts';

const NAME = '(?:`([^`]+)`|([\\p{L}_][\\p{L}\\d_]*))';
const USES = new RegExp(`^(${BEFORE})(use${BETWEEN}+${NAME})(?=\\s)`, 'iu');

/**
 * A statement without a USE of the very database that is served, in whose place blanks stand, so that whatever is said
 * of the rest points to where its author sees it. A USE of another is left for the guard to refuse.
 * @throws EntenteError where the database cannot be asked for its name
 */
export async function withoutOwnUse(
  statement: string,
  database: Database,
  options: ReadOptions = {},
): Promise<string> {
  const [whole, before = '', use = '', escaped, plain] = USES.exec(statement) ?? [];
  const name = (escaped ?? plain)?.toLowerCase();
  if (whole === undefined || name !== (await nameOf(database, options)).toLowerCase()) return statement;
  return before + use.replace(/[^\r\n]/g, ' ') + statement.slice(whole.length);
}

const names = new WeakMap<Database, string>();

/** What a database is called, which it stays. */
async function nameOf(database: Database, options: ReadOptions): Promise<string> {
  const name = names.get(database) ?? (await database.databaseName(options));
  names.set(database, name);
  return name;
}
