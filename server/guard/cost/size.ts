/**
 * How large a value may be, at most, that a statement makes. Numbers and the like are 16 units; a text, list or map is
 * 16 and what it holds, a character being 1: about the bytes that Neo4j takes for them.
 */
export interface Size {
  /** Of all of it, however deep. */
  total: number;
  /** Characters, where it is a text. */
  text: number;
  /** Elements, where it is a list. */
  count: number;
  /** Whether it is a number; `maybe` where only the database knows. */
  number: 'yes' | 'maybe' | 'no';
  /** How far from nought it lies at most, where it is a count; without end where it may be any number. */
  most: number;
  /** The largest of what it holds, or of its properties. */
  element: Size;
}

const BASE = 16;
const ANY = Number.POSITIVE_INFINITY;

/** A number, a boolean, a date, nothing: whatever has one size. */
export const NUMBER: Size = fixed({ total: BASE, text: 0, count: 0, number: 'yes', most: ANY });

/**
 * What the database holds: nodes, edges, paths, properties. Nobody who only reads can make them larger, so they are
 * taken to be as they mostly are, and the few that are larger end by the deadline.
 */
export const STORED: Size = fixed({ total: 300, text: 250, count: 100, number: 'maybe', most: ANY });

/** What holds nothing, to see what an expression adds by itself. */
export const NOTHING: Size = fixed({ total: 0, text: 0, count: 0, number: 'no', most: ANY });

function fixed(own: Omit<Size, 'element'>): Size {
  const size = { ...own } as Size;
  size.element = size;
  return size;
}

export function textSize(length: number): Size {
  return { total: BASE + length, text: length, count: 0, number: 'no', most: ANY, element: NUMBER };
}

/** A list of so many elements, of which none is larger than one. */
export function listSize(count: number, element: Size, total = BASE + count * element.total): Size {
  return { total, text: 0, count, number: 'no', most: ANY, element };
}

/** A number that is known to be no more than this. */
export function countSize(most: number): Size {
  return { ...NUMBER, most };
}

/** A list or map of just these. */
export function holding(elements: readonly Size[], more = 0): Size {
  const total = elements.reduce((sum, each) => sum + each.total, BASE + more);
  return listSize(elements.length, elements.reduce(either, NOTHING), total);
}

/** One of two, and nobody knows which. */
export function either(a: Size, b: Size): Size {
  if (a === b || b.total === 0) return a;
  if (a.total === 0) return b;
  const number = a.number === b.number ? a.number : a.number === 'no' || b.number === 'no' ? 'no' : 'maybe';
  return {
    total: Math.max(a.total, b.total),
    text: Math.max(a.text, b.text),
    count: Math.max(a.count, b.count),
    number,
    most: Math.max(a.most, b.most),
    element: innerOf(a, b, either),
  };
}

/** Both put together: texts or lists joined. */
export function together(a: Size, b: Size): Size {
  if (b === NOTHING) return a;
  if (a === NOTHING) return b;
  return {
    total: a.total + b.total,
    text: a.text + b.text,
    // A value that is no list becomes one element more.
    count: Math.max(a.count, 1) + Math.max(b.count, 1),
    number: a.number === 'no' || b.number === 'no' ? 'no' : 'maybe',
    most: ANY,
    element: innerOf(a, b, either),
  };
}

/** Of values that hold themselves, as those of the database, the element is no deeper. */
function innerOf(a: Size, b: Size, join: (a: Size, b: Size) => Size): Size {
  if (a.element === b.element) return a.element;
  if (a.element === a && b.element === b) return join({ ...a, element: NUMBER }, { ...b, element: NUMBER });
  if (a.element === a) return b.element.total >= a.total ? b.element : a;
  if (b.element === b) return a.element.total >= b.total ? a.element : b;
  return join(a.element, b.element);
}

/** The same with everything so many times larger. */
export function times(size: Size, factor: number, more = 0): Size {
  return { ...size, total: size.total * factor + more, text: size.text * factor + more, number: 'no' };
}

/** What is known of the value of a parameter; typed values count by what they hold. */
export function sizeOfValue(value: unknown): Size {
  if (typeof value === 'string') return textSize(value.length);
  if (value === null || typeof value !== 'object') return NUMBER;
  if (Array.isArray(value)) return holding(value.map(sizeOfValue));
  if (Object.hasOwn(value, '$type')) return sizeOfTyped(value as { $type: unknown; _value?: unknown });
  const entries = Object.entries(value);
  const keys = entries.reduce((sum, [key]) => sum + BASE + key.length, 0);
  return holding(
    entries.map(([, each]) => sizeOfValue(each)),
    keys,
  );
}

function sizeOfTyped({ $type, _value }: { $type: unknown; _value?: unknown }): Size {
  if ($type === 'String' || $type === 'Base64' || typeof _value !== 'string') return sizeOfValue(_value);
  return NUMBER;
}
