import {
  countSize,
  either,
  listSize,
  NOTHING,
  NUMBER,
  type Size,
  STORED,
  textSize,
  times,
  together,
} from './size.ts';

/** The most units that one value may have: what grows inside an expression no limit of the database counts. */
export const MEMORY = 64_000_000;

/** The size of what a function gives, by those of its arguments, and how often it goes through them. */
export interface FunctionSize {
  size: Size;
  passes: number;
}

type Rule = (given: readonly Size[]) => Size;

const sum: Rule = (given) => given.reduce(together, NOTHING);
const first: Rule = ([a = NUMBER]) => a;
const element: Rule = ([a = NUMBER]) => a.element;

/** Of functions whose value grows with what they are given; what all others give has one size. */
const RULES: Readonly<Record<string, Rule>> = {
  ...named('lower tolower trim btrim ltrim rtrim left right substring reverse tail tolist nullif', first),
  ...named('tointegerlist tofloatlist tobooleanlist coll.sort coll.distinct coll.remove vector', first),
  ...named('upper toupper', ([a = NUMBER]) => times(a, 3)),
  // One character may become eighteen.
  normalize: ([a = NUMBER]) => times(a, 18),
  ...named('head last coll.max coll.min', element),
  ...named('max min', first),
  coalesce: (given) => given.reduce(either, NOTHING),
  ...named('tostring tostringornull', ([a = NUMBER]) => textSize(Math.max(a.text, a.total, 64))),
  ...named('tostringlist', ([a = NUMBER]) => listSize(a.count, textSize(Math.max(a.element.text, 64)))),
  ...named('format point', sum),
  'coll.insert': ([list = NUMBER, , given = NUMBER]) =>
    listSize(list.count + 1, either(list.element, given), list.total + given.total),
  'coll.flatten': flattened,
  'string.join': joined,
  ...named('size length path_length char_length character_length', ([a = NUMBER]) =>
    countSize(Math.max(a.count, a.number === 'maybe' ? 0 : a.text)),
  ),
  split: ([a = NUMBER]) => listSize(a.text + 1, textSize(a.text), 32 + a.text * 17),
  replace: ([a = NUMBER, , by = NUMBER]) => textSize(a.text + (a.text + 1) * by.text),
  // What replaces may take the text itself up again, by `$0`.
  'string.regexreplace': ([a = NUMBER, , by = NUMBER]) =>
    textSize(a.text + (a.text + 1) * by.text + (a.text * by.text) / 2),
  keys: ([a = NUMBER]) => listSize(Math.max(a.count, 50), textSize(64), a.total + 3_200),
  ...named('labels nodes relationships', () => listSize(200, STORED)),
  properties: ([a = NUMBER]) => either(a, STORED),
  ...named('type elementid id startnode endnode valuetype', () => STORED),
  ...named('randomuuid uuid', () => textSize(36)),
};

/** Lists in a list, laid out one after the other as deep as is asked: no more than have room in it. */
function flattened([list = NUMBER, depth]: readonly Size[]): Size {
  let { count, element } = list;
  for (let level = depth ? DEPTH : 1; level > 0 && element.count > 0; level -= 1) {
    count *= element.count;
    element = element.text > 0 ? either(element, element.element) : element.element;
  }
  return listSize(Math.min(count, Math.max(list.count, list.total / 16)), element, list.total);
}
/** Brackets nest no deeper. */
const DEPTH = 40;

/** What lies in a list, joined to one text by what stands between. */
function joined([list = NUMBER, by = NUMBER]: readonly Size[]): Size {
  return textSize(list.total + list.count * by.text);
}

/** Functions that do not go through what they are given, or do more than once. */
const PASSES: Readonly<Record<string, number>> = {
  ...{ size: 0, length: 0, isempty: 0, head: 0, last: 0, exists: 0, count: 0 },
  ...{ 'coll.sort': 20, 'coll.distinct': 4, normalize: 10, split: 4, replace: 4, 'string.regexreplace': 10 },
};

/** How many rows a value may be made of. */
export interface Rows {
  /** At most. */
  most: number;
  /** As many as are taken to be kept at once: what a MATCH finds for each of many rows is mostly little. */
  kept: number;
}

/** @param name in lower case, of a function that is no loop and no range */
export function sizeOfCall(name: string, given: readonly Size[], { most, kept }: Rows): FunctionSize {
  const passes = PASSES[name] ?? 1;
  if (name === 'count') return { size: countSize(most), passes };
  if (name === 'collect' || name === 'collect_list') {
    const [each = NUMBER] = given;
    // The database itself counts what they hold, as they grow, and ends what takes more.
    return { size: listSize(most, each, Math.min(16 + kept * each.total, MEMORY)), passes };
  }
  const rule = RULES[name];
  return { size: rule ? rule(given) : NUMBER, passes };
}

function named(names: string, rule: Rule): Record<string, Rule> {
  return Object.fromEntries(names.split(' ').map((name) => [name, rule]));
}
