/** A file piece by piece: whoever takes them lets others have a turn in between, for which some are empty. */
export type Pieces = Iterable<string | Uint8Array<ArrayBuffer>>;

/** Elements of a list that are worked on together. */
export const BATCH = 200;

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

/** The text of each element, so many in a piece. */
export function* textsOf<T>(elements: readonly T[], text: (element: T) => string): Generator<string> {
  for (let at = 0; at < elements.length; at += BATCH)
    yield elements
      .slice(at, at + BATCH)
      .map(text)
      .join('');
}
