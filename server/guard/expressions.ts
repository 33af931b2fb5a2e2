import { Refusal } from './refusal.ts';
import type { Syntax } from './syntax.ts';

const LENGTH = 200;
const UNBOUNDED = 4;
const REPEATS = 100;

/**
 * A regular expression that backtracks is a loop that nothing stops, so its shape has to be known: a literal or
 * a parameter, without what makes the work grow with every character.
 * @throws Refusal
 */
export function checkRegularExpressions(syntax: Syntax, parameters: Readonly<Record<string, unknown>>): void {
  const { tokens, calls } = syntax;
  const places = tokens.flatMap((token, index) => (token.word === '=~' ? [[index + 1, index + 2]] : []));
  for (const { name, parts } of calls) if (name === 'string.regexreplace') places.push(parts[1] ?? [0, 0]);
  for (const [from = 0, to = 0] of places) {
    const operand = tokens[from];
    const joined = ['+', '||', '[', '.'].includes(tokens[from + 1]?.word ?? '') || to - from !== 1;
    if (!operand || joined || (operand.kind !== 'string' && operand.kind !== 'parameter'))
      throw new Refusal(
        'A regular expression has to be one text or one parameter; join its parts before you send it.',
        operand ?? tokens[from - 1],
      );
    const text = operand.kind === 'string' ? withoutEscapes(operand.text) : textOf(parameters[operand.text]);
    const fault = text === undefined ? undefined : faultOf(text);
    if (fault)
      throw new Refusal(`This regular expression ${fault}. CONTAINS, STARTS WITH and IN may do.`, operand);
  }
}

function textOf(value: unknown): string | undefined {
  const inner = (value as { _value?: unknown } | null | undefined)?._value;
  return [value, inner].find((each): each is string => typeof each === 'string');
}

function withoutEscapes(text: string): string {
  return text.replace(/\\([\s\S])/g, '$1');
}

/** Why an expression may take for ever; `undefined` when it cannot. */
export function faultOf(expression: string): string | undefined {
  if (expression.length > LENGTH) return `is longer than ${LENGTH} characters`;
  const groups: { repeats: boolean; branches: boolean }[] = [{ repeats: false, branches: false }];
  let unbounded = 0;
  let closed: { repeats: boolean; branches: boolean } | undefined;
  for (let index = 0; index < expression.length; index += 1) {
    const character = expression[index] ?? '';
    const last = closed;
    closed = undefined;
    const group = groups.at(-1) ?? { repeats: false, branches: false };
    if (character === '\\') {
      index += 1;
      if (/[1-9kQ]/.test(expression[index] ?? '')) return 'refers back to a group, or quotes by \\Q';
    } else if (character === '[') index = endOfClass(expression, index);
    else if (character === '(') {
      if (/^\(\?<?[=!>]/.test(expression.slice(index))) return 'looks around';
      if (/^\(\?[a-zA-Z]*x/.test(expression.slice(index))) return 'has the flag x';
      groups.push({ repeats: false, branches: false });
    } else if (character === ')') {
      closed = groups.pop();
      const outer = groups.at(-1);
      if (!outer) return 'closes a group that it never opened';
      outer.repeats ||= closed?.repeats ?? false;
    } else if (character === '|') group.branches = true;
    else if ('*+?{'.includes(character)) {
      const times = timesOf(expression, index);
      if (times === undefined) continue;
      index += times.length - 1;
      if (times.most > 1 && last && (last.repeats || last.branches))
        return 'repeats what itself repeats or branches';
      if (times.most > REPEATS && times.most !== Number.POSITIVE_INFINITY)
        return `repeats more than ${REPEATS} times`;
      group.repeats = true;
      if (times.most > 10) unbounded += 1;
      if (unbounded > UNBOUNDED) return `repeats without end more than ${UNBOUNDED} times`;
    }
  }
  return undefined;
}

function timesOf(expression: string, index: number): { most: number; length: number } | undefined {
  const [text, least, comma, most] =
    /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})[?+]?/.exec(expression.slice(index)) ?? [];
  if (text === undefined) return undefined;
  if (text[0] === '?') return { most: 1, length: 1 };
  if (text[0] !== '{') return { most: Number.POSITIVE_INFINITY, length: text.length };
  const end = comma ? (most ? Number(most) : Number.POSITIVE_INFINITY) : Number(least);
  return { most: end, length: text.length };
}

function endOfClass(expression: string, start: number): number {
  for (let index = start + 1, depth = 1; index < expression.length; index += 1) {
    if (expression[index] === '\\') index += 1;
    else if (expression[index] === '[') depth += 1;
    else if (expression[index] === ']' && index > start + 1) depth -= 1;
    if (depth === 0) return index;
  }
  return expression.length;
}
