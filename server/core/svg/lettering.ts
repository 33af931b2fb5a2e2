import { clustersOf, readAs, textWidth } from '../labels/text.ts';

/**
 * Fonts to write in: the product's own where it is installed, else what most systems have. All are named, as some
 * programs take any font at all for `sans-serif`.
 */
export const FONTS =
  "Inter, 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', sans-serif";

/**
 * How much wider names are than estimated in DejaVu Sans, the widest sans serif that is common, measured in a browser
 * on names of people, states and organisations: 1.07 at most, and 1.2 in its heavy face.
 */
const [REGULAR, HEAVY] = [1.08, 1.2];

/**
 * The width of a text in pixels. It is estimated from the characters alone, on the wide side, so that a picture
 * made anywhere keeps its labels apart in whatever sans serif it is shown in later.
 */
export function widthOf(text: string, size: number, heavy = false): number {
  return textWidth(text) * size * (heavy ? HEAVY : REGULAR);
}

/** Text in lines no wider than some pixels, broken between words, and inside of one that is longer than a line. */
export function linesOf(text: string, size: number, width: number, heavy = false): string[] {
  return text
    .split('\n')
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
    .flatMap((part) =>
      readAs(
        part,
        filled(part.split(' '), (line) => widthOf(line, size, heavy) <= width),
      ),
    );
}

function filled(words: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.flatMap((each) => pieces(each, fits))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && !fits(longer)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const parts: string[] = [];
  let part = '';
  for (const cluster of clustersOf(word)) {
    if (part && !fits(part + cluster)) {
      parts.push(part);
      part = '';
    }
    part += cluster;
  }
  return part ? [...parts, part] : parts;
}
