import { EntenteError } from '../core/model/errors.ts';
import type { Statement } from './statement.ts';

/** Expressions that statements share, by name: parsed like a statement, with their parameters in order. */
export type Fragments = ReadonlyMap<string, Pick<Statement, 'parameters' | 'text'>>;

const CALL = /@([a-z][a-z-]*)\(/;
/** Deeper than any fragment names others; a circle would never end. */
const DEEPEST = 8;

/**
 * Writes out the fragments that a text names: `@begin(r)` becomes the text of `cypher/fragment/begin.cypher` with `r`
 * in place of its parameter, in brackets and on the line it stood on, so that lines keep their numbers.
 *
 * @param where the name of the file, for faults
 * @throws EntenteError `invalid_request` naming the file: an unknown fragment, too many or too few arguments, a bracket
 *   that is never closed, fragments that name each other in a circle
 */
export function writeOut(text: string, fragments: Fragments, where: string, depth = 0): string {
  const call = CALL.exec(text);
  if (!call) return text;
  const [found, name = ''] = call;
  const fragment = fragments.get(name);
  if (!fragment) throw fault(where, `names the fragment @${name}, which cypher/fragment does not hold.`);
  if (depth > DEEPEST) throw fault(where, `names @${name}, which names itself.`);
  const from = call.index + found.length;
  const { values, end } = argumentsAt(text, from);
  if (end < 0) throw fault(where, `never closes the bracket after @${name}.`);
  if (values.length !== fragment.parameters.length)
    throw fault(where, `gives @${name} ${values.length} values; it takes ${fragment.parameters.length}.`);
  const given = new Map(fragment.parameters.map((parameter, at) => [parameter.name, values[at] as string]));
  const body = fragment.text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\$(\w+)/g, (_, parameter: string) => given.get(parameter) ?? '');
  const written = `(${writeOut(body, fragments, where, depth + 1)})`;
  return text.slice(0, call.index) + written + writeOut(text.slice(end + 1), fragments, where, depth);
}

/** What stands between brackets, parted by the commas that are in no bracket of their own. */
function argumentsAt(text: string, from: number): { values: string[]; end: number } {
  const values: string[] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at < text.length; at++) {
    const character = text[at] as string;
    if ('([{'.includes(character)) depth += 1;
    else if (depth > 0 && ')]}'.includes(character)) depth -= 1;
    else if (depth === 0 && (character === ',' || character === ')')) {
      const value = text.slice(start, at).trim();
      if (value !== '' || values.length > 0 || character === ',') values.push(value);
      start = at + 1;
      if (character === ')') return { values, end: at };
    }
  }
  return { values, end: -1 };
}

function fault(where: string, message: string): EntenteError {
  const path = `cypher/${where}.cypher`;
  return new EntenteError('invalid_request', `${path}: ${message}`, { details: [{ path, message }] });
}
