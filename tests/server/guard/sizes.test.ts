import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSizes } from '../../../server/guard/syntax/clauses.ts';
import { readTokens } from '../../../server/guard/syntax/lexer.ts';
import { readSyntax } from '../../../server/guard/syntax/syntax.ts';
import { parseStatement } from '../../../server/statements/parse.ts';
import { HONEST, HONEST_PARAMETERS } from '../../conformance/corpus/honest.ts';
import { HOSTILE, USUAL, USUAL_PARAMETERS } from './corpus.ts';
import { refusalOf } from './refusal-of.ts';

const LIBRARY = join(import.meta.dirname, '../../../cypher/library');

describe('what values may become', () => {
  it('lets through at least 60 statements as analysts write them, and the library', () => {
    expect(USUAL.length).toBeGreaterThanOrEqual(60);
    const refused = [
      ...USUAL.map((text) => [text, refusalOf(text, USUAL_PARAMETERS)]),
      ...HONEST.map((text) => [text, refusalOf(text, HONEST_PARAMETERS)]),
      ...readdirSync(LIBRARY).map((file) => {
        const read = parseStatement(
          `library/${file.replace('.cypher', '')}`,
          readFileSync(join(LIBRARY, file), 'utf8'),
        );
        return [
          file,
          refusalOf(
            read.text,
            Object.fromEntries(read.parameters.map((each) => [each.name, each.example ?? null])),
          ),
        ];
      }),
    ].filter(([, refusal]) => refusal !== undefined);
    expect(refused).toEqual([]);
  });

  it.each(HOSTILE)('refuses %s', (statement, parameters = {}) => {
    expect(refusalOf(statement, parameters)?.message).toMatch(/walked|grow|regular|very long/i);
  });

  it.each([
    ...['desc', 'skip', 'offset', 'limit', 'order', 'filter', 'nfc', 'typed', 'descending', 'contains'],
    ...['ends', 'starts', 'xor', 'is', 'by', 'distinct', 'normalized', 'let', 'for', 'finish', 'end', 'then'],
  ])('refuses a variable named %s, with the remedy, wherever it is bound', (name) => {
    const bound = [
      `WITH range(1,1000000) AS ${name} RETURN 1`,
      `UNWIND [1] AS ${name} RETURN 1`,
      `RETURN [${name} IN [1] | 1]`,
      `RETURN all(${name} IN [1] WHERE true)`,
      `RETURN reduce(${name} = 0, x IN [1] | x)`,
      `RETURN reduce(s = 0, ${name} IN [1] | s)`,
      `CALL db.labels() YIELD label AS ${name} RETURN 1`,
      `CALL { RETURN 1 AS ${name} } RETURN 1`,
      `MATCH (${name}) RETURN 1`,
      `MATCH (${name}:Person) RETURN 1`,
      `MATCH ()-[${name}:SUPPORTS]->() RETURN 1`,
      `MATCH (n) WHERE EXISTS { (n)--(${name} {a: 1}) } RETURN 1`,
    ];
    for (const text of bound) {
      expect(refusalOf(text)?.message, text).toContain(`\`${name}\``);
      expect(refusalOf(text.replace(name, `\`${name}\``)), text).toBeUndefined();
    }
    expect(refusalOf(`MATCH (n) RETURN n.name AS ${name}`)).toBeUndefined();
  });

  it('refuses the same where parameters are typed', () => {
    const a = {
      $type: 'List',
      _value: Array.from({ length: 100_000 }, (_, n) => ({ $type: 'Integer', _value: String(n) })),
    };
    expect(refusalOf('RETURN size([x IN $a WHERE any(y IN $a WHERE y > x)])', { a })).toBeDefined();
    const s = { $type: 'String', _value: 'a'.repeat(900_000) };
    expect(refusalOf("RETURN $s =~ '.*,.*;'", { s })).toBeDefined();
  });
});

/** Pieces of which a statement can be made as long as one likes. */
const PIECES: [name: string, begin: string, piece: string, end: string][] = [
  ['columns', 'RETURN 1', ', a AS a', ''],
  ['steps', 'RETURN 1', ' WITH a AS a', ''],
  ['sums', 'RETURN 1', ' + a', ''],
  ['calls', 'RETURN 1', ', abs(a)', ''],
  ['loops', 'RETURN 1', ', [x IN a WHERE x > 1 | x]', ''],
  ['loops in loops', 'RETURN 1', ', [x IN a | [y IN x | [z IN y | z]]]', ''],
  ['reductions', 'RETURN 1', ', reduce(s = 0, x IN a | s + x)', ''],
  ['cases', 'RETURN CASE', ' WHEN a THEN b', ' END'],
  ['maps', 'RETURN {a: 1', ', a: b', '}'],
  ['indexes', 'RETURN a', '[0]', ''],
  ['keys', 'RETURN a', '.b', ''],
  ['patterns', 'MATCH (a)', ', (a {b: 1})', ' RETURN 1'],
  ['aliases', '', ' a AS a', ''],
  ['ranges', 'RETURN 1', ', range(1, size(a))', ''],
  ['brackets', 'RETURN ', '(a),', '1'],
];

describe('what the checks cost', () => {
  it.each(PIECES)('at most doubles when a statement of %s does', (_, begin, piece, end) => {
    const steps = (times: number) => {
      const syntax = readSyntax(readTokens(begin + piece.repeat(times) + end));
      return checkSizes(syntax, {}) / syntax.tokens.length;
    };
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 120 }), (times) => {
        expect(steps(2 * times)).toBeLessThanOrEqual(steps(times) * 1.1);
      }),
      { numRuns: 6 },
    );
  });
});
