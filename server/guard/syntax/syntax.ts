import { Refusal } from '../refusal.ts';
import type { Token } from './lexer.ts';

/** What the checks share: the tokens, where each bracket closes, and the calls of functions. */
export interface Syntax {
  tokens: readonly Token[];
  /** For the index of an opening bracket that of its closing one, and the other way round. */
  partner: ReadonlyMap<number, number>;
  calls: readonly Call[];
}

/** A call `name(…)`; indices of tokens. */
export interface Call {
  /** In lower case, with its namespace: `date.truncate`. */
  name: string;
  /** Of its first token. */
  at: number;
  open: number;
  close: number;
  /** Start and end (exclusive) of each argument. */
  parts: [number, number][];
}

/** A map, as a word of a statement may be `constructor`. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
/** Deeper than this the planner's own recursion is at risk. */
const DEPTH = 40;

/** Words before a bracket that are no function. */
const KEYWORDS = new Set(
  `acyclic all and any as asc ascending bindings both by call case contains create delete desc descending detach
  different distinct edge edges element elements else end ends exists filter finish for foreach from graph group
  groups in index insert is join leading let limit match merge next node nodetach not of offset on optional or order
  path paths profile relationship relationships remove repeatable return scan search seek set shortest skip starts
  then trail trailing transactions typed union unwind use using walk when where with xor yield`.split(/\s+/),
);
/** Keywords that are functions too. */
const BOTH = new Set(['all', 'any', 'exists', 'relationships', 'single', 'none', 'left', 'right']);

/** @throws Refusal for brackets that do not match or nest too deep */
export function readSyntax(tokens: readonly Token[]): Syntax {
  const partner = new Map<number, number>();
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (CLOSING.has(token.word)) open.push(index);
    else if (')]}'.includes(token.word) && token.word) {
      const start = open.pop();
      if (start === undefined || CLOSING.get(tokens[start]?.word ?? '') !== token.word)
        throw new Refusal(`This ${token.word} closes nothing; remove it or open it before.`, token);
      partner.set(start, index).set(index, start);
    }
    if (open.length > DEPTH)
      throw new Refusal(`Brackets nest deeper than ${DEPTH}; take the statement apart by WITH.`, token);
  }
  const left = tokens[open.at(-1) ?? -1];
  if (left) throw new Refusal(`This ${left.word} is never closed.`, left);
  return { tokens, partner, calls: readCalls(tokens, partner) };
}

function readCalls(tokens: readonly Token[], partner: ReadonlyMap<number, number>): Call[] {
  const calls: Call[] = [];
  for (const [open, token] of tokens.entries()) {
    if (token.word !== '(') continue;
    const at = startOfName(tokens, open);
    if (at === undefined) continue;
    const chain = tokens.slice(at, open).filter((_, index) => index % 2 === 0);
    const name = chain.map((each) => each.text.toLowerCase()).join('.');
    const before = tokens[at - 1]?.word ?? '';
    const only = chain.length === 1 && chain[0]?.kind === 'name';
    // Procedures are told by the plan; after $ stands a label. After a colon, what is called is the value of a map.
    if (before === 'call' || before === '$' || isHint(tokens, at)) continue;
    if (only && KEYWORDS.has(name) && !BOTH.has(name)) continue;
    if (only && ['all', 'any'].includes(name) && !isLoop(tokens, open)) continue;
    const close = partner.get(open) ?? open;
    calls.push({ name, at, open, close, parts: partsOf(tokens, partner, open + 1, close) });
  }
  return calls;
}

/** `USING INDEX n:Label(property)` */
function isHint(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.word === ':' && ['index', 'seek', 'scan'].includes(tokens[at - 3]?.word ?? '');
}

/** Where `a.b.c` before a bracket begins. */
function startOfName(tokens: readonly Token[], open: number): number | undefined {
  const isName = (index: number) => ['name', 'escaped'].includes(tokens[index]?.kind ?? '');
  if (!isName(open - 1)) return undefined;
  let at = open - 1;
  while (tokens[at - 1]?.word === '.' && isName(at - 2)) at -= 2;
  return at;
}

/** Whether `x IN` follows, as in `any(x IN list WHERE …)`. */
export function isLoop(tokens: readonly Token[], open: number): boolean {
  return ['name', 'escaped'].includes(tokens[open + 1]?.kind ?? '') && tokens[open + 2]?.word === 'in';
}

/** What commas part between two indices, not looking into brackets. */
export function partsOf(
  tokens: readonly Token[],
  partner: ReadonlyMap<number, number>,
  from: number,
  to: number,
): [number, number][] {
  const parts: [number, number][] = [];
  let start = from;
  for (let index = from; index < to; index += 1) {
    const end = partner.get(index);
    if (end !== undefined && end > index) index = end;
    else if (tokens[index]?.word === ',') {
      parts.push([start, index]);
      start = index + 1;
    }
  }
  return start < to ? [...parts, [start, to]] : parts;
}

/** The first of some words between two indices, not looking into brackets; `to` when there is none. */
export function firstOf(syntax: Syntax, words: readonly string[], from: number, to: number): number {
  for (let index = from; index < to; index += 1) {
    if (words.includes(syntax.tokens[index]?.word ?? '')) return index;
    const end = syntax.partner.get(index);
    if (end !== undefined && end > index) index = end;
  }
  return to;
}
