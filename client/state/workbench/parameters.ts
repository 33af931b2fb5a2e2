import type { ParameterInput, ParameterKind } from '../../../server/core/contract/workbench-link.ts';
import { EntenteError } from '../../../server/core/model/errors.ts';
import type { TypedValue } from '../../../server/core/model/typed-value.ts';

// Strings, quoted names and comments are stepped over, so that a $ in them names nothing.
const PIECES =
  /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\$(?:`((?:``|[^`])+)`|([\p{L}\p{N}_]+))|`(?:``|[^`])*`/gsu;

/** The parameters a statement names, each once, in the order of their first use. */
export function parametersIn(statement: string): string[] {
  const found = new Set<string>();
  for (const [, quoted, plain] of statement.matchAll(PIECES)) {
    const name = quoted?.replaceAll('``', '`') ?? plain;
    if (name) found.add(name);
  }
  return [...found];
}

export type ParameterValue = TypedValue | unknown;

const WHOLE = /^[+-]?\d+$/;
const FORMS: Partial<Record<ParameterKind, { form: RegExp; example: string }>> = {
  Integer: { form: WHOLE, example: '42' },
  Float: { form: /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$|^[+-]?(Infinity)$|^NaN$/i, example: '0.5' },
  Boolean: { form: /^(true|false)$/, example: 'true' },
  Date: { form: /^[+-]?\d{4,}-\d{2}-\d{2}$/, example: '2025-12-31' },
  LocalDateTime: {
    form: /^[+-]?\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/,
    example: '2025-12-31T18:00',
  },
  ZonedDateTime: {
    form: /^[+-]?\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}(:\d{2})?)?(\[[\w/+-]+\])?$/,
    example: '2025-12-31T18:00:00+01:00[Europe/Brussels]',
  },
  LocalTime: { form: /^\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/, example: '18:00' },
  Duration: { form: /^-?P(?=.)[\dYMWDTHS.+-]+$/, example: 'P1Y2M' },
};

/**
 * What is sent for a filled-in parameter.
 * Throws an EntenteError that names the parameter and what would be right.
 */
export function parameterValue(name: string, { kind, text }: ParameterInput): ParameterValue {
  if (kind === 'String') return { $type: 'String', _value: text };
  const trimmed = text.trim();
  const fail = (message: string) =>
    new EntenteError('invalid_request', `The parameter $${name} ${message}`, {
      details: [{ path: `parameters.${name}`, message }],
    });
  if (kind === 'Json') {
    try {
      return JSON.parse(trimmed);
    } catch {
      throw fail('is not JSON, such as ["one", 2] or {"from": "2025-01"}.');
    }
  }
  const { form, example } = FORMS[kind] ?? {};
  if (form && !form.test(trimmed)) throw fail(`does not fit its type; write it as ${example}.`);
  if (kind === 'Boolean') return { $type: 'Boolean', _value: trimmed === 'true' };
  const seconds = /T\d{2}:\d{2}(?!:)|^\d{2}:\d{2}$/;
  const withSeconds =
    kind.includes('Time') && seconds.test(trimmed)
      ? trimmed.replace(/(^|T)(\d{2}:\d{2})/, '$1$2:00')
      : trimmed;
  if (kind === 'ZonedDateTime' && !/\[/.test(withSeconds)) {
    const offset = /Z|[+-]\d{2}:\d{2}(:\d{2})?$/.test(withSeconds) ? withSeconds : `${withSeconds}Z`;
    return { $type: 'OffsetDateTime', _value: offset };
  }
  return { $type: kind, _value: withSeconds.replace(/^\+(?=\d+$)/, '') };
}

/** All that a statement needs, as the request has it; what it does not use, or was not given a value, is left out. */
export function valuesFor(
  statement: string,
  inputs: Readonly<Record<string, ParameterInput>>,
): Record<string, ParameterValue> {
  return Object.fromEntries(
    parametersIn(statement).flatMap((name) => {
      const input = inputs[name];
      return input ? [[name, parameterValue(name, input)]] : [];
    }),
  );
}

/** The kind that a library's type is filled in as; `Key<Label>` is the id of a node. */
export function kindOfType(type: string): ParameterKind {
  if (/^(List|Map)/i.test(type)) return 'Json';
  const plain = type.replace(/^(DateTime)$/i, 'ZonedDateTime');
  const known: readonly ParameterKind[] = [
    'Integer',
    'Float',
    'Boolean',
    'Date',
    'ZonedDateTime',
    'Duration',
  ];
  return known.find((kind) => kind.toLowerCase() === plain.toLowerCase()) ?? 'String';
}

/** The label of the nodes a library's parameter chooses among, if it does. */
export function labelOfKey(type: string): string | undefined {
  return /^Key<(.+)>$/.exec(type)?.[1];
}
