import { Neo4jError } from 'neo4j-driver';
import { EntenteError } from '../../core/model/errors.ts';
import { discreet } from './discreet.ts';
import { toEntenteError } from './neo4j-errors.ts';
import { inPlainWords } from './plain-words.ts';

/** A place at the end of the database's message: `(line 1, column 19 (offset: 18))`, then the text itself. */
const PLACE = /\s*\(line (\d+), column (\d+) \(offset: \d+\)\)[\s\S]*$/;
/** What the exception says by which a thread is ended that does not end by itself. */
export const ENDED_BY_FORCE = 'A statement was ended that did not look whether it should.';
const FAULTS = /^Neo\.ClientError\.(Statement|Procedure|Schema|Database|General|Transaction|Request)\./;

/**
 * What a failure of somebody's own statement means: mostly a fault of the statement, told with its place.
 * @param prefixLines how many lines were put before the caller's text
 */
export function toStatementError(cause: unknown, prefixLines: number): EntenteError {
  if (!(cause instanceof Neo4jError)) return toEntenteError(cause);
  const { code } = cause;
  const message = discreet(cause.message);
  if (code === 'Neo.ClientError.Statement.AccessMode')
    return refusal('The statement writes; only reading statements are served here.', cause);
  if (code === 'Neo.ClientError.Security.Forbidden')
    return refusal(`The database does not let its reading user do that: ${plainWords(message)}`, cause);
  if (message.includes(ENDED_BY_FORCE))
    return new EntenteError('too_long', 'The database had to be made to end this statement. Ask for less.', {
      cause,
    });
  const known = toEntenteError(cause);
  // Of the database's own it would be a sign that too much is asked of it; of somebody's, that it is too much.
  if (known.code === 'timeout') return new EntenteError('too_long', known.message, { cause });
  if (known.code !== 'internal' && known.code !== 'invalid_request') return known;
  if (code.startsWith('Neo.DatabaseError.'))
    return refusal(`The database could not work the statement out: ${plainWords(message)}`, cause);
  if (!FAULTS.test(code)) return known;
  const unread = UNREAD.exec(message)?.[1];
  if (unread !== undefined) return ofParameters(unread, cause);
  const found = PLACE.exec(message);
  const line = Number(found?.[1]) - prefixLines;
  const own = plainWords(message);
  const words = inPlainWords(own);
  const [place, where] =
    line >= 1 ? [`:${line}:${found?.[2]}`, ` (line ${line}, column ${found?.[2]})`] : ['', ''];
  const said = words ? `The database says: ${own}` : own;
  const details = place || words ? [{ path: `statement${place}`, message: said }] : [];
  return new EntenteError('invalid_request', `${words ?? own}${where}`, { details, cause });
}

/** What the database says where it cannot make a value of what it was sent. */
const UNREAD = /^Illegal value for field "params": ([\s\S]*)$/;

function ofParameters(message: string, cause: Error): EntenteError {
  const said = `The database cannot read a value: ${plainWords(message)}`;
  return new EntenteError('invalid_request', said, {
    details: [{ path: 'parameters', message: said }],
    cause,
  });
}

function refusal(message: string, cause: Error): EntenteError {
  return new EntenteError('invalid_request', message, { cause });
}

/** The message without its place and the copy of the text, as one sentence. */
function plainWords(message: string): string {
  const bare = message.replace(PLACE, '').replace(/\s+/g, ' ').trim().slice(0, 600);
  return /[.!?]$/.test(bare) ? bare : `${bare}.`;
}
