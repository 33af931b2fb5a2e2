import type { Properties } from '../../model/graph.ts';
import { clean, listInText } from './property.ts';

const WHOLE = /^(?:int|integer|long|short|byte|bigdecimal|biginteger)$/;
const FRACTION = /^(?:float|double)$/;

/** A text as the type that XML formats declare makes it; text where it is not of that type. */
export function typedOf(text: string, type = 'string'): Properties[string] {
  const kind = type.toLowerCase();
  const given = text.trim();
  if (WHOLE.test(kind) || FRACTION.test(kind)) {
    const number = Number(given);
    const exact =
      Number.isFinite(number) && given !== '' && (FRACTION.test(kind) || !isTooLarge(given, number));
    return exact ? number : clean(text);
  }
  if (kind === 'boolean') {
    if (/^(?:true|1)$/i.test(given)) return true;
    return /^(?:false|0)$/i.test(given) ? false : clean(text);
  }
  if (kind.startsWith('list')) return listOf(given, kind.slice(4)) ?? clean(text);
  return listInText(given) ?? clean(text);
}

/** Whole numbers beyond this would lose digits. */
function isTooLarge(text: string, number: number): boolean {
  return /^[+-]?\d+$/.test(text) && !Number.isSafeInteger(number);
}

function listOf(text: string, type: string): Properties[string] | undefined {
  const inner = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  try {
    const parsed = JSON.parse(`[${inner}]`) as Properties[string][];
    if (parsed.every((each) => each !== null && typeof each !== 'object')) return parsed;
  } catch {
    // Not JSON: GEXF before 1.3 parts lists by a character.
  }
  const parts = inner.split(/[|;,]/).map((part) => part.trim());
  return parts.every(Boolean) ? parts.map((part) => typedOf(part, type)) : undefined;
}
