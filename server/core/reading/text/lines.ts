/** The words of a line: parted by blanks, but for those between quotation marks. */
export function wordsOf(line: string): { text: string; quoted: boolean }[] {
  return [...line.matchAll(/"([^"]*)"?|(\S+)/g)].map(([, quoted, word = '']) =>
    quoted === undefined ? { text: word, quoted: false } : { text: quoted, quoted: true },
  );
}

/** Lines of a text with their numbers from 1. */
export function* linesOf(text: string): Generator<[line: string, at: number]> {
  let [start, at] = [0, 0];
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    at += 1;
    yield [text.slice(start, text[end - 1] === '\r' ? end - 1 : end), at];
    start = end + 1;
  }
}
