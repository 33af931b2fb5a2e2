import { Refusal } from '../refusal.ts';
import type { Call, Syntax } from '../syntax/syntax.ts';
import { countSize, listSize, type Size } from './size.ts';

/** The most elements that `range` may give. */
const RANGE = 1_000_000;

type Given = Readonly<Record<string, unknown>>;

/** What the ends of a range may be besides numbers and parameters. */
export interface RangeContext {
  syntax: Syntax;
  parameters: Given;
  /** The call that begins at a token. */
  callAt: ReadonlyMap<number, Call>;
  /** What a call gives, and what a name stands for: `size(x) AS n`, `i IN range(…)`. */
  given: (of: Call | string) => Size;
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
  const steps = step && step.most === 0 ? Math.max(1, Math.abs(step.value)) : 1;
  const size = Math.abs(end.value - start.value) / steps + 1;
  if (!(size <= RANGE))
    throw new Refusal(`This range has more than ${RANGE} elements; ask for a part at a time.`, place);
  const most = start.most + end.most;
  const furthest = Math.max(Math.abs(start.value), Math.abs(end.value));
  // A range of its elements cannot be known where they lie far out.
  const element = countSize(furthest > RANGE ? Number.POSITIVE_INFINITY : Math.min(furthest + most, RANGE));
  return listSize(Math.max(size, Math.min(most, RANGE)), element);
}

interface Bound {
  value: number;
  /** What the counts in it come to, at most. */
  most: number;
}

/** The value of a sum of numbers, parameters and counts; `undefined` for any other expression. */
function boundOf([from, to]: [number, number], context: RangeContext): Bound | undefined {
  const { tokens } = context.syntax;
  const sum: Bound = { value: 0, most: 0 };
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
    if (token.kind === 'number') sum.value += sign * Number(token.text.replaceAll('_', ''));
    else if (token.kind === 'parameter') sum.value += sign * numberOf(context.parameters[token.text]);
    else if (call || token.kind === 'name' || token.kind === 'escaped') {
      sum.most += context.given(call ?? token.text).most;
      if (sum.most === Number.POSITIVE_INFINITY) return undefined;
      index = call?.close ?? index;
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
