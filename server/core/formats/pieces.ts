/** A file piece by piece: whoever takes them lets others have a turn in between, for which some are empty. */
export type Pieces = Iterable<string | Uint8Array<ArrayBuffer>>;

/** Elements of a list that are worked on together: few, as each may hold thousands of numbers. */
export const BATCH = 50;

/** Does something with each element, in turns. */
export function* inTurns<T>(
  elements: readonly T[],
  work: (element: T, at: number) => void,
): Generator<string> {
  for (let at = 0; at < elements.length; at += 1) {
    work(elements[at] as T, at);
    if (at % BATCH === BATCH - 1) yield '';
  }
}

/** Characters of a piece, about. */
const PIECE = 16_384;

/** The text of each element, so many in a piece as make some length. */
export function* textsOf<T>(elements: readonly T[], text: (element: T) => string): Generator<string> {
  let piece = '';
  for (const element of elements) {
    piece += text(element);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
