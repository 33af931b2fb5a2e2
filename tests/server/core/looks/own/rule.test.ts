import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHAPES } from '../../../../../server/core/looks/look.ts';
import { fits } from '../../../../../server/core/looks/own/fits.ts';
import { type Rule, readRule, writeRule } from '../../../../../server/core/looks/own/rule.ts';
import { ruleInWords } from '../../../../../server/core/looks/own/rule-words.ts';
import { THEMES } from '../../../../../server/core/looks/theme.ts';
import { RULE_LOOKS } from '../../../../../server/core/view/own/look-rule.ts';
import { searchToView, viewToSearch } from '../../../../../server/core/view/view-link.ts';

const { colour, shape, size, width, dash } = RULE_LOOKS;
const property = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .filter((name) => !/[=;,\n\r]/.test(name));
const is = fc.string({ minLength: 0, maxLength: 30, unit: 'grapheme' }).map((text) => ({ is: text }));
const oneOf = fc.record({
  oneOf: fc.array(fc.string({ maxLength: 12, unit: 'grapheme' }), { minLength: 2, maxLength: 4 }),
});
const range = fc
  .oneof(
    fc.tuple(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })),
    fc.tuple(fc.constantFrom('2024-01', '2024-01-31'), fc.constantFrom('2025-12', '1999-12-31')),
  )
  .chain(([from, to]) => fc.constantFrom({ from, to }, { from }, { to }))
  .map((ends) => JSON.parse(JSON.stringify(ends)) as { from?: number; to?: number });
const looksOf = (all: Record<string, fc.Arbitrary<string>>) =>
  fc.record(all, { requiredKeys: [] }).filter((set) => Object.keys(set).length > 0);
const named = property.map((name) => `property:${name}`);
const rule = fc.oneof(
  fc.record({
    of: fc.constant('node'),
    by: fc.oneof(fc.constantFrom('label', 'degree', 'communities', 'camps'), named),
    test: fc.oneof(is, oneOf, range),
    looks: looksOf({
      colour: fc.constantFrom(...colour),
      shape: fc.constantFrom(...shape),
      size: fc.constantFrom(...size),
      name: property,
    }),
  }),
  fc.record({
    of: fc.constant('edge'),
    by: fc.oneof(fc.constant('type'), named),
    test: fc.oneof(is, oneOf, range),
    looks: looksOf({
      colour: fc.constantFrom(...colour),
      width: fc.constantFrom(...width),
      dash: fc.constantFrom(...dash),
    }),
  }),
  fc.record({ of: fc.constant('node'), looks: looksOf({ shape: fc.constantFrom(...shape) }) }),
) as fc.Arbitrary<Rule>;

describe('a rule of own looks', () => {
  it('comes back as it was from its text and from a link, whatever it asks for', () => {
    fc.assert(
      fc.property(rule, (given) => {
        const text = writeRule(given);
        expect(readRule(text)).toEqual(given);
        const { view, problems } = searchToView(viewToSearch({ look: [text] }));
        expect(problems).toEqual([]);
        expect(view.look).toEqual([text]);
      }),
    );
  });

  it('is refused by name, with what would do, where it is none', () => {
    for (const text of [
      ...[
        '',
        'node',
        'node; colour=purple',
        'node; width=wide',
        'edge; shape=star',
        'edge:label=x; colour=teal',
      ],
      ...[
        'node:label=State',
        'node:label=; colour=teal',
        'node; colour=teal,shape=star',
        'node:x=1; colour=teal',
      ],
    ]) {
      expect(readRule(text), text).toBeUndefined();
      const { view, problems } = searchToView(`look=${encodeURIComponent(text)}`);
      expect(view.look).toBeUndefined();
      expect(problems.map(({ path }) => path)).toEqual(['look']);
      expect(problems[0]?.message).toContain('node:label=State; colour=teal, shape=square');
    }
  });

  it('knows every shape by its name, and as many colours as the palettes have', () => {
    expect(shape).toEqual(SHAPES);
    for (const { palette } of Object.values(THEMES)) expect(colour.length).toBe(palette.length);
  });

  it('fits ranges with both their ends, dates in part, years as they are written', () => {
    const test = (value: string) => readRule(`node:property:x=${value}; colour=teal`)?.test ?? { is: '' };
    expect([1, 2, 3, '2', 'x'].map((value) => fits(test('2..3'), [value]))).toEqual([
      ...[false, true, true, false, false],
    ]);
    expect(['2023', '2024', '2024-05-07', 2024].map((value) => fits(test('2024-05..'), [value]))).toEqual([
      ...[false, true, true, true],
    ]);
    expect(['2023-12-31', '2024-05'].map((value) => fits(test('2024..2025'), [value]))).toEqual([
      false,
      true,
    ]);
    expect(fits(test('"2..3"'), ['2..3'])).toBe(true);
    expect(fits(test('true'), [true])).toBe(true);
    expect(['a', 'b|c', 'b', 3].map((value) => fits(test('"a"|"b|c"|"3"'), [value]))).toEqual([
      ...[true, true, false, true],
    ]);
  });

  it('is said in words, with the bounds of its range', () => {
    const words = (text: string, isRest = false) => ruleInWords(readRule(text) as Rule, isRest);
    expect(words('node:label=State; colour=teal')).toBe('States');
    expect(words('node:property:gdp=100..2500.5; colour=teal')).toBe('gdp: 100 to 2,500.5');
    expect(words('node:degree=10..; size=large')).toBe('Degree: 10 and more');
    expect(words('edge:property:since=2024-05..; dash=dotted')).toBe('since: May 2024 and later');
    expect(words('edge:property:weight=..0.5; width=thin')).toBe('weight: up to 0.5');
    expect(words('edge:type=MEMBER_OF; width=thin')).toBe('Member of');
    expect(words('node:label="State"|"Person"|"Event"; colour=teal')).toBe('States, People or Events');
    expect(words('edge:property:topic="gas"|"oil"; width=wide')).toBe('topic: gas or oil');
    expect(words('node:camps=Camp A; colour=teal')).toBe('Camps: Camp A');
    expect(words('node; colour=grey', true)).toBe('All other nodes');
    expect(words('node:label=State; name=property:code')).toBe('States, named by code');
  });
});
