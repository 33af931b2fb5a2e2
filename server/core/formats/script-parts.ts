/** What stands in a script: a statement, or a command to the workbench itself, without its colon. */
export interface Part {
  kind: 'statement' | 'command';
  text: string;
  /** Where it begins in the script, in characters. */
  at: number;
}

const BLANK = /(?:[\s;]+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))*/y;
// Each takes what it can at a bite, as a step of its own for each letter of a large script takes more than the stack.
// Strings, quoted names and comments are stepped over, so that a semicolon in them ends nothing.
const STATEMENT =
  /(?:[^;'"`/]+|'(?:\\[\s\S]?|[^'\\]+)*(?:'|$)|"(?:\\[\s\S]?|[^"\\]+)*(?:"|$)|`(?:``|[^`]+)*(?:`|$)|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\/)*/y;
const COMMAND = /[^\n]*/y;

/** The statements of a script, between semicolons, and the commands, each on a line that begins with a colon. */
export function scriptParts(script: string): Part[] {
  const parts: Part[] = [];
  for (let at = endOf(BLANK, script, 0); at < script.length; at = endOf(BLANK, script, at)) {
    const kind = script[at] === ':' ? 'command' : 'statement';
    const end = endOf(kind === 'command' ? COMMAND : STATEMENT, script, at);
    const text = script.slice(kind === 'command' ? at + 1 : at, end);
    parts.push({ kind, text: kind === 'command' ? text.replace(/[;\s]+$/, '') : text.trimEnd(), at });
    at = end;
  }
  return parts;
}

/** A statement as it is sent: at its own line and column, so that what is said of it points into the script. */
export function inPlace(script: string, { text, at }: Part): string {
  const before = script.slice(0, at).split('\n');
  return '\n'.repeat(before.length - 1) + ' '.repeat(before.at(-1)?.length ?? 0) + text;
}

function endOf(form: RegExp, text: string, from: number): number {
  form.lastIndex = from;
  form.test(text);
  return Math.max(from, form.lastIndex);
}
