import { maxOf } from '../numbers/extremes.ts';
/** Lines of a label, and their width in ems of the label's size. */
export interface WrappedLabel {
  lines: readonly string[];
  width: number;
}

/** What no line may part: a letter, the marks on it, and in Thai and Lao the vowels written before and after it. */
const CLUSTER =
  /[\u0e40-\u0e44\u0ec0-\u0ec4]?\P{M}(?:[\p{M}\u0e30\u0e32\u0e33\u0eb0\u0eb2\u0eb3]|\u200d\P{M})*|\p{M}+/gu;
/** Marks over and under letters, and what only directs writing. */
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;
const RIGHT_TO_LEFT = /^[^\p{L}\u200e]*[\u200f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

const LINE_EMS = 13;
const MOST_LINES = 3;
/** Captions up to this width stay on one line. */
const SHORT_EMS = 9;

/** Height of a label's line, in ems. */
export const LINE_HEIGHT = 1.2;

/**
 * The width of a text in ems, estimated from its characters alone so that a layout does not depend on
 * which fonts a machine has. Errs on the wide side for Latin text in a sans serif.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character.codePointAt(0) ?? 0);
  return width;
}

function characterWidth(code: number): number {
  if (code >= 0x300 && WITHOUT_WIDTH.test(String.fromCodePoint(code))) return 0;
  if (code === 0x20 || code === 0x69 || code === 0x6c || code === 0x2e || code === 0x2c) return 0.29;
  if (code >= 0x41 && code <= 0x5a) return 0.69;
  if (code === 0x6d || code === 0x77) return 0.83;
  // Hangul, kana, ideographs, full-width forms and emoji fill a square.
  if ((code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xd7a3) || code >= 0xff00) return 1;
  return 0.57;
}

/** Whether a text is read from the right, by its first letter. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** The letters of a text, each with its marks. */
export function clustersOf(text: string): string[] {
  return text.match(CLUSTER) ?? [];
}

/** Lines of a text that are all read as the whole is: with an invisible mark where their first letter says otherwise. */
export function readAs(whole: string, lines: readonly string[]): string[] {
  const rtl = isRightToLeft(whole);
  return lines.map((line) => (isRightToLeft(line) === rtl ? line : (rtl ? '\u200f' : '\u200e') + line));
}

/**
 * Breaks a caption into as few lines as it takes, at most three of some thirteen ems, of about the same
 * length and between words where there are any; what does not fit ends in an ellipsis, unless `whole`.
 */
export function wrapLabel(caption: string, whole = false): WrappedLabel {
  const lines = balance(caption.replace(/\s+/gu, ' ').trim());
  const shown = whole ? lines : lines.slice(0, MOST_LINES);
  const last = shown.at(-1);
  if (last !== undefined && shown.length < lines.length) shown[shown.length - 1] = `${trimTo(last)}…`;
  return { lines: shown, width: maxOf(shown.map(textWidth), 0) };
}

function balance(text: string): string[] {
  if (textWidth(text) <= SHORT_EMS) return [text];
  const words = text.split(' ').flatMap(breakWord);
  const full = fill(words, LINE_EMS);
  // A line much longer than what it labels invites collisions, so that two are tried first.
  const fewest = full.length === 1 && words.length > 1 ? 2 : full.length;
  // The narrowest width that takes no more lines: equal lines read better than a full one and a stub.
  for (let width = textWidth(text) / fewest; width < LINE_EMS; width += 0.5) {
    const lines = fill(words, width);
    if (lines.length <= fewest) return lines;
  }
  return full;
}

function fill(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function breakWord(word: string): string[] {
  if (textWidth(word) <= LINE_EMS * 1.5) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const cluster of clustersOf(word)) {
    if (textWidth(piece + cluster) > LINE_EMS) {
      pieces.push(piece);
      piece = '';
    }
    piece += cluster;
  }
  return [...pieces, piece];
}

function trimTo(line: string): string {
  const clusters = clustersOf(line);
  while (clusters.length > 1 && textWidth(clusters.join('')) > LINE_EMS - 0.6) clusters.pop();
  return clusters.join('').trimEnd();
}
