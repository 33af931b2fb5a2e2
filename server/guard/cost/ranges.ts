import { Refusal } from '../refusal.ts';
import type { Call, Syntax } from '../syntax/syntax.ts';
import { listSize, NUMBER, type Size } from './size.ts';

/** The most elements that `range` may give. */
const RANGE = 1_000_000;
/** How many it is taken to give where it ends at a count that only the database knows. */
const COUNTED = 1_000;
const COUNTS = ['size', 'length', 'count', 'char_length', 'character_length'];

type Given = Readonly<Record<string, unknown>>;

/** What the ends of a range may be besides numbers and parameters. */
export interface RangeContext {
  syntax: Syntax;
  parameters: Given;
  /** The call that begins at a token. */
  callAt: ReadonlyMap<number, Call>;
  /** Whether a name stands for a count: `size(x) AS n`, `i IN range(…)`. */
  isCount: (name: string) => boolean;
  /** How many elements, or characters, a call of `size` can count. */
  counted: (call: Call) => number;
}

/** @throws Refusal when it gives too many elements, or ends at a value that only the database knows */
export function sizeOfRange(call: Call, context: RangeContext): Size {
  const [start, end, step] = call.parts.map((part) => boundOf(part, context));
  const place = context.syntax.tokens[call.at];
  if (!start || !end || (call.parts.length > 2 && !step)) {
    const remedy = 'Use numbers, parameters, size(…), length(…), count(…) AS n, and + or - of them';
    throw new Refusal(
      `The length of this range cannot be known before the statement runs. ${remedy}.`,
      place,
    );
  }
  const steps = step && !step.unknown ? Math.max(1, Math.abs(step.value)) : 1;
  const size = Math.abs(end.value - start.value) / steps + 1;
  if (!(size <= RANGE))
    throw new Refusal(`This range has more than ${RANGE} elements; ask for a part at a time.`, place);
  const most = start.most + end.most;
  return listSize(start.unknown || end.unknown ? Math.max(size, Math.min(most, RANGE)) : size, NUMBER);
}

interface Bound {
  value: number;
  unknown: boolean;
  /** What the counts in it come to, at most. */
  most: number;
}

/** The value of a sum of numbers, parameters and counts; `undefined` for any other expression. */
function boundOf([from, to]: [number, number], context: RangeContext): Bound | undefined {
  const { tokens } = context.syntax;
  const sum: Bound = { value: 0, unknown: false, most: 0 };
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
    const call = context.callAt.get(index);
    const isCounted = token.kind === 'name' && context.isCount(token.text) && tokens[index + 1]?.word !== '.';
    if (token.kind === 'number') sum.value += sign * Number(token.text.replaceAll('_', ''));
    else if (token.kind === 'parameter') sum.value += sign * numberOf(context.parameters[token.text]);
    else if (call && COUNTS.includes(call.name)) {
      sum.unknown = true;
      sum.most += context.counted(call);
      index = call.close;
    } else if (isCounted) {
      sum.unknown = true;
      sum.most += COUNTED;
    } else return undefined;
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
export function countedNames(syntax: Syntax, callAt: ReadonlyMap<number, Call>): ReadonlySet<string> {
  const { tokens, partner } = syntax;
  const counted = new Set<string>();
  const other = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'name' && token.kind !== 'escaped') continue;
    const before = tokens[index - 1]?.word;
    const next = tokens[index + 1]?.word;
    if (before === 'as') {
      const call = callEndingAt(index - 2, partner, callAt);
      const begins = tokens[(call?.at ?? 0) - 1]?.word ?? '';
      const isWhole = call && [',', 'with', 'return', 'unwind', 'distinct'].includes(begins);
      // A range is a list; its elements are counts only once they are unwound.
      const fits = call && (call.name === 'range' ? begins === 'unwind' : COUNTS.includes(call.name));
      (isWhole && fits ? counted : other).add(token.text);
    } else if (next === 'in' && (before === '[' || before === '('))
      (callAt.get(index + 2)?.name === 'range' ? counted : other).add(token.text);
    else if (next === '=' && (before === '(' || before === 'let' || before === ',')) other.add(token.text);
    else if (before === 'yield' || before === 'let') other.add(token.text);
  }
  for (const name of other) counted.delete(name);
  return counted;
}

/** The call whose bracket closes at a token: its name may have parts, so it begins where none is nearer. */
function callEndingAt(
  close: number,
  partner: ReadonlyMap<number, number>,
  callAt: ReadonlyMap<number, Call>,
): Call | undefined {
  const open = partner.get(close);
  if (open === undefined) return undefined;
  const call = callAt.get(open - 1);
  return call?.close === close ? call : undefined;
}
