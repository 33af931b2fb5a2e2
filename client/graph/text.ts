/** Lines of a label, and their width in ems of the label's size. */
export interface WrappedLabel {
  lines: readonly string[];
  width: number;
}

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
  if (code >= 0x300 && code <= 0x36f) return 0;
  if (code === 0x20 || code === 0x69 || code === 0x6c || code === 0x2e || code === 0x2c) return 0.29;
  if (code >= 0x41 && code <= 0x5a) return 0.69;
  if (code === 0x6d || code === 0x77) return 0.83;
  // Hangul, kana, ideographs, full-width forms and emoji fill a square.
  if ((code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xd7a3) || code >= 0xff00) return 1;
  return 0.57;
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
  return { lines: shown, width: Math.max(0, ...shown.map(textWidth)) };
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
  for (const character of word) {
    if (textWidth(piece + character) > LINE_EMS) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function trimTo(line: string): string {
  const characters = [...line];
  while (characters.length > 1 && textWidth(characters.join('')) > LINE_EMS - 0.6) characters.pop();
  return characters.join('').trimEnd();
}
