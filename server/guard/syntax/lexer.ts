import { Refusal } from '../refusal.ts';

/** One token of a Cypher statement; comments and blanks are none. */
export interface Token {
  kind: 'name' | 'escaped' | 'string' | 'number' | 'parameter' | 'symbol';
  /** A name without its backticks, a string without quotes (escapes left as written), a parameter without `$`. */
  text: string;
  /** The name in lower case, or the symbol; empty for all else: what keywords are compared with. */
  word: string;
  line: number;
  column: number;
  offset: number;
}

const BLANK = /[ \t\r\n\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/y;
const COMMENT = /\/\/[^\r\n]*|\/\*[\s\S]*?\*\//y;
const NAME = /(?!\$)[\p{ID_Start}_\p{Pc}\p{Sc}][\p{ID_Continue}\p{Pc}\p{Sc}]*/uy;
const ESCAPED = /`(?:[^`]|``)*`/y;
const STRING = /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/y;
const NUMBER =
  /0[xX][\da-fA-F_]+|0[oO][0-7_]+|(?:\d[\d_]*(?:\.(?!\.)\d[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?/y;
const PARAMETER = /\$(?:`((?:[^`]|``)*)`|([\p{ID_Start}\p{Nd}_][\p{ID_Continue}\p{Pc}\p{Sc}]*))/uy;
const SYMBOL =
  /\.\.|=~|<>|<=|>=|\+=|\|\||::|[-+*/%^=<>()[\]{}.,:;|&!?$]|[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]|[\u27e8\u3008\ufe64\uff1c\u27e9\u3009\ufe65\uff1e]/y;
/** Characters that other readers of the text might take for a line's end, for nothing, or for a blank. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const STRANGE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u2028\u2029\u2060-\u206f]|\p{Cf}/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f]/;
const UNICODE_ESCAPE = /\\u/i;
/** One that both of the database's ways to read it, before the text is taken apart and after, take for one character. */
const PLAIN_ESCAPE = /\\u([\da-fA-F]{4})/g;
/** What ends a text or a name, or lets the next character do so. */
const ENDS = /['"`\\]/;

/**
 * The tokens of a statement. It refuses whatever could be read in more than one way, so that the guard never
 * sees another statement than the database does.
 * @throws Refusal with the place: control characters, `\u` escapes but of plain characters in a string, comments,
 *   names and strings without an end
 */
export function readTokens(statement: string): Token[] {
  refuseStrange(statement);
  const tokens: Token[] = [];
  const place = placesOf(statement);
  for (let offset = 0; offset < statement.length; ) {
    const skipped = matchAt(BLANK, statement, offset) ?? matchAt(COMMENT, statement, offset);
    if (skipped) {
      refuseEscapes(skipped[0], offset, place);
      offset += skipped[0].length;
      continue;
    }
    const { length, ...token } = readToken(statement, offset, place);
    const text = token.kind === 'string' ? withoutPlainEscapes(token.text) : token.text;
    refuseEscapes(text, offset, place);
    tokens.push({ ...token, ...place(offset), offset });
    refuseParted(tokens);
    offset += length;
  }
  return tokens;
}

/** To the database `$ name` is a parameter as well, of which this would see a name. */
function refuseParted(tokens: readonly Token[]): void {
  const [dollar, last] = [tokens.at(-2), tokens.at(-1)];
  if (dollar?.word !== '$' || !last || last.word === '(' || ['all', 'any'].includes(last.word)) return;
  throw new Refusal('The name of a parameter has to stand right after its $; leave nothing between.', dollar);
}

function refuseStrange(statement: string): void {
  const place = placesOf(statement);
  const strange = STRANGE.exec(statement);
  if (!strange) return;
  const code = strange[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  throw new Refusal(
    `The invisible character U+${code} is not read here. Remove it, or pass the text as a parameter.`,
    place(strange.index),
  );
}

/** A string's text without the `\\u` escapes that cannot end it, whichever way they are read. */
function withoutPlainEscapes(text: string): string {
  return text.replace(PLAIN_ESCAPE, (written, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return ENDS.test(character) || CONTROL.test(character) || STRANGE.test(character) ? written : '';
  });
}

function refuseEscapes(text: string, offset: number, place: (offset: number) => Place): void {
  if (!UNICODE_ESCAPE.test(text)) return;
  const where = 'is read in a text alone, and not for quotes, backslashes and control characters';
  const remedy = 'Write the character itself, or pass the text as a parameter.';
  throw new Refusal(`A Unicode escape (\\u…) ${where}. ${remedy}`, place(offset));
}

type Place = { line: number; column: number };

/** Asked for growing offsets only, so that a long text is walked once. */
function placesOf(statement: string): (offset: number) => Place {
  let line = 1;
  let start = 0;
  let seen = 0;
  return (offset) => {
    for (; seen < offset; seen += 1) {
      const code = statement.charCodeAt(seen);
      if (code === 10 || (code === 13 && statement.charCodeAt(seen + 1) !== 10)) {
        line += 1;
        start = seen + 1;
      }
    }
    return { line, column: offset - start + 1 };
  };
}

type Read = Pick<Token, 'kind' | 'text' | 'word'> & { length: number };

function readToken(statement: string, offset: number, place: (offset: number) => Place): Read {
  const found = (pattern: RegExp) => matchAt(pattern, statement, offset);
  const number = found(NUMBER);
  if (number) return { kind: 'number', text: number[0], word: '', length: number[0].length };
  const parameter = found(PARAMETER);
  if (parameter) {
    const text = parameter[1]?.replaceAll('``', '`') ?? parameter[2] ?? '';
    return { kind: 'parameter', text, word: '', length: parameter[0].length };
  }
  const name = found(NAME);
  if (name) return { kind: 'name', text: name[0], word: name[0].toLowerCase(), length: name[0].length };
  const escaped = found(ESCAPED);
  if (escaped) {
    const text = escaped[0].slice(1, -1).replaceAll('``', '`');
    return { kind: 'escaped', text, word: '', length: escaped[0].length };
  }
  const string = found(STRING);
  if (string) return { kind: 'string', text: string[0].slice(1, -1), word: '', length: string[0].length };
  if (statement.startsWith('/*', offset))
    throw new Refusal('A comment has no end; close it with */.', place(offset));
  if (statement[offset] === '\\') refuseEscapes(statement.slice(offset, offset + 2), offset, place);
  const symbol = found(SYMBOL);
  if (symbol) return { kind: 'symbol', text: symbol[0], word: symbol[0], length: symbol[0].length };
  throw new Refusal(unreadable(statement, offset), place(offset));
}

function unreadable(statement: string, offset: number): string {
  const character = String.fromCodePoint(statement.codePointAt(offset) ?? 0);
  if (character === '`') return 'A name in backticks has no end; close it with `.';
  if (character === "'" || character === '"') return `A text has no end; close it with ${character}.`;
  return `The character ${character} has no meaning in Cypher. Put names that hold it in backticks.`;
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}
