import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readYaml } from '../../../../server/core/files/yaml.ts';

const values = (text: string) => readYaml(text, 'a.yaml', true).entries.map(({ value }) => value);

describe('reading a list in YAML', () => {
  it.each([
    ['plain fields', '- id: a\n  name: Ann\n- id: b\n'],
    ['comments and empty lines', '# head\n\n- id: a # the first\n\n# between\n  name: Ann\n- id: b\n# end\n'],
    ['words that are no text', '- a: null\n  b: True\n  c: FALSE\n  d: ~\n  e: nullable\n'],
    ['numbers', '- a: 1\n  b: -1\n  c: 0\n  d: 01\n  e: 0x10\n  f: 1.5\n  g: 1e3\n  h: .inf\n  i: +3\n'],
    ['numbers of many digits', '- a: 123456789012345678\n  b: 999999999999999\n'],
    ['dates', '- a: 2025\n  b: 2025-10\n  c: 2025-10-07\n  d: 2025-10-07T10:00:00Z\n'],
    [
      'texts in quotation marks',
      '- a: "x: y"\n  b: "\\"\\\\"\n  c: "\\u00e9\\n"\n  d: \'it\'\'s\'\n  e: ""\n',
    ],
    ['texts over several lines', '- a: one\n    two\n  b: |\n    - no entry\n  c: >-\n    x\n    y\n'],
    ['lists and maps', '- a: [x, y]\n  b: {c: d}\n  e:\n    - x\n  f:\n  - y\n'],
    ['an anchor that a later entry names', '- a: &x Ann\n- b: *x\n'],
    ['lines that end as in Windows', '- id: a\r\n  name: Ann\r\n- id: b\r\n'],
    ['entries that are texts', '- Ann\n- Ben\n'],
    ['an entry that begins on the next line', '- id: a\n-\n  id: b\n- id: c\n'],
    ['a list in brackets', '[{id: a}, {id: b}]\n'],
    ['a mark of a document', '---\n- id: a\n'],
  ])('gives what the library gives of the whole: %s', (_, text) => {
    expect(values(text)).toEqual(parse(text));
  });

  it('gives what was written, whatever it is', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc.integer(),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    );
    const entry = fc.record({ id: cell, name: cell, claim: cell });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), (list) => {
        const text = stringify(list);
        expect(values(text)).toEqual(parse(text));
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^["-~][ -~]{0,11}$/), { minLength: 1, maxLength: 4 }),
        (cells) => {
          const text = cells.map((each) => `- id: a\n  name: ${each}\n`).join('');
          const { entries, problems } = readYaml(text, 'a.yaml', true);
          let whole: unknown;
          try {
            whole = parse(text);
          } catch {
            expect(problems).not.toEqual([]);
            return;
          }
          expect(entries.map(({ value }) => value)).toEqual(whole);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('knows the line of each field', () => {
    const { entries } = readYaml(
      '# head\n- id: a\n  name: Ann\n\n- id: b\n  aliases: [x,\n    y]\n  name: Ben\n',
      'a.yaml',
      true,
    );
    expect(entries.map((each) => [each.lineOf(['id']), each.lineOf(['name'])])).toEqual([
      [2, 3],
      [5, 8],
    ]);
    expect(entries[1]?.lineOf(['aliases', 1])).toBe(7);
  });

  it.each([
    ['a repeated field', '- id: a\n- id: b\n  name: x\n  name: y\n', 4],
    ['a mapping instead of a list', 'id: a\nlist:\n- x\n- y\n', 1],
    ['a second document', '- id: a\n---\n- id: b\n', 2],
  ])('tells the line of %s', (_, text, line) => {
    expect(readYaml(text, 'a.yaml', true).problems[0]?.path).toBe(`a.yaml:${line}`);
  });
});
