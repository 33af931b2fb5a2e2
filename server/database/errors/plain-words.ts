import { closest, distance } from 'fastest-levenshtein';

/** A message of the database, and what to do about it. */
type Reading = [message: RegExp, words: (...found: string[]) => string];

/** What 5.26 and 2026.09 say of the slips that people make most, worded alike in both. */
const READINGS: readonly Reading[] = [
  [/^Invalid input '': expected/, () => 'The statement ends too early: finish it, or close what is open.'],
  [/^Invalid input '([\s\S]+?)': expected ([\s\S]*)/, misplaced],
  [
    /^Query cannot conclude with (\w+)/,
    (clause) => `The statement ends with ${clause}, which gives nothing back. End it with RETURN.`,
  ],
  [
    /^Variable `(.+)` not defined/,
    (name) =>
      `There is no ${name} at this place. Name it in MATCH, UNWIND or WITH before, or correct the name.`,
  ],
  [
    /^There is no procedure with the name `(.+?)`/,
    (name) => `There is no procedure ${name} in this database.`,
  ],
  [
    /^Expected parameter\(s\): (.+?)\.?$/,
    (names) =>
      `The statement needs a value for ${names.replaceAll(/(^|, )/g, '$1$$')}. Give it as a parameter.`,
  ],
  [
    /^Multiple result columns with the same name/,
    () => 'Two columns have the same name. Give one of them another, with AS.',
  ],
  [
    /^Type mismatch: expected ([\s\S]+) but was (.+?)\.?$/,
    (wanted, given) =>
      `This is ${withArticle(given)}; only ${wanted} is allowed here. Convert it, or use another value.`,
  ],
  [
    /^Function call does not provide the required number of arguments: expected (\S+) got (\d+)\. Function (\S+)/,
    (wanted, given, name) =>
      `${name} takes ${wanted} ${wanted === '1' ? 'value' : 'values'}, and is given ${given}.`,
  ],
  [
    /^Text cannot be parsed to an? (\w+)\s+"(.*?)"/,
    (type, text) => `“${text}” cannot be read as ${withArticle(type)}.`,
  ],
  [/^\/ by zero/, () => 'A number is divided by zero. Leave those rows out, or divide by a float.'],
  [
    /^In a WITH\/RETURN with DISTINCT or an aggregation, it is not possible to access variables declared before the WITH\/RETURN: (.+?)\.?$/,
    (name) =>
      `After counting or DISTINCT, ${name} is no longer known. Return what you sort by as a column of its own.`,
  ],
];

/**
 * What a message of the database about somebody's statement means, and what to do.
 * @returns undefined for a message that is not among those known
 */
export function inPlainWords(message: string): string | undefined {
  for (const [pattern, words] of READINGS) {
    const found = pattern.exec(message);
    if (found) return words(...found.slice(1));
  }
  return undefined;
}

function misplaced(given = '', expected = ''): string {
  const shown = given.length > 40 ? `${given.slice(0, 40)}…` : given;
  const keywords = [...expected.matchAll(/'([A-Z][A-Z ]+)'/g)].map(([, keyword]) => keyword as string);
  const word = given.toUpperCase();
  const near = /^\w{3,}$/.test(word) && keywords.length > 0 ? closest(word, keywords) : undefined;
  if (near !== undefined && near !== word && distance(word, near) <= 2)
    return `“${shown}” is no word of Cypher. Did you mean ${near}?`;
  return `“${shown}” is not allowed here. Look for a mistake at this place or just before it.`;
}

function withArticle(type = ''): string {
  return `${/^[AEIO]/.test(type) ? 'an' : 'a'} ${type}`;
}
