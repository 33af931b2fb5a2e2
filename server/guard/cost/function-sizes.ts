import { either, listSize, NOTHING, NUMBER, type Size, STORED, textSize, times, together } from './size.ts';

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
  ...named('coll.insert coll.flatten format point string.join', sum),
  split: ([a = NUMBER]) => listSize(a.text + 1, textSize(a.text), 32 + a.text * 17),
  replace: ([a = NUMBER, , by = NUMBER]) => textSize(a.text + (a.text + 1) * by.text),
  // What replaces may take the text itself up again, by `$0`.
  'string.regexreplace': ([a = NUMBER, , by = NUMBER]) =>
    textSize(a.text + (a.text + 1) * by.text + (a.text * by.text) / 2),
  keys: ([a = NUMBER]) => listSize(Math.max(a.count, 50), textSize(64), a.total + 3_200),
  ...named('labels nodes relationships', () => listSize(200, STORED)),
  properties: ([a = NUMBER]) => either(a, STORED),
  ...named('type elementid id startnode endnode valuetype', () => STORED),
};

/** Rules of more than one argument that joins what lies in a list by what lies in another. */
function joined([list = NUMBER, by = NUMBER]: readonly Size[]): Size {
  return textSize(list.total + list.count * by.text);
}

/** Functions that do not go through what they are given, or do more than once. */
const PASSES: Readonly<Record<string, number>> = {
  ...{ size: 0, length: 0, isempty: 0, head: 0, last: 0, exists: 0, count: 0 },
  ...{ 'coll.sort': 20, 'coll.distinct': 4, normalize: 10, split: 4, replace: 4, 'string.regexreplace': 10 },
};

/** @param name in lower case, of a function that is no loop and no range */
export function sizeOfCall(name: string, given: readonly Size[], rows: number): FunctionSize {
  const passes = PASSES[name] ?? 1;
  if (name === 'string.join') return { size: joined(given), passes };
  // What they hold is counted by the database itself, as they grow.
  if (name === 'collect' || name === 'collect_list')
    return { size: listSize(rows, given[0] ?? NUMBER, COUNTED), passes };
  const rule = RULES[name];
  return { size: rule ? rule(given) : NUMBER, passes };
}
const COUNTED = 1_000_000;

function named(names: string, rule: Rule): Record<string, Rule> {
  return Object.fromEntries(names.split(' ').map((name) => [name, rule]));
}
