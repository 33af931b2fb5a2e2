import { Refusal } from './refusal.ts';
import { type Call, firstOf, isLoop, type Syntax } from './syntax.ts';

/** The most elements that `range` may give. */
const RANGE = 1_000_000;
/** The most steps that loops within each other may take: nothing stops them once they run. */
const STEPS = 20_000_000;
/** How long lists are taken to be whose length the text does not tell. */
const UNKNOWN = 100_000;
const SMALL: Readonly<Record<string, number>> = {
  nodes: 200,
  relationships: 200,
  labels: 50,
  keys: 50,
  split: 1_000,
};
const OF_A_PROPERTY = 100;
const COUNTS = ['size', 'length', 'count', 'char_length', 'character_length', 'range'];
const LOOPS = ['all', 'any', 'none', 'single'];

type Given = Readonly<Record<string, unknown>>;

/** A span of tokens that is worked through so many times. */
interface Loop {
  from: number;
  to: number;
  times: number;
  /** Whether it walks a range, so that its steps are no estimate. */
  ranged: boolean;
}

/**
 * Loops inside one expression are never interrupted: their steps are estimated and held to a limit.
 * @throws Refusal
 */
export function checkLists(syntax: Syntax, parameters: Given): void {
  const counted = countedNames(syntax);
  const ranges = new Map<number, number>();
  for (const call of syntax.calls) {
    if (call.name === 'range') ranges.set(call.at, sizeOfRange(syntax, call, counted, parameters));
  }
  const loops = loopsOf(syntax, ranges, parameters);
  for (const loop of [
    ...loops,
    ...[...ranges].map(([at, times]) => ({ from: at, to: at, times, ranged: true })),
  ]) {
    const around = loops.filter((each) => each !== loop && each.from <= loop.from && loop.to <= each.to);
    const steps = around.reduce((product, each) => product * each.times, loop.times);
    const most = loop.ranged && around.every((each) => each.ranged) ? RANGE : STEPS;
    if (steps > most && around.length > 0)
      throw new Refusal(
        'Lists are walked within each other here, which cannot be stopped once it runs. UNWIND one of them instead.',
        syntax.tokens[loop.from],
      );
  }
}

function loopsOf(syntax: Syntax, ranges: ReadonlyMap<number, number>, parameters: Given): Loop[] {
  const { tokens, partner, calls } = syntax;
  const loops: Loop[] = [];
  const add = (source: number, end: number) => {
    const stop = firstOf(syntax, ['where', '|'], source, end);
    const times = sizeOf(syntax, source, stop, ranges, parameters);
    const ranged = calls.some(
      (call) => call.at === source && call.close === stop - 1 && call.name === 'range',
    );
    loops.push({ from: stop, to: end, times, ranged });
  };
  for (const [index, token] of tokens.entries()) {
    if (token.word === '[' && isLoop(tokens, index)) add(index + 3, partner.get(index) ?? index);
  }
  for (const { name, open, close, parts } of calls) {
    if (LOOPS.includes(name) && isLoop(tokens, open)) add(open + 3, close);
    if ((name === 'reduce' || name === 'allreduce') && parts[1]) add(parts[1][0] + 2, close);
  }
  return loops;
}

/** About how many elements the list between two indices has. */
function sizeOf(
  syntax: Syntax,
  from: number,
  to: number,
  ranges: ReadonlyMap<number, number>,
  parameters: Given,
): number {
  const { tokens, partner, calls } = syntax;
  const [first, second] = [tokens[from], tokens[from + 1]];
  if (!first || from >= to) return 1;
  if (first.kind === 'parameter' && to - from === 1) return lengthOf(parameters[first.text]);
  const call = calls.find((each) => each.at === from && each.close === to - 1);
  if (call?.name === 'range') return ranges.get(from) ?? UNKNOWN;
  if (call) return SMALL[call.name] ?? UNKNOWN;
  if (first.word === '[' && partner.get(from) === to - 1) {
    if (!isLoop(tokens, from)) return (to - from) / 2;
    const stop = firstOf(syntax, ['where', '|'], from + 3, to - 1);
    return sizeOf(syntax, from + 3, stop, ranges, parameters);
  }
  if (second?.word === '.' && to - from === 3) return OF_A_PROPERTY;
  return UNKNOWN;
}

function lengthOf(value: unknown): number {
  const list = (value as { _value?: unknown } | null | undefined)?._value ?? value;
  return Array.isArray(list) ? Math.max(1, list.length) : 1;
}

/** @throws Refusal when it gives too many elements, or ends at a value that only the database knows */
function sizeOfRange(syntax: Syntax, call: Call, counted: ReadonlySet<string>, parameters: Given): number {
  const [start, end, step] = call.parts.map((part) => boundOf(syntax, part, counted, parameters));
  if (!start || !end || (call.parts.length > 2 && !step)) {
    const remedy = 'Use numbers, parameters, size(…), length(…), count(…) AS n, and + or - of them';
    throw new Refusal(
      `How far this range reaches cannot be told before it runs. ${remedy}.`,
      at(syntax, call),
    );
  }
  const steps = step && !step.unknown ? Math.max(1, Math.abs(step.value)) : 1;
  const size = Math.abs(end.value - start.value) / steps + 1;
  if (!(size <= RANGE))
    throw new Refusal(
      `This range has more than ${RANGE} elements; ask for a part at a time.`,
      at(syntax, call),
    );
  return start.unknown || end.unknown ? Math.max(size, UNKNOWN) : size;
}

const at = (syntax: Syntax, call: Call) => syntax.tokens[call.at];

interface Bound {
  value: number;
  unknown: boolean;
}

/** The value of a sum of numbers, parameters and counts; `undefined` for any other expression. */
function boundOf(
  { tokens, calls }: Syntax,
  [from, to]: [number, number],
  counted: ReadonlySet<string>,
  parameters: Given,
): Bound | undefined {
  const sum: Bound = { value: 0, unknown: false };
  let sign = 1;
  let expected = true;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token?.word === '+' || token?.word === '-') {
      sign = token.word === '-' ? (expected ? -sign : -1) : expected ? sign : 1;
      expected = true;
      continue;
    }
    if (!token || !expected) return undefined;
    const call = calls.find(
      (each) => each.at === index && COUNTS.includes(each.name) && each.name !== 'range',
    );
    const isCounted = token.kind === 'name' && counted.has(token.text) && tokens[index + 1]?.word !== '.';
    if (token.kind === 'number') sum.value += sign * Number(token.text.replaceAll('_', ''));
    else if (token.kind === 'parameter') sum.value += sign * numberOf(parameters[token.text]);
    else if (call) {
      sum.unknown = true;
      index = call.close;
    } else if (isCounted) sum.unknown = true;
    else return undefined;
    expected = false;
    sign = 1;
  }
  return expected ? undefined : sum;
}

function numberOf(value: unknown): number {
  const inner = (value as { _value?: unknown } | null | undefined)?._value ?? value;
  // What is no number ends in an error of the database, not in a long list.
  return inner === null || Number.isNaN(Number(inner)) ? 0 : Number(inner);
}

/** Names that stand for counts wherever they are bound: `size(x) AS n`, `i IN range(…)`. */
function countedNames(syntax: Syntax): ReadonlySet<string> {
  const { tokens, calls } = syntax;
  const counted = new Set<string>();
  const other = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'name' && token.kind !== 'escaped') continue;
    const before = tokens[index - 1]?.word;
    const next = tokens[index + 1]?.word;
    if (before === 'as') {
      const call = calls.find((each) => each.close === index - 2 && COUNTS.includes(each.name));
      const whole =
        call && [',', 'with', 'return', 'unwind', 'distinct'].includes(tokens[call.at - 1]?.word ?? '');
      // A range is a list; its elements are counts only once they are unwound.
      const fits = whole && (call.name === 'range') === (tokens[call.at - 1]?.word === 'unwind');
      (fits ? counted : other).add(token.text);
    } else if (next === 'in' && (before === '[' || before === '(')) {
      const ranged = calls.some((each) => each.at === index + 2 && each.name === 'range');
      (ranged ? counted : other).add(token.text);
    } else if (next === '=' && (before === '(' || before === 'let' || before === ',')) other.add(token.text);
    else if (before === 'yield' || before === 'let') other.add(token.text);
  }
  for (const name of other) counted.delete(name);
  return counted;
}
