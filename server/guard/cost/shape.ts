import { Refusal } from '../refusal.ts';
import type { Token } from '../syntax/lexer.ts';
import type { Syntax } from '../syntax/syntax.ts';

const TOKENS = 4_000;
const SUBQUERIES = { nested: 4, most: 12 };
const PATTERNS = { together: 15, most: 40 };
const CASES = 20;
/** Clauses of a statement, patterns of one MATCH beside each other, and operators among the labels of one element. */
const CLAUSES = 100;
const BESIDE = 40;
const LABELS = 60;
/** So many operators in a row without a bracket; each is one more level of the planner's recursion. */
const CHAIN = 500;

/** @throws Refusal for what is the server's to ask, for more than one statement, and for too many words */
export function checkBeginning(tokens: readonly Token[]): void {
  const [first] = tokens;
  if (!first) throw new Refusal('The statement is empty; begin with MATCH, for instance.');
  if (first.word === 'explain' || first.word === 'profile') {
    const mode = first.word === 'explain' ? 'plan' : 'profile';
    throw new Refusal(`${first.text} is the server's to ask; leave it out and set "mode": "${mode}".`, first);
  }
  if (first.word === 'cypher')
    throw new Refusal(
      'Of the options of CYPHER only the version may be set, as CYPHER 5 or CYPHER 25.',
      first,
    );
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1]?.word ?? '';
    if (token.word === 'use' && BEFORE_USE.has(before) && isUse(tokens[index + 1]))
      throw new Refusal(
        'Only the database that is served can be asked, by its name and before all else; leave USE out.',
        token,
      );
    if (token.word === 'define' && tokens[index + 1]?.word === 'function')
      throw new Refusal('Functions cannot be defined here; write what it gives in its place.', token);
    if (token.word === ';' && index < tokens.length - 1)
      throw new Refusal('There is more than one statement; send one at a time.', token);
  }
  const beyond = tokens[TOKENS];
  if (beyond)
    throw new Refusal(`The statement has more than ${TOKENS} words; pass long lists as parameters.`, beyond);
}

/** Words after which a clause may begin; of what is no word, such as the beginning, it is empty. */
const BEFORE_USE = new Set(['', '{', '}', 'union', 'all', 'distinct', 'next', 'then', 'else']);

/** Whether what follows USE is a database or a graph, which may stand in brackets. */
function isUse(next: Token | undefined): boolean {
  if (!next || ['end', 'when', 'else'].includes(next.word)) return false;
  return next.kind === 'name' || next.kind === 'escaped' || next.kind === 'parameter' || next.word === '(';
}

/** @throws Refusal for shapes whose planning may never end: subqueries in each other, cliques, long chains */
export function checkShape(syntax: Syntax): void {
  checkSubqueries(syntax);
  checkPatterns(syntax);
  checkCases(syntax.tokens);
  checkChains(syntax);
  checkCounts(syntax);
}

const CLAUSE = new Set([
  'match',
  'with',
  'return',
  'unwind',
  'call',
  'union',
  'let',
  'filter',
  'for',
  'order',
]);

/** What the planner takes the longer for the more there is of it, at more than an even pace. */
function checkCounts({ tokens, partner }: Syntax): void {
  let [clauses, beside, labels, matching] = [0, 0, 0, false];
  for (const [index, token] of tokens.entries()) {
    if (CLAUSE.has(token.word) && tokens[index - 1]?.word !== '.') {
      clauses += 1;
      [beside, matching] = [0, token.word === 'match'];
    }
    if ([',', '-', 'where'].includes(token.word)) labels = 0;
    if (['|', '&', '!'].includes(token.word)) labels += 1;
    const next = partner.get(index + 1) ?? 0;
    if (matching && token.word === ',' && tokens[index + 1]?.word === '(' && next > index) beside += 1;
    if (clauses > CLAUSES)
      throw new Refusal(`The statement has more than ${CLAUSES} clauses; ask in several statements.`, token);
    if (beside > BESIDE)
      throw new Refusal(`One MATCH has more than ${BESIDE} patterns; part it by WITH.`, token);
    if (labels > LABELS)
      throw new Refusal(`More than ${LABELS} labels are joined here; use WHERE with any(…) and IN.`, token);
  }
}

const SUBQUERY = new Set(['exists', 'count', 'collect', 'call']);

function checkSubqueries({ tokens, partner }: Syntax): void {
  const ends: number[] = [];
  let most = 0;
  for (const [index, token] of tokens.entries()) {
    while ((ends.at(-1) ?? Number.POSITIVE_INFINITY) < index) ends.pop();
    if (token.word !== '{' || !isSubquery(tokens, partner, index)) continue;
    most += 1;
    ends.push(partner.get(index) ?? index);
    if (ends.length > SUBQUERIES.nested)
      throw new Refusal(`Subqueries nest deeper than ${SUBQUERIES.nested}; join them by WITH.`, token);
    if (most > SUBQUERIES.most)
      throw new Refusal(
        `There are more than ${SUBQUERIES.most} subqueries; ask in several statements.`,
        token,
      );
  }
}

function isSubquery(tokens: readonly Token[], partner: ReadonlyMap<number, number>, index: number): boolean {
  const before = tokens[index - 1]?.word ?? '';
  if (SUBQUERY.has(before)) return true;
  // CALL (x, y) { … }
  const open = before === ')' ? partner.get(index - 1) : undefined;
  return open !== undefined && tokens[open - 1]?.word === 'call';
}

const DASHES = /^[-\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/;

function checkPatterns({ tokens }: Syntax): void {
  let together = 0;
  let most = 0;
  for (const [index, token] of tokens.entries()) {
    if (['match', 'exists', 'count', 'collect'].includes(token.word)) together = 0;
    if (!DASHES.test(token.word)) continue;
    const next = tokens[index + 1]?.word ?? '';
    if (next !== '[' && !DASHES.test(next)) continue;
    together += 1;
    most += 1;
    if (together > PATTERNS.together)
      throw new Refusal(`One MATCH joins more than ${PATTERNS.together} edges; part it by WITH.`, token);
    if (most > PATTERNS.most)
      throw new Refusal(`There are more than ${PATTERNS.most} edges in all patterns; ask in several.`, token);
  }
}

function checkCases(tokens: readonly Token[]): void {
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (['.', ':', 'as'].includes(tokens[index - 1]?.word ?? '')) continue;
    if (token.word === 'case') depth += 1;
    else if (token.word === 'end' && depth > 0) depth -= 1;
    if (depth > CASES) throw new Refusal(`CASE nests deeper than ${CASES}; list its branches flat.`, token);
  }
}

const OPERATORS = new Set([
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
  '||',
  'and',
  'or',
  'xor',
  'not',
  '=',
  '<>',
  '<',
  '>',
  '.',
]);
const BREAKS = new Set([',', 'with', 'return', 'match', 'where', 'unwind', '(', ')', '[', ']', '{', '}']);

function checkChains({ tokens }: Syntax): void {
  let length = 0;
  for (const token of tokens) {
    if (BREAKS.has(token.word)) length = 0;
    else if (OPERATORS.has(token.word)) length += 1;
    if (length > CHAIN)
      throw new Refusal(`More than ${CHAIN} operators follow each other; use a list and IN.`, token);
  }
}
