import * as z from 'zod/mini';
import { cypherRequest, DEFAULT_CYPHER_ROWS } from '../core/contract/cypher.ts';
import { inEnglish } from '../core/model/english.ts';
import { EntenteError } from '../core/model/errors.ts';

/** Values nested deeper than this overflow what reads them. */
const DEPTH = 32;
/** The most values that the parameters of a statement may hold together. */
const VALUES = 200_000;

/** No server takes statements of more characters. */
const LONGEST = 1_000_000;

/** What was asked for, with every field read. */
export interface CypherAsked {
  statement: string;
  parameters: Record<string, unknown>;
  rowLimit: number;
  mode: 'run' | 'plan' | 'profile';
}

// The parameters are read by what writes them for the database: to check each value twice costs more than the rest.
const fields = z.extend(z.omit(cypherRequest, { parameters: true }), {
  parameters: z.optional(
    z.custom<Record<string, unknown>>(
      (value) => value !== null && typeof value === 'object' && !Array.isArray(value),
      'is no object; write {"name": value}.',
    ),
  ),
});

/**
 * A request for a statement, read and checked.
 * @param body the JSON text
 * @param most rows that this server gives
 * @throws EntenteError `invalid_request`, naming each field
 */
export function readCypherRequest(body: Uint8Array, most: number): CypherAsked {
  const given = parse(body);
  checkSize(given);
  const read = fields.safeParse(given, inEnglish);
  if (!read.success) {
    const details = read.error.issues.map(({ path, message }) => ({
      path: path.join('.') || 'body',
      message,
    }));
    const text = details.map(({ path, message }) => `${path}: ${message}`).join('; ');
    throw new EntenteError('invalid_request', `The request cannot be read: ${text}`, { details });
  }
  const { statement, limit, mode, parameters = {} } = read.data;
  if (limit !== undefined && limit > most) {
    const message = `is ${limit}; this server gives at most ${most} rows (ENTENTE_CYPHER_ROW_LIMIT).`;
    refuse('limit', message, `limit: ${message}`);
  }
  return { ...modeIn(statement, mode), parameters, rowLimit: Math.min(limit ?? DEFAULT_CYPHER_ROWS, most) };
}

/** Blanks and comments. */
export const BETWEEN = String.raw`(?:\s|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)`;
/** What may stand before a statement's first word: blanks, comments and the version of the language. */
export const BEFORE = `${BETWEEN}*(?:cypher${BETWEEN}+(?:5|25)${BETWEEN}+)?`;
const ASKS = new RegExp(`^(${BEFORE})(explain|profile)(?=\\s)`, 'i');

/**
 * EXPLAIN or PROFILE before a statement is a way to ask for a mode. Blanks stand in its place, so that whatever is said
 * of the statement points to where its author sees it.
 */
function modeIn(statement: string, mode: CypherAsked['mode']): Pick<CypherAsked, 'statement' | 'mode'> {
  // One that long is refused by its length, and too much for an expression that looks at each character.
  const [whole, before = '', word = ''] = statement.length > LONGEST ? [] : (ASKS.exec(statement) ?? []);
  if (whole === undefined) return { statement, mode };
  const rest = statement.slice(whole.length);
  const asked = word.toLowerCase() === 'explain' ? 'plan' : 'profile';
  return { statement: before + ' '.repeat(word.length) + rest, mode: mode === 'run' ? asked : mode };
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (cause) {
    const { message } = cause as Error;
    throw new EntenteError('invalid_request', `The request is not JSON: ${message}`, { cause });
  }
}

/** Value by value and not by recursion, which is what deep values would overflow. */
function checkSize(value: unknown): void {
  const waiting: unknown[] = [value];
  const depths: number[] = [0];
  let values = 0;
  while (waiting.length > 0) {
    const each = waiting.pop();
    const depth = depths.pop() ?? 0;
    if (each === null || typeof each !== 'object') continue;
    if (depth >= DEPTH) refuse('parameters', `Values are nested deeper than ${DEPTH}; send flatter ones.`);
    const inner = Array.isArray(each) ? each : Object.values(each);
    values += inner.length;
    if (values > VALUES)
      refuse('parameters', `The request holds more than ${VALUES} values; send them in several.`);
    for (const one of inner) {
      waiting.push(one);
      depths.push(depth + 1);
    }
  }
}

function refuse(path: string, message: string, text = message): never {
  throw new EntenteError('invalid_request', text, { details: [{ path, message }] });
}
