import type { Token } from './lexer.ts';
import { Refusal } from './refusal.ts';
import type { Syntax } from './syntax.ts';

/** By what values may grow, all steps of a statement taken together. */
const GROWTH = 1_000;
/** What one replacement by text that is no literal is taken to do. */
const REPLACING = 32;
const GROWS = new Set(['+', '||', '[', '{']);
const BEGINS = new Set(['with', 'return', 'unwind', 'let', 'distinct', 'yield', 'call', '{', '(']);

/**
 * What the database builds inside an expression is not counted by its memory limit, so values that double
 * step by step are refused.
 * @throws Refusal
 */
export function checkGrowth(syntax: Syntax): void {
  checkAccumulators(syntax);
  checkSteps(syntax);
}

function checkAccumulators({ tokens, calls }: Syntax): void {
  for (const { name, parts } of calls) {
    if (name !== 'reduce' && name !== 'allreduce') continue;
    const accumulator = tokens[parts[0]?.[0] ?? -1];
    const [from, to] = [parts[1]?.[0] ?? 0, parts.at(-1)?.[1] ?? 0];
    if (!accumulator) continue;
    const body = tokens.slice(from, to);
    const bar = body.findIndex((token) => token.word === '|');
    const step = body.slice(bar + 1);
    const uses = step.filter(
      (_, index) => isBare(step, index) && step[index]?.text === accumulator.text,
    ).length;
    const grows = step.some((token, index) => grow(token) || isReplacing(step, index));
    const replaces = step.some((_, index) => isReplacing(step, index));
    if (uses > 0 && (replaces || (uses > 1 && grows)))
      throw new Refusal(
        `This reduce uses ${accumulator.text} more than once in what it adds up, so it may double with every step. Use it once, or UNWIND and aggregate.`,
        accumulator,
      );
  }
}

const grow = (token: Token) => GROWS.has(token.word);

function isReplacing(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.word;
  return (
    (word === 'replace' || word === 'regexreplace' || word === 'insert') && tokens[index + 1]?.word === '('
  );
}

/** A name that stands for a whole value: no property, label, key or function. */
function isBare(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'name' && token?.kind !== 'escaped') return false;
  const before = tokens[index - 1]?.word ?? '';
  const next = tokens[index + 1]?.word ?? '';
  // After a colon stands a label, unless it is that of a map: `{a: x, b: y}`.
  const label = before === ':' && !['{', ','].includes(tokens[index - 3]?.word ?? '');
  return !label && before !== '.' && before !== '$' && !['(', '.', ':'].includes(next);
}

/** Follows every `… AS name`: how often it takes one value up, multiplied over the statement. */
function checkSteps({ tokens, partner }: Syntax): void {
  let growth = 1;
  for (const [index, token] of tokens.entries()) {
    if (token.word !== 'as') continue;
    const item = tokens.slice(startOfItem(tokens, partner, index), index);
    const uses = new Map<string, number>();
    for (const at of item.keys()) {
      const text = item[at]?.text ?? '';
      if (isBare(item, at) && item[at]?.word !== 'in') uses.set(text, (uses.get(text) ?? 0) + 1);
    }
    const replaced = item.filter((_, at) => isReplacing(item, at)).length;
    const times =
      item.some(grow) && !item.some((each) => each.word === 'case') ? Math.max(1, ...uses.values()) : 1;
    growth *= times * REPLACING ** replaced;
    if (growth > GROWTH)
      throw new Refusal(
        'Step by step the values of this statement may grow beyond what the database can hold. Use fewer such steps.',
        token,
      );
  }
}

function startOfItem(tokens: readonly Token[], partner: ReadonlyMap<number, number>, end: number): number {
  for (let index = end - 1; index >= 0; index -= 1) {
    const open = partner.get(index);
    if (open !== undefined && open < index) index = open;
    else if (tokens[index]?.word === ',' || BEGINS.has(tokens[index]?.word ?? '')) return index + 1;
  }
  return 0;
}
