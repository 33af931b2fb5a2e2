import { describe, expect, it } from 'vitest';
import { EntenteError } from '../../../server/core/model/errors.ts';
import { readCypherRequest } from '../../../server/guard/request.ts';

const read = (text: string) => readCypherRequest(new TextEncoder().encode(text), 100_000);
const refusal = (text: string) => {
  try {
    read(text);
  } catch (cause) {
    expect(cause).toBeInstanceOf(EntenteError);
    expect((cause as EntenteError).code).toBe('invalid_request');
    return (cause as EntenteError).message;
  }
  return undefined;
};

describe('a request for a statement', () => {
  it('is read with what is left out, and with every key that JSON can hold', () => {
    expect(read('{"statement":"RETURN 1"}')).toEqual({
      statement: 'RETURN 1',
      parameters: {},
      mode: 'run',
      rowLimit: 10_000,
    });
    const { parameters } = read(
      '{"statement":"RETURN 1","parameters":{"__proto__":5,"a":{"__proto__":[1]}}}',
    );
    expect(JSON.stringify(parameters)).toBe('{"__proto__":5,"a":{"__proto__":[1]}}');
  });

  it('is asked for its plan by EXPLAIN, and for its costs by PROFILE, each at its own place', () => {
    const of = (statement: string, mode = 'run') => {
      const { statement: read_, mode: asked } = read(JSON.stringify({ statement, mode }));
      return [asked, read_];
    };
    expect(of('EXPLAIN MATCH (n)')).toEqual(['plan', '        MATCH (n)']);
    expect(of('// EXPLAIN\n/* a */ profile\nRETURN 1')).toEqual([
      'profile',
      '// EXPLAIN\n/* a */        \nRETURN 1',
    ]);
    expect(of('CYPHER 25 PROFILE RETURN 1')).toEqual(['profile', 'CYPHER 25         RETURN 1']);
    expect(of('PROFILE RETURN 1', 'plan')[0]).toBe('plan');
    for (const text of ['RETURN 1 // EXPLAIN', 'explained', '`EXPLAIN` RETURN 1', '/* EXPLAIN */ RETURN 1'])
      expect(of(text)).toEqual(['run', text]);
  });

  it.each([2_000, 20_000, 400_000])('is refused when a value is nested %i deep', (depth) => {
    const value = '['.repeat(depth) + ']'.repeat(depth);
    expect(refusal(`{"statement":"RETURN $p","parameters":{"p":${value}}}`)).toContain('nested deeper');
    expect(refusal(value)).toContain('nested deeper');
  });

  it('is refused when it holds too many values, wherever they stand', () => {
    const many = Array(250_000).fill('[]').join(',');
    expect(refusal(`{"statement":"RETURN $p","parameters":{"p":[${many}]}}`)).toContain('more than');
    expect(refusal(`[${many}]`)).toContain('more than');
    const keys = Array.from({ length: 250_000 }, (_, index) => `"k${index}":1`).join(',');
    expect(refusal(`{"statement":"RETURN 1","parameters":{${keys}}}`)).toContain('more than');
  });

  it('is refused by field, and where it is no JSON', () => {
    expect(refusal('{"statement":1,"more":2}')).toMatch(/statement: .*|more/);
    expect(refusal('{"statement":"RETURN 1","parameters":[1]}')).toContain('parameters: is no object');
    expect(refusal('{"statement":"RETURN 1","limit":100001}')).toContain('ENTENTE_CYPHER_ROW_LIMIT');
    for (const text of ['', 'RETURN 1', '{"statement":', '['.repeat(900_000)])
      expect(refusal(text)).toMatch(/not JSON|nested/);
    expect(() => readCypherRequest(new Uint8Array([0x7b, 0xff, 0x7d]), 10)).toThrow(/not JSON/);
  });
});
