// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/**
 * A label, type or property name for a Cypher text, on one line. Neo4j reads `\u0060` as a back-tick even within
 * back-ticks, so the backslash is written as such an escape itself.
 */
export function quotedName(name: string): string {
  return `\`${name.replaceAll('\\', '\\u005C').replaceAll('`', '``').replace(CONTROL, escaped)}\``;
}

/** A text as a Cypher literal, on one line. */
export function quotedText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replace(CONTROL, escaped)}'`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
