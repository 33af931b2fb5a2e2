import {
  CypherLanguageService,
  type CypherVersion,
  type DbSchema,
  formatQuery,
  type Registry,
} from '@neo4j-cypher/language-support';
import { formatted, withoutCommands } from '../state/workbench/script.ts';
import { serve } from '../workers/serve.ts';
import known from './functions.json' with { type: 'json' };
import type { Proposal, Question, Token, Vocabulary } from './protocol.ts';

const service = new CypherLanguageService({ consoleCommandsEnabled: false });
const byVersion = <T>(registry: unknown) =>
  ({ 'CYPHER 5': registry, 'CYPHER 25': registry }) as Partial<Record<CypherVersion, Registry<T>>>;
const methods = {
  functions: byVersion(known.functions),
  procedures: byVersion(known.procedures),
} as DbSchema;
let schema: DbSchema = methods;

// Each question comes by a port of its own, as several are under way at once.
addEventListener('message', ({ ports: [port] }) => {
  if (port) serve(port, answer);
  port?.start();
});

function answer(question: Question): unknown {
  switch (question.name) {
    case 'vocabulary':
      return learn(question.vocabulary);
    case 'highlight':
      return highlight(withoutCommands(question.text));
    case 'lint':
      return lint(withoutCommands(question.text));
    case 'complete':
      return complete(withoutCommands(question.text), question.at, question.manual);
    case 'hover':
      return hover(withoutCommands(question.text), question.at);
    case 'format':
      return formatted(question.text, question.at, format);
  }
}

function learn({ labels, relationshipTypes, propertyKeys, parameters }: Vocabulary): null {
  schema = {
    ...methods,
    labels,
    relationshipTypes,
    propertyKeys,
    parameters: Object.fromEntries(parameters.map((name) => [name, ''])),
  };
  service.clearCache();
  return null;
}

function highlight(text: string): Token[] {
  const starts = lineStarts(text);
  return service.highlightSyntax(text).map(({ tokenType, position, length }) => {
    const from = position.startOffset ?? (starts[position.line] ?? 0) + position.startCharacter;
    return { from, to: from + length, kind: String(tokenType) };
  });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lint(text: string) {
  const { diagnostics, symbolTables } = service.lint(text, schema);
  service.setSymbolsInfo({ query: text, symbolTables });
  return diagnostics.map(({ offsets, severity, message }) => ({
    from: Math.max(0, Math.min(offsets.start, text.length)),
    to: Math.max(0, Math.min(offsets.end, text.length)),
    severity: severity === 1 ? 'error' : 'warning',
    message,
  }));
}

// The numbers of the language server protocol's CompletionItemKind.
const KINDS: Readonly<Record<number, Proposal['kind']>> = {
  2: 'function',
  3: 'function',
  4: 'function',
  5: 'property',
  6: 'variable',
  10: 'property',
  14: 'keyword',
  20: 'label',
  22: 'type',
};

function complete(text: string, caretPosition: number, manual: boolean): Proposal[] {
  return service.autocomplete(text, schema, { caretPosition, manual }).map((item) => ({
    label: item.label,
    detail: item.signature ?? item.detail ?? '',
    kind: item.label.startsWith('$') ? 'parameter' : (KINDS[item.kind ?? 14] ?? 'keyword'),
    insert: item.insertText ?? item.label,
  }));
}

function hover(text: string, caretPosition: number): string | null {
  const found = service.hoverInfo(text, { caretPosition, dbSchema: schema })?.contents;
  if (typeof found === 'string') return found;
  return found && 'value' in found ? found.value : null;
}

function format(text: string, cursorPosition: number) {
  const { formattedQuery, newCursorPos } = formatQuery(text, { cursorPosition });
  return { text: formattedQuery, at: newCursorPos ?? cursorPosition };
}
