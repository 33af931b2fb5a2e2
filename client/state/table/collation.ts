const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const KNOWN =
  ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$‘’“”–—«»0abcdefghijklmnopqrstuvwxyzабвгґдеёжзиійїклмнопрстуўфхцчшщъыьэєюя';
const RANKS = ranksOf([...KNOWN].sort(compare));
/** How many characters of a text are read, and how many of them one number holds: 7 bits each, of 53. */
const MOST_READ = 35;
const HEAD = 7;

/** The place of each known character in the order of the collator, from 1, by its code; 0 for all others. */
function ranksOf(sorted: readonly string[]): Uint8Array {
  const ranks = new Uint8Array(0x2020);
  let rank = 0;
  sorted.forEach((character, at) => {
    if (at === 0 || compare(sorted[at - 1] ?? '', character) !== 0) rank += 1;
    for (const each of [character, character.toUpperCase()]) ranks[each.charCodeAt(0)] = rank;
  });
  const zero = ranks[0x30] ?? 0;
  ranks.fill(zero, 0x30, 0x3a);
  for (let code = 0xc0; code < 0x250; code += 1) {
    const [base = '', ...accents] = String.fromCharCode(code).normalize('NFD');
    if (accents.length > 0 && base < '\x7f') ranks[code] = ranks[base.charCodeAt(0)] ?? 0;
  }
  return ranks;
}

type Value = string | number;

interface Begun {
  value: Value;
  /** The ranks of the first characters, as text: as far as they are known. */
  begin: string;
  /** The first few of them as one number; -1 where there are less. */
  head: number;
}

const read = new Uint8Array(3 * MOST_READ);

function begun(value: Value): Begun {
  const length = typeof value === 'string' ? readBegin(value) : 0;
  let head = length < HEAD ? -1 : 0;
  if (head === 0) for (let at = 0; at < HEAD; at += 1) head = head * 128 + (read[at] ?? 0);
  return {
    value,
    begin: String.fromCharCode.apply(null, read.subarray(0, length) as unknown as number[]),
    head,
  };
}

/** Puts the ranks of a text's first characters into `read`, numbers by their length first, and gives how many. */
function readBegin(text: string): number {
  const most = Math.min(MOST_READ, text.length);
  let length = 0;
  for (let at = 0; at < most; at += 1) {
    const code = text.charCodeAt(at);
    const rank = RANKS[code] ?? 0;
    // An accent that stands by itself may make another letter of the one before it.
    if (rank === 0) return code < 0x80 ? length : Math.max(0, length - 1);
    read[length++] = rank;
    if (!isDigit(code)) continue;
    const end = endOfNumber(text, at);
    if (end >= most || code === 0x30) return length;
    read[length++] = end - at;
    for (; at < end; at += 1) read[length++] = text.charCodeAt(at);
    at -= 1;
  }
  return most < text.length ? length - 1 : length;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function endOfNumber(text: string, begin: number): number {
  let end = begin;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** The collator is slow on many long texts: it is asked only where their begins do not tell. */
function compareBegun(a: Begun, b: Begun): number {
  if (a.head !== b.head && a.head >= 0 && b.head >= 0) return a.head - b.head;
  if (tellNothing(a.begin, b.begin)) return compareValues(a.value, b.value);
  return a.begin < b.begin ? -1 : 1;
}

function tellNothing(one: string, other: string): boolean {
  if (one.length === other.length) return one === other;
  return one.length < other.length ? other.startsWith(one) : one.startsWith(other);
}

function compareValues(a: Value, b: Value): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
}

/**
 * Different values in order, those that compare as equal together: numbers by size, texts as people look them up,
 * whatever their case and accents, with numbers in them by size.
 */
export function inRuns(values: Iterable<Value>): Value[][] {
  const runs: Value[][] = [];
  let before: Begun | undefined;
  for (const each of Array.from(values, begun).sort(compareBegun)) {
    if (before && compareBegun(before, each) === 0) runs.at(-1)?.push(each.value);
    else runs.push([each.value]);
    before = each;
  }
  return runs;
}
