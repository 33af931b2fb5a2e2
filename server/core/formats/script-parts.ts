/** What stands in a script: a statement, or a command to the workbench itself, without its colon. */
export interface Part {
  kind: 'statement' | 'command';
  text: string;
  /** Where it begins in the script, in characters. */
  at: number;
  /** The same as line and column, both from 1. */
  line: number;
  column: number;
}

const BLANK = /[\s;]+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
// Strings, quoted names and comments are stepped over, so that a semicolon in them ends nothing. One that is not closed
// goes to the end. A string is taken in pieces too: a step of one expression for each letter takes more than the stack.
const PIECE = /[^;'"`/]+|`[^`]*(?:`|$)|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\//y;
const QUOTED = { "'": /[^'\\]+|\\[\s\S]?/y, '"': /[^"\\]+|\\[\s\S]?/y };
const COMMAND = /[^\n]*/y;

/** The statements of a script, between semicolons, and the commands, each on a line that begins with a colon. */
export function scriptParts(script: string): Part[] {
  const parts: Part[] = [];
  const place = placesOf(script);
  for (let at = skipped(BLANK, script, 0); at < script.length; at = skipped(BLANK, script, at)) {
    const kind = script[at] === ':' ? 'command' : 'statement';
    const end = kind === 'command' ? endOf(COMMAND, script, at) : endOfStatement(script, at);
    const text = kind === 'command' ? withoutEnd(script.slice(at + 1, end)) : script.slice(at, end).trimEnd();
    parts.push({ kind, text, at, ...place(at) });
    at = end;
  }
  return parts;
}

/** A statement as it is sent: at its own line and column, so that what is said of it points into the script. */
export function inPlace({ text, line, column }: Pick<Part, 'text' | 'line' | 'column'>): string {
  return '\n'.repeat(line - 1) + ' '.repeat(column - 1) + text;
}

function endOfStatement(script: string, from: number): number {
  let at = from;
  while (at < script.length && script[at] !== ';') {
    const quote = script[at];
    if (quote === "'" || quote === '"')
      at = Math.min(skipped(QUOTED[quote], script, at + 1) + 1, script.length);
    else at = endOf(PIECE, script, at);
  }
  return at;
}

/** Without blanks and semicolons at its end; an expression would try them from each of their places. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[;\s]/.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

/** Where a form no longer comes again and again. */
function skipped(form: RegExp, text: string, from: number): number {
  let at = from;
  for (let next = endOf(form, text, at); next > at; next = endOf(form, text, at)) at = next;
  return at;
}

function endOf(form: RegExp, text: string, from: number): number {
  form.lastIndex = from;
  form.test(text);
  return Math.max(from, form.lastIndex);
}

/** Asked for growing places only, so that a long script is walked once. */
function placesOf(script: string): (at: number) => { line: number; column: number } {
  let [line, start] = [1, 0];
  return (at) => {
    for (let next = script.indexOf('\n', start); next >= 0 && next < at; next = script.indexOf('\n', start)) {
      line += 1;
      start = next + 1;
    }
    return { line, column: at - start + 1 };
  };
}
