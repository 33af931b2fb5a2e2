import { sharing } from './sharing.ts';

/** An entry of a list in YAML that can be read without the rest of the file. */
export interface YamlPiece {
  text: string;
  /** Where it begins in the file; from 1. */
  line: number;
  /** What it says, where it is written so plainly that this is beyond doubt. */
  plain?: Record<string, string | number>;
}

/**
 * Parts a list in YAML at each line that begins with a hyphen, without reading it as YAML: a large one is read by
 * little memory so, and where it is plain some twenty times as fast.
 * @returns nothing for what does not begin as a list does, or holds more than one document
 */
export function piecesOf(text: string): Iterable<YamlPiece> | undefined {
  const begin = beginOf(text);
  return begin === undefined || /^(?:---|\.\.\.|%)/m.test(text) ? undefined : pieces(text, begin);
}

/** Where the first entry begins: only comments and empty lines stand before it. */
function beginOf(text: string): number | undefined {
  let at = 0;
  while (at < text.length && !text.startsWith('- ', at)) {
    const end = text.indexOf('\n', at);
    if (end < 0 || !/^(?:#.*)?\r?$/.test(text.slice(at, end))) return undefined;
    at = end + 1;
  }
  return at < text.length ? at : undefined;
}

function* pieces(text: string, begin: number): Generator<YamlPiece> {
  let line = 1 + breaksIn(text, 0, begin);
  const once = sharing();
  for (let at = begin; at < text.length; ) {
    const next = text.indexOf('\n- ', at);
    const end = next < 0 ? text.length : next + 1;
    const piece = text.slice(at, end);
    const plain = plainEntry(piece, once);
    yield plain ? { text: piece, line, plain } : { text: piece, line };
    line += breaksIn(text, at, end);
    at = end;
  }
}

function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** A field on a line of its own, its value a word, a date, a whole number or a text in quotation marks. */
const FIELD =
  /^(?:- | {2})([A-Za-z]+): (?:([A-Za-z][^\p{Cc}\uFEFF]*|\d{4}-\d\d(?:-\d\d)?)|(0|-?[1-9]\d{0,14})|("(?:[^"\\\p{Cc}\uFEFF]|\\["\\])*"))$/u;
/** What makes of a word something else than its letters. */
const NO_WORD = /: | #|[: ]$|^(?:null|true|false)$/i;

/** An entry of which each line is a {@link FIELD}, an empty one or a comment; nothing for any other. */
function plainEntry(
  piece: string,
  once: (text: string) => string,
): Record<string, string | number> | undefined {
  const entry: Record<string, string | number> = {};
  let first = true;
  for (const line of piece.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, name, word, number, quoted] = FIELD.exec(line) ?? [];
    if (name === undefined || Object.hasOwn(entry, name) || line.startsWith('-') !== first) return undefined;
    if (word !== undefined && NO_WORD.test(word)) return undefined;
    if (word !== undefined) entry[name] = once(word);
    else entry[name] = quoted === undefined ? Number(number) : (JSON.parse(quoted) as string);
    first = false;
  }
  return entry;
}
