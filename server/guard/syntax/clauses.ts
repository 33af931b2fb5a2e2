import { pushAll } from '../../core/numbers/extremes.ts';
import { Estimator, FOUND, type Names, NEAR, numberAt, rebound } from '../cost/estimate.ts';
import type { Rows } from '../cost/function-sizes.ts';
import { either, NOTHING, type Size, STORED } from '../cost/size.ts';
import { Refusal } from '../refusal.ts';
import { CLAUSES, refuseReserved } from './reserved.ts';
import { firstOf, partsOf, type Syntax } from './syntax.ts';

/** Words after which what looks like a clause is none, and those that are not one where a bracket follows. */
const NOT_AFTER = new Set(['.', ':', '$', 'as', 'starts', 'ends', '|', '&', '!']);
const MOST_ROWS = 1_000_000;
/** The most units of all rows together; an answer is cut off long before. */
const MOST_OF_ROWS = 1_000_000_000;

/**
 * Goes through the clauses of a statement as the database does, and reckons for each expression how large its value
 * may become and how long it may take: sizes of literals and parameters are known, those of names follow from what
 * they stand for, and what the database holds is taken to be as it mostly is.
 *
 * It cannot be certain. A property longer than is assumed, or rows collected by the hundred thousand, may make a
 * statement run to its deadline; a thread ends it then, and the watchdog where there is none. What it must not let
 * through is what takes the heap: nothing ends that but Neo4j itself.
 * @returns how many tokens were read, which is what the reckoning costs
 * @throws Refusal with the place in the text
 */
export function checkSizes(syntax: Syntax, parameters: Readonly<Record<string, unknown>>): number {
  const estimator: Estimator = new Estimator(syntax, parameters, (from, to, names) => {
    const { rows, matched, returned } = walk({ syntax, estimator, parameters }, from, to, names);
    return { rows: Math.min(rows * (matched ? NEAR : 1), MOST_ROWS), returned };
  });
  walk({ syntax, estimator, parameters }, 0, syntax.tokens.length, new Map());
  return estimator.read;
}

type Given = Readonly<Record<string, unknown>>;

interface Walk {
  syntax: Syntax;
  estimator: Estimator;
  parameters: Given;
  names: Map<string, Size>;
  /** Rows so far, at most, as far as they come of UNWIND; a MATCH finds any number. */
  rows: number;
  matched: boolean;
  /** Rows of the parts of a UNION that stood before. */
  former: number;
  /** The largest of what RETURN gives. */
  returned: Size;
  /** Whether a UNION stood before: a name is then what either of its parts gives it. */
  joined: boolean;
  /** Whether it is the statement itself, and no subquery or part of it. */
  isWhole: boolean;
}

function walk(
  of: Pick<Walk, 'syntax' | 'estimator' | 'parameters'>,
  from: number,
  to: number,
  given: Names,
): Walk {
  const { syntax, estimator, parameters } = of;
  // After NEXT what was given is read again.
  const isWhole =
    from === 0 && to === syntax.tokens.length && !syntax.tokens.some(({ word }) => word === 'next');
  const fresh = { rows: 1, matched: false, joined: false, former: 0, returned: NOTHING, isWhole };
  const state: Walk = { syntax, estimator, parameters, names: new Map(given), ...fresh };
  let start = from;
  for (let at = from; at <= to; at += 1) {
    if (at < to && !isClause(syntax, at)) {
      const close = syntax.partner.get(at);
      if (close !== undefined && close > at) at = close;
      continue;
    }
    if (start < at) clause(state, start, at);
    start = at;
  }
  state.rows += state.former;
  return state;
}

function isClause({ tokens }: Syntax, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'name' || !CLAUSES.has(token.word)) return false;
  const next = tokens[at + 1]?.word ?? '';
  if (NOT_AFTER.has(tokens[at - 1]?.word ?? '') || ['.', ':', '='].includes(next)) return false;
  return token.word !== 'call' || next !== '.';
}

function rowsOf({ rows, matched }: Walk): Rows {
  if (!matched) return { most: rows, kept: rows };
  return { most: Math.min(rows * FOUND, MOST_ROWS), kept: Math.max(rows, FOUND) };
}

/** One clause, from its word to the next one's. */
function clause(state: Walk, from: number, to: number): void {
  const { syntax, estimator } = state;
  const word = syntax.tokens[from]?.word ?? '';
  estimator.rows = rowsOf(state);
  if (word === 'match') state.matched = true;
  if (word === 'match' || word === '(') state.names = rebound(syntax.tokens, from, to, state.names);
  if (word === 'union') {
    state.joined = true;
    state.former += state.rows;
    state.rows = 1;
  }
  if (word === 'limit') limit(state, from + 1, to);
  if (word === 'call') {
    call(state, from, to);
    return;
  }
  const bound: [string, Size][] = [];
  let row = 0;
  const parts = partsOf(syntax.tokens, syntax.partner, from + 1, to);
  for (const [start, end] of parts) {
    if (word === 'yield') bindYielded(state, start, end);
    else {
      const items = item(state, word, start, end);
      pushAll(bound, items);
      for (const [, size] of items) row += size.total;
    }
  }
  if (word === 'with' || word === 'return') {
    checkRows(state, row, from, to);
    if (parts.every(([start, end]) => isAggregate(syntax, start, end))) {
      state.rows = 1;
      state.matched = false;
    }
  }
  // Every item of a clause sees what stood before it.
  for (const [name, size] of bound) {
    const known = state.joined ? state.names.get(name) : undefined;
    state.names.set(name, known ? either(known, size) : size);
  }
}

const AGGREGATES = new Set('count sum avg min max collect collect_list'.split(' '));

/** Whether it is one call of what makes one value of all rows; a clause of nothing else leaves one row. */
function isAggregate(syntax: Syntax, start: number, end: number): boolean {
  const close = (lastAs(syntax, start, end) ?? end) - 1;
  const { tokens, partner } = syntax;
  return (
    AGGREGATES.has(tokens[start]?.word ?? '') &&
    tokens[start + 1]?.word === '(' &&
    partner.get(start + 1) === close
  );
}

/** @throws Refusal for rows that sorted or told apart take more than the heap: what a MATCH finds is not counted */
function checkRows({ rows, syntax }: Walk, size: number, at: number, to: number): void {
  if (rows * size <= MOST_OF_ROWS) return;
  // What is collected becomes fewer rows, and the database counts what they take as they grow.
  if (syntax.tokens.slice(at, to).some(({ word }) => word.startsWith('collect'))) return;
  throw new Refusal(
    'The rows of this statement may grow beyond what the database can hold, all together. Return less of each, or fewer.',
    syntax.tokens[at],
  );
}

function limit(state: Walk, from: number, to: number): void {
  const most = to - from === 1 ? numberAt(state.syntax.tokens[from], state.parameters) : undefined;
  if (most === undefined || most < 0) return;
  // Rows that a MATCH found are no more than this either.
  state.rows = state.matched ? most : Math.min(state.rows, most);
  state.matched = false;
}

function item(state: Walk, word: string, start: number, end: number): [string, Size][] {
  const { syntax, estimator, names } = state;
  const { tokens } = syntax;
  const distinct = tokens[start]?.word === 'distinct' ? 1 : 0;
  const begin = start + distinct;
  if ((word === 'let' || word === 'match') && tokens[begin + 1]?.word === '=') {
    // A path, or a value of GQL's LET.
    refuseReserved(tokens[begin]);
    const { size } = estimator.expression(begin + 2, end, names);
    return [[tokens[begin]?.text ?? '', word === 'let' ? size : STORED]];
  }
  if (word === 'for' && tokens[begin + 1]?.word === 'in') {
    refuseReserved(tokens[begin]);
    return [[tokens[begin]?.text ?? '', unwound(state, begin + 2, end)]];
  }
  const as = lastAs(syntax, begin, end);
  const name = as === undefined ? undefined : tokens[as + 1]?.text;
  // What the statement itself gives may be called anything: nothing reads it again.
  if (as !== undefined && !(word === 'return' && state.isWhole)) refuseReserved(tokens[as + 1]);
  if (word === 'unwind') return name === undefined ? [] : [[name, unwound(state, begin, as ?? end)]];
  const { size } = estimator.expression(begin, as ?? end, names);
  // GROUP BY, for instance.
  if (as !== undefined && as + 2 < end) estimator.expression(as + 2, end, names);
  if (word === 'return') {
    const all = tokens[begin]?.word === '*' ? [...names.values()] : [size];
    state.returned = all.reduce(either, state.returned);
  }
  return name === undefined ? [] : [[name, size]];
}

/** The elements of a list, each of which becomes a row. */
function unwound(state: Walk, from: number, to: number): Size {
  const { size } = state.estimator.expression(from, to, state.names);
  state.rows = Math.min(state.rows * Math.max(1, size.count), MOST_ROWS);
  return size.count > 0 ? size.element : either(size, size.element);
}

function lastAs({ tokens, partner }: Syntax, from: number, to: number): number | undefined {
  for (let at = to - 1; at > from; at -= 1) {
    const open = partner.get(at);
    if (open !== undefined && open < at) at = open;
    else if (tokens[at]?.word === 'as' && tokens[at - 1]?.word !== '.')
      // `AS as`: the second is the name.
      return tokens[at - 1]?.word === 'as' && at - 1 > from ? at - 1 : at;
  }
  return undefined;
}

/** A subquery in braces, or a procedure with its arguments. */
function call(state: Walk, from: number, to: number): void {
  const { syntax, estimator, names } = state;
  const open = firstOf(syntax, ['{'], from + 1, to);
  if (open === to) {
    estimator.expression(from + 1, to, names);
    // It yields as many as it finds.
    state.matched = true;
    return;
  }
  const inner = walk(state, open + 1, syntax.partner.get(open) ?? to, names);
  state.rows = Math.min(state.rows * Math.max(1, inner.rows), MOST_ROWS);
  state.matched ||= inner.matched;
  // What it returns is known from here on; other names of its own are too, which makes nothing smaller.
  for (const [name, size] of inner.names) names.set(name, either(names.get(name) ?? NOTHING, size));
}

function bindYielded({ syntax, names }: Walk, start: number, end: number): void {
  const as = lastAs(syntax, start, end);
  const token = syntax.tokens[as === undefined ? start : as + 1];
  refuseReserved(token);
  if (token) names.set(token.text, STORED);
}
