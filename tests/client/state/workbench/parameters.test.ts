import { describe, expect, it } from 'vitest';
import {
  kindOfType,
  labelOfKey,
  parametersIn,
  parameterValue,
  valuesFor,
} from '../../../../client/state/workbench/parameters.ts';
import type { ParameterKind } from '../../../../server/core/contract/workbench-link.ts';

describe('the parameters of a statement', () => {
  it('are found once each, in order, and not in texts, comments or quoted names', () => {
    const statement = `// $no\nMATCH (n {a: $b, c: "$no", d: '\\'$no'}) /* $no */ WHERE n.\`$no\` = $\`two words\` RETURN $b, $1, $é`;
    expect(parametersIn(statement)).toEqual(['b', 'two words', '1', 'é']);
  });

  it.each<[ParameterKind, string, unknown]>([
    ['String', ' as it is ', { $type: 'String', _value: ' as it is ' }],
    ['Integer', ' 9007199254740993', { $type: 'Integer', _value: '9007199254740993' }],
    ['Float', '1e3', { $type: 'Float', _value: '1e3' }],
    ['Boolean', 'false', { $type: 'Boolean', _value: false }],
    ['Date', '2025-12-31', { $type: 'Date', _value: '2025-12-31' }],
    ['LocalDateTime', '2025-12-31T18:00', { $type: 'LocalDateTime', _value: '2025-12-31T18:00:00' }],
    ['LocalTime', '18:05', { $type: 'LocalTime', _value: '18:05:00' }],
    [
      'ZonedDateTime',
      '2025-12-31T18:00+01:00',
      { $type: 'OffsetDateTime', _value: '2025-12-31T18:00:00+01:00' },
    ],
    [
      'ZonedDateTime',
      '2025-12-31T18:00:00+01:00[Europe/Brussels]',
      { $type: 'ZonedDateTime', _value: '2025-12-31T18:00:00+01:00[Europe/Brussels]' },
    ],
    ['Duration', 'P1Y2M', { $type: 'Duration', _value: 'P1Y2M' }],
    ['Json', '{"a": [1]}', { a: [1] }],
  ])('a %s is sent as a typed value', (kind, text, sent) => {
    expect(parameterValue('p', { kind, text })).toEqual(sent);
  });

  it.each<[ParameterKind, string]>([
    ['Integer', '1.5'],
    ['Float', 'many'],
    ['Boolean', 'yes'],
    ['Date', '31.12.2025'],
    ['Duration', '1 year'],
    ['Json', '{a: 1}'],
  ])('a %s that is none is refused with its name and an example', (kind, text) => {
    expect(() => parameterValue('when', { kind, text })).toThrow(/\$when .*(such as|write it as)/);
  });

  it('are sent only when the statement names them', () => {
    const one = { kind: 'Integer', text: '1' } as const;
    expect(Object.keys(valuesFor('RETURN $a', { a: one, b: one }))).toEqual(['a']);
  });

  it('take their kind from the library, where a key is the id of a node', () => {
    expect([kindOfType('Integer'), kindOfType('Key<Issue>'), kindOfType('List<String>')]).toEqual([
      'Integer',
      'String',
      'Json',
    ]);
    expect([labelOfKey('Key<Issue>'), labelOfKey('String')]).toEqual(['Issue', undefined]);
  });
});
