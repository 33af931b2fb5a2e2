import { Refusal } from '../refusal.ts';
import { NO_VALUE, refuseReserved, refuseReservedIn, TELLS } from '../syntax/reserved.ts';
import { type Call, firstOf, isLoop, partsOf, type Syntax } from '../syntax/syntax.ts';
import { matchingAt } from './expressions.ts';
import { MEMORY, type Rows, sizeOfCall } from './function-sizes.ts';
import { type RangeContext, sizeOfRange } from './ranges.ts';
import {
  countSize,
  either,
  holding,
  listSize,
  NOTHING,
  NUMBER,
  type Size,
  STORED,
  sizeOfValue,
  textSize,
  together,
} from './size.ts';

/** What an expression may give and what it takes to work out, in steps of about a nanosecond. */
export interface Estimate {
  size: Size;
  cost: number;
}

/** Names, and how large what they stand for may be. */
export type Names = ReadonlyMap<string, Size>;

/** The most steps of one expression, some seconds: it never looks whether it should end. */
const COST = 3_000_000_000;
/** Steps of going once round a loop, and of one operand. */
const ROUND = 50;
const OPERAND = 20;
/** How many rows a MATCH is taken to find, and a pattern inside an expression. */
export const FOUND = 1_000;
export const NEAR = 100;
/** Loops within each other, and tokens read in all: a loop is estimated up to three times, so what is in it too. */
const NESTED = 4;
const TOKENS_READ = 400_000;

const LOOPS = ['all', 'any', 'none', 'single'];
/** What is followed by a subquery in braces. */
const SUBQUERIES = new Set(['exists', 'count', 'collect']);
/** Of those that tell, the ones that are values themselves: to a text each can be added. */
const VALUES = new Set(['null', 'true', 'false']);
const JOINS = new Set(['+', '||']);
/** Walks through what stands in braces; tells how many rows it gives, and how large what it returns. */
type Subquery = (from: number, to: number, names: Names) => { rows: number; returned: Size };

/** Estimates expressions of one statement with its parameters. */
export class Estimator {
  readonly #syntax: Syntax;
  readonly #parameters: Readonly<Record<string, unknown>>;
  readonly #callAt: ReadonlyMap<number, Call>;
  readonly #endOf: ReadonlyMap<number, number>;
  readonly #sizes = new Map<string, Size>();
  /** Estimates what stands in braces after EXISTS, COUNT, COLLECT and CALL. */
  readonly #subquery: Subquery;
  #nested = 0;
  #read = 0;
  /** How many rows may be counted or collected. */
  rows: Rows = { most: 1, kept: 1 };

  constructor(syntax: Syntax, parameters: Readonly<Record<string, unknown>>, subquery: Subquery) {
    this.#syntax = syntax;
    this.#parameters = parameters;
    this.#subquery = subquery;
    this.#callAt = new Map(syntax.calls.map((call) => [call.at, call]));
    this.#endOf = endsOfCases(syntax.tokens);
  }

  /** Tokens read so far, which is what an estimate costs. */
  get read(): number {
    return this.#read;
  }

  /**
   * @throws Refusal when a value of it may become too large, or it may take too long
   */
  expression(from: number, to: number, names: Names): Estimate {
    const estimate = this.#span(from, to, names);
    if (estimate.cost > COST) throw new Refusal(tooLong(this.#nested), this.#syntax.tokens[from]);
    return estimate;
  }

  #span(from: number, to: number, names: Names): Estimate {
    const { tokens, partner } = this.#syntax;
    const operands: Size[] = [];
    let [cost, joins, tells, chain] = [0, 0, false, 0];
    const add = ({ size, cost: more }: Estimate) => {
      operands.push(size);
      cost += more + OPERAND;
    };
    for (let at = from; at < to; at += 1) {
      this.#count();
      const token = tokens[at];
      const word = token?.word ?? '';
      const before = tokens[at - 1];
      if (!token) break;
      if (JOINS.has(word)) joins += 1;
      else if (VALUES.has(word) && before?.word !== '.') add({ size: NUMBER, cost: 0 });
      else if (TELLS.has(word) && before?.word !== '.') {
        // What is matched is all that is joined since the last comparison.
        if (word === '=~') cost += this.#matching(at + 1, operands.slice(chain));
        [tells, chain] = [true, operands.length];
      }
      if (token.kind === 'string') add({ size: textSize(token.text.length), cost: 0 });
      else if (token.kind === 'number') add({ size: NUMBER, cost: 0 });
      else if (token.kind === 'parameter') add({ size: this.#parameter(token.text), cost: 0 });
      else if (word === '.') {
        const name = tokens[at + 1]?.kind;
        if ((name === 'name' || name === 'escaped') && operands.length > 0) {
          operands.push((operands.pop() ?? NUMBER).element);
          at += 1;
        }
      } else if (word === '[' || word === '(' || word === '{') {
        const close = partner.get(at) ?? to;
        const follows = at > from && isOperand(before);
        if (word === '[' && follows) add(this.#indexed(operands.pop() ?? STORED, at, close, names));
        else if (word === '{' && follows && !SUBQUERIES.has(before?.word ?? ''))
          add(this.#projected(operands.pop() ?? STORED, at, close, names));
        else add(this.#bracket(word, at, close, names, before?.word ?? ''));
        at = close;
      } else if (token.kind === 'name' || token.kind === 'escaped') {
        const call = this.#callAt.get(at);
        if (call) {
          add(this.#call(call, names));
          at = call.close;
        } else if (word === 'case' && before?.word !== '.') {
          const end = this.#endOfCase(at, to);
          add(this.#case(at + 1, end, names));
          at = end;
        } else if (!NO_VALUE.has(word) && !(SUBQUERIES.has(word) && tokens[at + 1]?.word === '{'))
          add({ size: names.get(token.text) ?? STORED, cost: 0 });
      }
    }
    return this.#joined(operands, cost, joins, tells, from);
  }

  /** Operators of one expression, whatever their order, make nothing larger than all operands together. */
  #joined(operands: Size[], cost: number, joins: number, tells: boolean, at: number): Estimate {
    const touched = operands.length > 1 ? operands.reduce((sum, each) => sum + each.total, 0) : 0;
    const all = cost + touched * Math.max(1, joins);
    if (tells || operands.length === 0) return { size: NUMBER, cost: all };
    const [first = NUMBER] = operands;
    if (operands.length === 1) return { size: first, cost: all };
    // A number added to what may be text makes text.
    const isNumber = operands.every((each) => each.number === 'yes');
    if (isNumber || joins === 0) {
      const size = isNumber ? NUMBER : operands.reduce(either, NOTHING);
      return { size, cost: all };
    }
    return { size: this.#held(operands.reduce(together, NOTHING), at), cost: all };
  }

  #count(): void {
    this.#read += 1;
    if (this.#read > TOKENS_READ)
      throw new Refusal('Too much of this statement is inside nested loops; split it with WITH.');
  }

  /** @throws Refusal for a value that the database could not hold */
  #held(size: Size, at: number): Size {
    if (size.total <= MEMORY) return size;
    throw new Refusal(
      'Step by step the values of this statement may grow beyond what the database can hold. Make them shorter, or fewer.',
      this.#syntax.tokens[at],
    );
  }

  #parameter(name: string): Size {
    const known = this.#sizes.get(name);
    if (known) return known;
    const value = Object.hasOwn(this.#parameters, name) ? this.#parameters[name] : null;
    const size = sizeOfValue(value);
    this.#sizes.set(name, size);
    return size;
  }

  #matching(at: number, joined: readonly Size[]): number {
    const { tokens } = this.#syntax;
    const [first, ...rest] = joined;
    // CASE takes it without one, and the text from elsewhere.
    if (!first)
      throw new Refusal('A regular expression needs the text right before it: x =~ …', tokens[at - 1]);
    const text = rest.reduce(together, first);
    const { degree, choices, endsWithAll } = matchingAt(tokens, at, at + 1, this.#parameters);
    // Text that the database holds is taken to have no line's end where it would matter.
    const spared = endsWithAll && text.number === 'maybe' ? 1 : 0;
    return 5 * choices * Math.max(1, text.text) ** Math.max(1, degree - spared);
  }

  /** Parts between commas, as of a list. */
  #parts(from: number, to: number, names: Names): { sizes: Size[]; cost: number } {
    const parts = partsOf(this.#syntax.tokens, this.#syntax.partner, from, to).map(([start, end]) =>
      this.#span(start, end, names),
    );
    const cost = parts.reduce((sum, each) => sum + each.cost, 0);
    return { sizes: parts.map(({ size }) => size), cost };
  }

  /** `list[1]`, `map['key']`, or a slice `list[..10]`. */
  #indexed(of: Size, at: number, close: number, names: Names): Estimate {
    const dots = firstOf(this.#syntax, ['..'], at + 1, close);
    const first = this.#span(at + 1, dots, names);
    if (dots === close) return { size: of.element, cost: first.cost };
    const last = this.#span(dots + 1, close, names);
    const most = close - dots === 2 ? numberAt(this.#syntax.tokens[dots + 1], this.#parameters) : undefined;
    const isCut = most !== undefined && most >= 0 && most < of.count;
    const size = isCut ? listSize(most, of.element, Math.min(of.total, 16 + most * of.element.total)) : of;
    return { size, cost: first.cost + last.cost };
  }

  /** `map{.key, other: value}`: it may hold all that the map does, and what is added to it. */
  #projected(of: Size, at: number, close: number, names: Names): Estimate {
    const { size, cost } = this.#braces(at, close, names, '');
    const both = {
      ...either(of, size),
      element: either(of.element, size.element),
      total: of.total + size.total,
    };
    return { size: this.#held(both, at), cost };
  }

  #bracket(word: string, at: number, close: number, names: Names, before: string): Estimate {
    const { tokens } = this.#syntax;
    if (word === '(') {
      const { sizes, cost } = this.#parts(at + 1, close, names);
      return { size: sizes.reduce(either, NOTHING), cost };
    }
    if (word === '{') return this.#braces(at, close, names, before);
    if (isLoop(tokens, at)) return this.#comprehension(at + 1, close, names);
    const bar = firstOf(this.#syntax, ['|'], at + 1, close);
    // A path may have a name: [p = (a)-->() | …]
    const begin = tokens[at + 2]?.word === '=' ? at + 3 : at + 1;
    if (tokens[begin]?.word === '(' && bar < close)
      return this.#patterns(begin, bar, close, new Map(names).set(tokens[begin - 2]?.text ?? '', STORED));
    const { sizes, cost } = this.#parts(at + 1, close, names);
    return { size: this.#held(holding(sizes), at), cost };
  }

  #braces(at: number, close: number, names: Names, before: string): Estimate {
    const { tokens } = this.#syntax;
    if (SUBQUERIES.has(before)) {
      const outer = this.rows;
      const { rows, returned } = this.#subquery(at + 1, close, names);
      this.rows = outer;
      const count = Math.max(NEAR, rows);
      const size = before === 'collect' ? this.#held(listSize(count, returned), at) : countSize(count);
      return { size, cost: count * ROUND };
    }
    const entries = partsOf(tokens, this.#syntax.partner, at + 1, close).map(([start, end]) => {
      const colon = firstOf(this.#syntax, [':'], start, end);
      return this.#span(colon < end ? colon + 1 : start, end, names);
    });
    const sizes = entries.map(({ size }) => size);
    const cost = entries.reduce((sum, each) => sum + each.cost, 0);
    const keys = entries.length * 64;
    return { size: this.#held(holding(sizes, keys), at), cost };
  }

  /** `[(a)-->(b) WHERE … | …]` */
  #patterns(from: number, bar: number, close: number, names: Names): Estimate {
    const inner = rebound(this.#syntax.tokens, from, bar, names);
    const pattern = this.#span(from, bar, inner);
    const given = this.#span(bar + 1, close, inner);
    return { size: listSize(NEAR, given.size), cost: NEAR * (ROUND + given.cost + pattern.cost) };
  }

  #call(call: Call, names: Names): Estimate {
    const { name, open, close, parts, at } = call;
    const { tokens } = this.#syntax;
    if (name === 'range') return { size: sizeOfRange(call, this.#ranges(names)), cost: OPERAND };
    if (LOOPS.includes(name) && isLoop(tokens, open)) {
      const { cost } = this.#comprehension(open + 1, close, names);
      return { size: NUMBER, cost };
    }
    if (name === 'reduce' || name === 'allreduce') return this.#reduce(call, names);
    if (tokens[open + 1]?.word === 'distinct') parts[0] = [open + 2, parts[0]?.[1] ?? close];
    const given = parts.map(([from, to]) => this.#span(from, to, names));
    const sizes = given.map((each) => each.size);
    const { size, passes } = sizeOfCall(name, sizes, this.rows);
    let cost = given.reduce((sum, each) => sum + each.cost + each.size.total * passes, ROUND);
    if (name === 'string.regexreplace') {
      const [from = at, to = at] = parts[1] ?? [at, at];
      const { degree, choices } = matchingAt(tokens, from, to, this.#parameters);
      cost += 5 * choices * Math.max(1, sizes[0]?.text ?? 1) ** degree;
    }
    return { size: this.#held(size, at), cost: cost + size.total };
  }

  #ranges(names: Names): RangeContext {
    return {
      syntax: this.#syntax,
      parameters: this.#parameters,
      callAt: this.#callAt,
      given: (of) => (typeof of === 'string' ? (names.get(of) ?? STORED) : this.#call(of, names).size),
    };
  }

  /** `x IN list WHERE … | …` between two brackets. */
  #comprehension(from: number, close: number, names: Names): Estimate {
    const { tokens } = this.#syntax;
    refuseReserved(tokens[from]);
    const stop = firstOf(this.#syntax, ['where', '|'], from + 2, close);
    const bar = firstOf(this.#syntax, ['|'], stop, close);
    const list = this.#span(from + 2, stop, names);
    const body = (element: Size): Estimate => {
      const inner = new Map(names).set(tokens[from]?.text ?? '', element);
      const where = stop < bar ? this.#span(stop + 1, bar, inner) : { size: NUMBER, cost: 0 };
      const given = bar < close ? this.#span(bar + 1, close, inner) : { size: element, cost: 0 };
      return { size: given.size, cost: where.cost + given.cost };
    };
    return this.#loop(list, body, bar < close, from);
  }

  /**
   * Once round for every element. What it takes for a large element is reckoned for as many as the list can hold of
   * those, for the others what it takes for an empty one: what grows at least evenly takes no more than that.
   */
  #loop(list: Estimate, body: (element: Size) => Estimate, maps: boolean, at: number): Estimate {
    this.#nested += 1;
    if (this.#nested > NESTED)
      throw new Refusal(
        `Lists are walked more than ${NESTED} deep within each other; take the statement apart by WITH.`,
        this.#syntax.tokens[at],
      );
    const { count, element, total } = list.size;
    const large = body(element);
    const uneven = count * element.total > total && element.total > 0;
    const small = uneven ? body(NOTHING) : large;
    const many = uneven ? Math.min(count, total / element.total) : count;
    const rest = count - many;
    const size = maps
      ? listSize(count, large.size, 16 + many * large.size.total + rest * small.size.total)
      : list.size;
    const cost = list.cost + count * ROUND + many * large.cost + rest * small.cost;
    this.#nested -= 1;
    if (cost > COST) throw new Refusal(tooLong(2), this.#syntax.tokens[at]);
    return { size: this.#held(size, at), cost };
  }

  /** `reduce(sum = start, x IN list | step)`: how much a step adds to what it is given decides. */
  #reduce({ parts, open, close, at }: Call, names: Names): Estimate {
    const { tokens } = this.#syntax;
    const accumulator = tokens[open + 1]?.text ?? '';
    const [second] = parts[1] ?? [close];
    refuseReserved(tokens[open + 1]);
    refuseReserved(tokens[second]);
    const last = parts.at(-1)?.[1] ?? close;
    const bar = firstOf(this.#syntax, ['|'], second, last);
    const start = this.#span((parts[0]?.[0] ?? open) + 2, parts[0]?.[1] ?? close, names);
    const list = this.#span(second + 2, bar, names);
    const { count } = list.size;
    const inner = new Map(names).set(tokens[second]?.text ?? '', list.size.element);
    const step = (given: Size) => this.#span(bar + 1, last, new Map(inner).set(accumulator, given));
    this.#nested += 1;
    const from = step(start.size);
    const numbers = [start.size.number, from.size.number];
    // What the database holds is mostly a number where it is added up, which decides how long it takes; but it may be
    // text, made longer and longer, and what takes the heap is ended by nothing.
    const stays = !numbers.includes('no');
    const size = numbers.every((each) => each === 'yes')
      ? either(start.size, from.size)
      : this.#held({ ...grown(start.size, step, count), number: stays ? 'maybe' : 'no' }, at);
    const cost =
      start.cost + list.cost + count * (ROUND + Math.max(from.cost, stays ? 0 : step(size).cost / 2));
    this.#nested -= 1;
    if (cost > COST) throw new Refusal(tooLong(2), tokens[at]);
    return { size, cost };
  }

  /** Where the CASE at a token ends, which is not beyond `to`. */
  #endOfCase(at: number, to: number): number {
    return Math.min(this.#endOf.get(at) ?? to, to);
  }

  /** One of its branches; what decides between them gives nothing. */
  #case(from: number, end: number, names: Names): Estimate {
    const { tokens } = this.#syntax;
    let size = NOTHING;
    let cost = 0;
    for (let at = from; at < end; ) {
      const next = this.#branchEnd(at, end);
      const part = this.#span(at, next, names);
      cost += part.cost;
      const led = tokens[at - 1]?.word;
      if (led === 'then' || led === 'else') size = either(size, part.size);
      at = next + 1;
    }
    return { size: size === NOTHING ? NUMBER : size, cost };
  }

  #branchEnd(from: number, end: number): number {
    const { tokens, partner } = this.#syntax;
    for (let at = from; at < end; at += 1) {
      const word = tokens[at - 1]?.word === '.' ? '' : (tokens[at]?.word ?? '');
      if (word === 'case') at = this.#endOfCase(at, end);
      else if (['when', 'then', 'else'].includes(word)) return at;
      const close = partner.get(at);
      if (close !== undefined && close > at) at = close;
    }
    return end;
  }
}

/** For the index of each CASE that of its END, in one go: to look anew for each would take the square of their number. */
function endsOfCases(tokens: Syntax['tokens']): Map<number, number> {
  const ends = new Map<number, number>();
  // Of each bracket that is open, the cases that began inside.
  const open: number[][] = [[]];
  for (const [at, { word }] of tokens.entries()) {
    if (word && '([{'.includes(word)) open.push([]);
    else if (word && ')]}'.includes(word)) open.pop();
    else if (tokens[at - 1]?.word === '.') continue;
    else if (word === 'case') open.at(-1)?.push(at);
    else if (word === 'end') {
      const begun = open.at(-1)?.pop();
      if (begun !== undefined) ends.set(begun, at);
    }
  }
  return ends;
}

/**
 * Names once a pattern stood there: one of its own, given to something else before, is what the database holds.
 *
 * @throws Refusal for a variable that is named like a word of the language
 */
export function rebound(tokens: Syntax['tokens'], from: number, to: number, names: Names): Map<string, Size> {
  refuseReservedIn(tokens, from, to);
  const inner = new Map(names);
  for (let at = from; at < to; at += 1) {
    const known = '(['.includes(tokens[at]?.word || ' ') && inner.get(tokens[at + 1]?.text ?? '');
    if (known) inner.set(tokens[at + 1]?.text ?? '', either(known, STORED));
  }
  return inner;
}

/** What a value has become after so many steps, of which each takes it up and adds to it. */
function grown(start: Size, step: (given: Size) => Estimate, count: number): Size {
  const probe = (size: number) =>
    step({ ...start, total: size, text: size, count: size, number: 'no' }).size.total;
  const [once, twice] = [probe(PROBE), probe(2 * PROBE)];
  const factor = (twice - once) / PROBE;
  const added = Math.max(0, once - factor * PROBE);
  const least = Math.max(start.total, step(NOTHING).size.total);
  const total =
    factor > 1.000_001
      ? (least + added * count) * factor ** Math.min(count, 1_000)
      : least + added * (factor < 0.5 ? 1 : count);
  const element: Size = { ...NUMBER, total, text: total, count: total / 16, number: 'no' };
  element.element = element;
  return { ...start, total, text: total, count: Math.max(start.count, total / 16), number: 'no', element };
}
const PROBE = 1_000_000;

/** A number that stands there, by itself or as a parameter. */
export function numberAt(
  token: { kind: string; text: string } | undefined,
  parameters: Readonly<Record<string, unknown>>,
): number | undefined {
  const given = token?.kind === 'parameter' ? parameters[token.text] : token?.text;
  if (!token || (token.kind !== 'number' && token.kind !== 'parameter')) return undefined;
  const value = Number((given as { _value?: unknown } | null | undefined)?._value ?? given);
  return Number.isFinite(value) ? value : undefined;
}

function isOperand(token: { kind: string; word: string } | undefined): boolean {
  if (!token) return false;
  if (token.kind === 'symbol') return [')', ']', '}'].includes(token.word);
  return token.kind !== 'name' || !NO_VALUE.has(token.word);
}

function tooLong(nested: number): string {
  const what = nested > 1 ? 'Lists are walked within each other here' : 'This may take very long';
  return `${what}, which cannot be stopped once it runs. UNWIND one of them instead, or give it less.`;
}
