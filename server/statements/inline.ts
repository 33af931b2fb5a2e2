import { quotedName } from '../core/formats/cypher-text.ts';
import { NAME_TYPES } from './parse.ts';
import type { Statement } from './statement.ts';

/** A name that no database uses, so that "none of these" matches nothing and scans nothing. */
const NOTHING = '`no such name`';

/**
 * The text to send and the parameters left for the driver. Dynamic labels and types, such as
 * `(n:$any($idLabels))`, are written out as escaped names: the same meaning, but measured on 5.26
 * a dynamic label scans every node where a written one uses the index.
 */
export function inlineNames(
  statement: Statement,
  parameters: Readonly<Record<string, unknown>>,
): { text: string; parameters: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...parameters };
  let { text } = statement;
  for (const { name, type } of statement.parameters) {
    if (!NAME_TYPES.includes(type)) continue;
    const names = ([] as string[]).concat(parameters[name] as string | string[]);
    const written = names.length === 0 ? NOTHING : names.map(quotedName).join('|');
    text = text.replaceAll(`$any($${name})`, () => written).replaceAll(`$($${name})`, () => written);
    delete rest[name];
  }
  return { text, parameters: rest };
}
