import { BATCH } from './pieces.ts';

/** Whether an object has a list that is written in more than one piece. */
export function holdsMuch(value: object): boolean {
  return Object.values(value).some((each) => Array.isArray(each) && each.length > BATCH);
}

/**
 * The JSON text of an object, its long lists piece by piece: written at one go, a graph of fifty thousand edges stops
 * everything else for a fifth of a second. Joined, the pieces are what `JSON.stringify` gives.
 */
export function* jsonPieces(value: object): Generator<string> {
  let before = '{';
  for (const [key, each] of Object.entries(value)) {
    if (each === undefined) continue;
    const name = `${before}${JSON.stringify(key)}:`;
    before = ',';
    if (!Array.isArray(each) || each.length <= BATCH) {
      yield name + JSON.stringify(each);
      continue;
    }
    yield `${name}[`;
    for (let at = 0; at < each.length; at += BATCH) {
      const batch = JSON.stringify(each.slice(at, at + BATCH)).slice(1, -1);
      yield at === 0 ? batch : `,${batch}`;
    }
    yield ']';
  }
  yield before === '{' ? '{}' : '}';
}
