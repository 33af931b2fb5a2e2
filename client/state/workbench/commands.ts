import type { ParameterInput, ParameterKind } from '../../../server/core/contract/workbench-link.ts';
import { PARAMETER_KINDS } from '../../../server/core/contract/workbench-link.ts';
import { EntenteError } from '../../../server/core/model/errors.ts';
import { jsonOf } from '../../../server/core/model/plain-json.ts';
import type { TypedValue } from '../../../server/core/model/typed-value.ts';

/** What a command gives: rows to show, values for parameters, or nothing left to show. */
export type CommandOutcome =
  | { kind: 'rows'; columns: string[]; rows: TypedValue[][] }
  | { kind: 'parameters'; parameters: Readonly<Record<string, ParameterInput>>; clear: boolean }
  | { kind: 'clear' };

/** Works an expression out in the database, as the one value of its only row, of the database called so if it has a name. */
export type Evaluate = (expression: string, database?: string) => Promise<TypedValue>;

const COMMANDS: readonly [string, string][] = [
  [':param name => expression', 'Gives a parameter the value of a Cypher expression.'],
  [':param {name: expression, …}', 'Gives several parameters their values.'],
  [':params', 'Lists the parameters that have a value.'],
  [':params clear', 'Takes all parameters their values.'],
  [':use database', 'Says whether this is the database that is served, the only one that can be asked.'],
  [':clear', 'Clears the answer.'],
  [':help', 'Lists the commands.'],
];
const ONE = /^(?:`((?:``|[^`])+)`|([\p{L}_][\p{L}\p{N}_]*))\s*(?:=>|:)\s*(\S[\s\S]*)$/u;

/**
 * Does what a command says, as users of Neo4j Browser know it.
 *
 * @param text The command without its colon.
 * @throws EntenteError `invalid_request` for what is no command, and whatever `evaluate` throws
 */
export async function runCommand(
  text: string,
  parameters: Readonly<Record<string, ParameterInput>>,
  evaluate: Evaluate,
): Promise<CommandOutcome> {
  const [, name = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  switch (name.toLowerCase()) {
    case 'clear':
      return { kind: 'clear' };
    case 'help':
      return rowsOf(['command', 'what it does'], COMMANDS);
    case 'param':
    case 'params':
      if (rest === '') return listed(parameters);
      if (rest.toLowerCase() === 'clear') return { kind: 'parameters', parameters: {}, clear: true };
      return { kind: 'parameters', parameters: await given(rest, evaluate), clear: false };
    case 'use':
      return await used(rest, evaluate);
    default:
      throw refused(`":${name}" is no command here; :help lists those there are.`);
  }
}

async function given(text: string, evaluate: Evaluate): Promise<Record<string, ParameterInput>> {
  if (text.startsWith('{')) {
    const map = await evaluate(text);
    if (map.$type !== 'Map') throw refused('Write several parameters as a map: :param {name: 1, other: 2}');
    return Object.fromEntries(Object.entries(map._value).map(([name, value]) => [name, inputOf(value)]));
  }
  const [, quoted, plain = '', expression] = ONE.exec(text) ?? [];
  if (expression === undefined) throw refused('Write a parameter as :param name => expression');
  return { [quoted?.replaceAll('``', '`') ?? plain]: inputOf(await evaluate(expression)) };
}

async function used(text: string, evaluate: Evaluate): Promise<CommandOutcome> {
  const name = text.replace(/^`(.*)`$/, '$1');
  if (name === '' || name.includes('`')) throw refused('Write the name of the database: :use neo4j');
  await evaluate('true', name);
  return rowsOf(['database', 'state'], [[name, 'is the one that is asked']]);
}

/** A value as its field shows it; what no kind of field has is JSON. */
export function inputOf(value: TypedValue): ParameterInput {
  const kind = value.$type === 'OffsetDateTime' ? 'ZonedDateTime' : value.$type;
  const isKnown = PARAMETER_KINDS.includes(kind as ParameterKind) && kind !== ('Json' as string);
  if (isKnown) return { kind: kind as ParameterKind, text: String(value._value) };
  return { kind: 'Json', text: JSON.stringify(jsonOf(value)) };
}

function listed(parameters: Readonly<Record<string, ParameterInput>>): CommandOutcome {
  const rows = Object.entries(parameters).map(([name, { kind, text }]) => [name, kind, text] as const);
  return rowsOf(['parameter', 'kind', 'value'], rows);
}

function rowsOf(columns: string[], rows: readonly (readonly string[])[]): CommandOutcome {
  const typed = rows.map((row) => row.map((text): TypedValue => ({ $type: 'String', _value: text })));
  return { kind: 'rows', columns, rows: typed };
}

function refused(message: string): EntenteError {
  return new EntenteError('invalid_request', message);
}
