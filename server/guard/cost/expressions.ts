import { Refusal } from '../refusal.ts';
import type { Token } from '../syntax/lexer.ts';

const LENGTH = 200;
const UNBOUNDED = 4;
const REPEATS = 100;

/** What matching costs: at most `choices` times the length of the text to the power of `degree`. */
export interface Matching {
  degree: number;
  choices: number;
  /** Whether it ends by `.*`, which takes all that is left and gives none back, unless there is a line's end in it. */
  endsWithAll: boolean;
}

/**
 * What an expression costs that stands at a place of a statement: a literal or a parameter, without what makes the
 * work double with every character. One that backtracks is a loop that nothing stops.
 * @throws Refusal
 */
export function matchingAt(
  tokens: readonly Token[],
  from: number,
  to: number,
  parameters: Readonly<Record<string, unknown>>,
): Matching {
  const operand = tokens[from];
  const joined = ['+', '||', '[', '.'].includes(tokens[from + 1]?.word ?? '') || to - from !== 1;
  if (!operand || joined || (operand.kind !== 'string' && operand.kind !== 'parameter'))
    throw new Refusal(
      'A regular expression has to be one text or one parameter; join its parts before you send it.',
      operand ?? tokens[from - 1],
    );
  const text = operand.kind === 'string' ? withoutEscapes(operand.text) : textOf(parameters[operand.text]);
  const matching = text === undefined ? { degree: 1, choices: 1, endsWithAll: false } : matchingOf(text);
  if (typeof matching === 'string')
    throw new Refusal(`This regular expression ${matching}. CONTAINS, STARTS WITH and IN may do.`, operand);
  return matching;
}

function textOf(value: unknown): string | undefined {
  const inner = (value as { _value?: unknown } | null | undefined)?._value;
  return [value, inner].find((each): each is string => typeof each === 'string');
}

/** The characters that a string as written stands for, as far as an expression is concerned. */
function withoutEscapes(text: string): string {
  return text.replace(/\\u([\da-fA-F]{4})|\\([\s\S])/g, (_, code: string | undefined, other: string) =>
    code === undefined ? other : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** What an expression costs; why it may take for ever, where it may. */
export function matchingOf(expression: string): Matching | string {
  if (expression.length > LENGTH) return `is longer than ${LENGTH} characters`;
  const groups: Group[] = [{ repeats: false, branches: 0 }];
  let unbounded = 0;
  let choices = 1;
  let ends = false;
  let closed: Group | undefined;
  for (let index = 0; index < expression.length; index += 1) {
    const character = expression[index] ?? '';
    const last = closed;
    closed = undefined;
    const group = groups.at(-1) ?? { repeats: false, branches: 0 };
    if (character !== '$') ends = false;
    if (character === '\\') {
      index += 1;
      if (/[1-9kQ]/.test(expression[index] ?? '')) return 'refers back to a group, or quotes by \\Q';
    } else if (character === '[') index = endOfClass(expression, index);
    else if (character === '(') {
      if (/^\(\?<?[=!>]/.test(expression.slice(index))) return 'looks around';
      if (/^\(\?[a-zA-Z]*x/.test(expression.slice(index))) return 'has the flag x';
      groups.push({ repeats: false, branches: 0 });
    } else if (character === ')') {
      closed = groups.pop();
      const outer = groups.at(-1);
      if (!outer) return 'closes a group that it never opened';
      outer.repeats ||= closed?.repeats ?? false;
      choices *= 1 + (closed?.branches ?? 0);
    } else if (character === '|') group.branches += 1;
    else if ('*+?{'.includes(character)) {
      const times = timesOf(expression, index);
      if (times === undefined) continue;
      const isLast = character === '*' && expression[index - 1] === '.' && times.length === 1;
      index += times.length - 1;
      if (times.most > 1 && last && (last.repeats || last.branches > 0))
        return 'repeats what itself repeats or branches';
      if (times.most > REPEATS && times.most !== Number.POSITIVE_INFINITY)
        return `repeats more than ${REPEATS} times`;
      group.repeats = true;
      if (times.most > 10) unbounded += 1;
      else choices *= 1 + times.most;
      ends = isLast;
      if (unbounded > UNBOUNDED) return `repeats without end more than ${UNBOUNDED} times`;
    }
  }
  choices *= 1 + (groups[0]?.branches ?? 0);
  return { degree: Math.max(1, unbounded), choices, endsWithAll: ends };
}

interface Group {
  repeats: boolean;
  branches: number;
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
