import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchingOf } from '../../../../server/guard/cost/expressions.ts';
import { DEFAULT_LIMITS } from '../../../../server/guard/limits.ts';
import { Refusal } from '../../../../server/guard/refusal.ts';
import { readTokens } from '../../../../server/guard/syntax/lexer.ts';
import { checkText } from '../../../../server/guard/syntax/text.ts';
import { refusalOf } from '../refusal-of.ts';

const blank = fc.constantFrom(' ', '\n', '\t', '\r\n', '/* c */', '// c\n', '/**/', '\u00a0', ' /* ; */ ');
const word = fc.constantFrom(
  'MATCH',
  'n',
  '`a ``b`',
  "'it''s'".replace("''", "\\'"),
  '"x"',
  '12',
  '1.5e3',
  '$p',
  '(',
  ')',
  '[',
  ']',
  '..',
  '=~',
  '<>',
  ',',
);

describe('the lexer', () => {
  it('reads any text or refuses it with its place, and never runs long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const started = performance.now();
        try {
          const tokens = readTokens(text);
          for (const { line, column, offset } of tokens) {
            expect(text.split(/\r\n|\r|\n/)[line - 1]?.length ?? -1).toBeGreaterThanOrEqual(column);
            expect(offset).toBeLessThan(text.length);
          }
        } catch (cause) {
          expect(cause).toBeInstanceOf(Refusal);
          expect((cause as Refusal).details[0]?.path).toMatch(/^statement:\d+:\d+$/);
        }
        expect(performance.now() - started).toBeLessThan(200);
      }),
      { numRuns: 500 },
    );
  });

  it('sees the same tokens whatever blanks and comments stand between them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, blank), { maxLength: 30 }), (parts) => {
        const bare = (text: string) => readTokens(text).map(({ kind, text: value }) => `${kind} ${value}`);
        expect(bare(parts.map(([each, between]) => each + between).join(''))).toEqual(
          bare(parts.map(([each]) => each).join(' ')),
        );
      }),
    );
  });

  it('takes nothing inside strings, names and comments for code', () => {
    const inside = fc.string({ maxLength: 30 }).filter((text) => !/['"`\\*/]|[^ -~]/.test(text));
    fc.assert(
      fc.property(inside, (text) => {
        const statement = `RETURN '${text}', "${text}", \`${text}\` /* ${text} */ // ${text}`;
        const tokens = readTokens(statement);
        expect(tokens.map((each) => each.kind)).toEqual([
          'name',
          'string',
          'symbol',
          'string',
          'symbol',
          'escaped',
        ]);
        expect(tokens[1]?.text).toBe(text);
      }),
    );
  });

  it('counts lines and columns as editors do', () => {
    const tokens = readTokens("MATCH (n)\r\n  /* a\n b */ RETURN 'x\ny', n");
    expect(tokens.map(({ line, column }) => [line, column])).toEqual([
      ...[
        [1, 1],
        [1, 7],
        [1, 8],
        [1, 9],
      ],
      ...[
        [3, 7],
        [3, 14],
        [4, 3],
        [4, 5],
      ],
    ]);
  });
});

describe('the limits on text', () => {
  it('let a Unicode escape of a plain character stand in a string, and no other', () => {
    for (const text of ["RETURN '\\u00e9t\\u00C9'", 'RETURN "\\ud83d\\ude00 it"', "RETURN 'a\\'\\u0041'"])
      expect(refusalOf(text), text).toBeUndefined();
    const refused = [
      '\\u0027',
      '\\u0022',
      '\\u0060',
      '\\u005c',
      '\\u000a',
      '\\u202e',
      '\\u00',
      '\\U0001F600',
      '\\\\u0027',
    ];
    for (const each of refused)
      expect(refusalOf(`RETURN '${each}'`)?.message, each).toContain('Unicode escape');
    for (const text of [
      'RETURN `\\u0041`',
      '// \\u0041\nRETURN 1',
      '/* \\u0041 */ RETURN 1',
      'RETURN $`\\u0041`',
    ])
      expect(refusalOf(text)?.message, text).toContain('Unicode escape');
  });

  it('take the version of the language and no other option', () => {
    for (const text of ['CYPHER 5 MATCH (n) RETURN n', '// a\ncypher 25 RETURN 1'])
      expect(refusalOf(text), text).toBeUndefined();
    const options = [
      'CYPHER runtime=parallel RETURN 1',
      'CYPHER 25 planner=dp RETURN 1',
      'CYPHER 4 RETURN 1',
    ];
    for (const text of options) expect(refusalOf(text)?.message, text).toContain('only the version');
    expect(refusalOf('CYPHER 5 EXPLAIN PROFILE RETURN 1')?.message).toContain("server's to ask");
  });

  it('tell settings by their names, where they hold nothing secret', () => {
    for (const text of [
      "SHOW SETTINGS 'db.transaction.timeout'",
      "show setting 'server.memory.heap.max_size' YIELD value",
    ])
      expect(refusalOf(text), text).toBeUndefined();
    const refused = [
      'SHOW SETTINGS',
      'SHOW SETTINGS YIELD name, value',
      'SHOW /* */ SETTINGS $names',
      "SHOW SETTINGS 'db.transaction.timeout', 'server.directories.import'",
      "SHOW SETTINGS 'db.transaction.timeout' + 'x', 'dbms.security.auth_enabled'",
      "SHOW SETTINGS 'd\\u0062.transaction.timeout'",
    ];
    for (const text of refused) expect(refusalOf(text)?.message, text).toContain('SHOW SETTINGS');
  });

  it('find escapes wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 10 }), fc.nat({ max: 10 }), (words, at) => {
        const statement = [...words.slice(0, at), '\\u0041', ...words.slice(at)].join(' ');
        expect(refusalOf(statement)?.message).toContain('Unicode escape');
      }),
    );
  });

  it('hold what range reaches, by numbers and by parameters alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
        fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
        (a, b) => {
          const tooFar = Math.abs(b - a) + 1 > 1_000_000;
          expect(refusalOf(`RETURN range(${a}, ${b})`) !== undefined).toBe(tooFar);
          expect(refusalOf('RETURN range($a, $b)', { a, b }) !== undefined).toBe(tooFar);
          const typed = (value: number) => ({ $type: 'Integer', _value: String(value) });
          expect(refusalOf('RETURN range($a, $b)', { a: typed(a), b: typed(b) }) !== undefined).toBe(tooFar);
        },
      ),
    );
  });

  it('refuse nesting by its depth, whatever the bracket', () => {
    fc.assert(
      fc.property(fc.constantFrom('()', '[]'), fc.integer({ min: 1, max: 100 }), (pair, depth) => {
        const statement = `RETURN ${(pair[0] ?? '').repeat(depth)}1${(pair[1] ?? '').repeat(depth)}`;
        expect(refusalOf(statement) !== undefined).toBe(depth > 40);
      }),
    );
  });

  it('follow counts through names, and no other values', () => {
    expect(refusalOf('MATCH p = ()--() WITH length(p) AS n RETURN range(0, n - 1)')).toBeUndefined();
    expect(refusalOf('MATCH (m) WITH m.n AS n RETURN range(0, n - 1)')).toBeDefined();
    expect(refusalOf('WITH size([1]) AS n WITH n * 1000000000 AS n RETURN range(0, n)')).toBeDefined();
    expect(refusalOf('WITH size([1]) * 1000000000 AS n RETURN range(0, n)')).toBeDefined();
    expect(
      refusalOf('WITH size([1]) AS n CALL db.labels() YIELD label AS n RETURN range(0, n)'),
    ).toBeDefined();
    expect(refusalOf('RETURN [n IN [1000000000000] | range(0, n)]')).toBeDefined();
  });

  it('admit small doublings and refuse large ones', () => {
    const doublings = (times: number) => `WITH 'a' AS s ${'WITH s + s AS s '.repeat(times)}RETURN s`;
    expect(refusalOf(doublings(12))).toBeUndefined();
    expect(refusalOf(doublings(40))?.message).toContain('Step by step');
  });

  it('refuse functions that are not of Neo4j itself, unless they are allowed', () => {
    expect(refusalOf("RETURN apoc.text.join(['a'], '')")?.message).toContain('apoc.text.join');
    expect(refusalOf('RETURN ` apoc`.x(1)')).toBeDefined();
    expect(() =>
      checkText("RETURN apoc.text.join(['a'], '')", { ...DEFAULT_LIMITS, functions: ['apoc.text.JOIN'] }),
    ).not.toThrow();
  });
});

describe('regular expressions', () => {
  it('are admitted where what they cost grows slowly', () => {
    const honest = [
      '',
      'a',
      '.*a.*',
      '(?i)^mark.*',
      '[a-z]+@[a-z]+\\.[a-z]{2,3}',
      '(a|b)c',
      '(von )?[A-Z]\\w+',
      '\\d{4}-\\d{2}',
      '[^\\]]*',
      'a{2,5}',
      '(?:ab)?c+',
      '\\(.*\\)',
    ];
    for (const each of honest) expect(matchingOf(each), each).toHaveProperty('degree');
  });

  it('are refused where it may not', () => {
    const hostile = [
      '(a+)+',
      '(a*)*b',
      '(a|aa)+',
      '(.*a){25}',
      '((a+)b?)*',
      '(a?){50}',
      '(?=a)b',
      '(?<!a)b',
      '(a)\\1',
      '(?<x>a)\\k<x>',
      '.*.*.*.*.*',
      'a{1,1000}',
      '(?x) ( a + ) +',
      `${'a'.repeat(201)}`,
      '([a-z]+\\s?)*',
      '(a{2,})+',
      'a)',
    ];
    for (const each of hostile) expect(matchingOf(each), each).toBeTypeOf('string');
  });

  it('that are admitted end soon on hostile text', () => {
    const piece = fc.constantFrom('a', 'b', '.', '[ab]', '(a)', '(ab)', '(a|b)', '(a+)', '\\w');
    const times = fc.constantFrom('', '', '?', '*', '+', '{2}', '{1,3}', '{2,}');
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, times), { maxLength: 8 }), (parts) => {
        const expression = parts.map((each) => each.join('')).join('');
        if (typeof matchingOf(expression) === 'string') return;
        const started = performance.now();
        new RegExp(`^(?:${expression})$`).test(`${'a'.repeat(60)}!`);
        // What is to be refused takes centuries; a few repeats without end in a row, on a busy machine, a second.
        expect(performance.now() - started, expression).toBeLessThan(5_000);
      }),
      { numRuns: 500 },
    );
  });
});
