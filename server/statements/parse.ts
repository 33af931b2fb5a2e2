import { EntenteError, type ErrorDetail } from '../core/model/errors.ts';
import type { Statement, StatementParameter } from './statement.ts';

/** Types whose parameter is written into the text as escaped names, so that the planner can use indexes. */
export const NAME_TYPES: readonly string[] = ['LABELS', 'TYPES', 'NAME'];

const EXAMPLE = /^@example\s+(\w+)\s+(\S.*)$/;
const PARAMETER = /^@param\s+(\w+)\s+(\S+)\s+(\S.*)$/;

/**
 * Reads one `.cypher` file: a header of `//` lines (what it answers, `@param name Type description`,
 * `@returns`), then one statement.
 * @param name what the statement is called, such as `read/graph-nodes`
 * @throws EntenteError `invalid_request`, naming file and line: no purpose, no `@returns`, a parameter
 *   declared twice, declared but unused, or used but undeclared, more than one statement.
 */
export function parseStatement(name: string, content: string): Statement {
  const problems: ErrorDetail[] = [];
  const report = (line: number, message: string) =>
    problems.push({ path: `cypher/${name}.cypher:${line}`, message });
  const lines = content.split('\n');
  const header = headerOf(lines, report);
  const text = lines.slice(header.length).join('\n').trim().replace(/;$/, '');
  checkBody(text, lines, header, report);
  if (problems.length > 0) {
    const [first] = problems;
    throw new EntenteError('invalid_request', `${first?.path}: ${first?.message}`, { details: problems });
  }
  const { purpose, title, parameters, returns } = header;
  return { name, purpose, title, parameters: parameters.map(({ line: _, ...rest }) => rest), returns, text };
}

interface Header {
  length: number;
  title: string;
  purpose: string;
  returns: string;
  parameters: (StatementParameter & { line: number })[];
}
type Report = (line: number, message: string) => void;

function headerOf(lines: string[], report: Report): Header {
  const end = lines.findIndex((line) => !line.startsWith('//'));
  const header: Header = {
    length: end < 0 ? lines.length : end,
    title: '',
    purpose: '',
    returns: '',
    parameters: [],
  };
  for (const [index, line] of lines.slice(0, header.length).entries()) {
    readHeaderLine(line.slice(2).trim(), index + 1, header, report);
  }
  if (!header.purpose) report(1, 'has no purpose; begin with a // line that says what it answers.');
  if (!header.returns) report(1, 'has no @returns line; say which columns it gives.');
  return header;
}

function readHeaderLine(text: string, line: number, header: Header, report: Report): void {
  if (text.startsWith('@returns')) header.returns = text.slice('@returns'.length).trim();
  else if (text.startsWith('@example')) readExample(text, line, header, report);
  else if (text.startsWith('@param')) {
    const match = PARAMETER.exec(text);
    const [, name = '', type = '', description = ''] = match ?? [];
    if (!match) report(line, 'is not of the form "@param name Type description".');
    else if (header.parameters.some((each) => each.name === name))
      report(line, `declares $${name} a second time.`);
    else header.parameters.push({ name, type, description, line });
  } else if (text.startsWith('@')) report(line, `has the unknown tag ${text.split(' ')[0]}.`);
  else if (header.parameters.length === 0 && !header.returns) {
    header.title ||= text;
    header.purpose = `${header.purpose} ${text}`.trim();
  } else report(line, 'continues a tag; write each tag on one line, the purpose before them.');
}

/** `@example name JSON`: a value to try a parameter with. */
function readExample(text: string, line: number, header: Header, report: Report): void {
  const [, name = '', json = ''] = EXAMPLE.exec(text) ?? [];
  const parameter = header.parameters.find((each) => each.name === name);
  if (!parameter) {
    report(line, 'is not of the form "@example name JSON" after the @param it belongs to.');
    return;
  }
  try {
    Object.assign(parameter, { example: JSON.parse(json) });
  } catch {
    report(line, `gives $${name} an example that is not JSON; put text in double quotes.`);
  }
}

function checkBody(text: string, lines: string[], header: Header, report: Report): void {
  const bare = withoutLiterals(text);
  if (!bare.trim()) report(header.length + 1, 'holds no statement.');
  if (bare.includes(';')) report(header.length + 1, 'holds more than one statement; one a file.');
  const used = new Set([...bare.matchAll(/\$(\w+)\b(?!\s*\()/g)].map((match) => match[1] ?? ''));
  for (const name of used) {
    if (header.parameters.some((each) => each.name === name)) continue;
    const line = lines.findIndex((each, index) => index >= header.length && each.includes(`$${name}`)) + 1;
    report(
      line,
      `uses $${name}, which the header does not declare; add "// @param ${name} Type description".`,
    );
  }
  for (const each of header.parameters) {
    if (!used.has(each.name)) report(each.line, `declares $${each.name}, which the statement never uses.`);
  }
}

/** The text with comments, strings and escaped names blanked out, so that only code is looked at. */
function withoutLiterals(text: string): string {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`/g, (found) =>
    found.replace(/[^\n]/g, ' '),
  );
}
