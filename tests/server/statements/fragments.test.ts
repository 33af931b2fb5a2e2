import { describe, expect, it } from 'vitest';
import { type Fragments, writeOut } from '../../../server/statements/fragments.ts';

const parameter = (name: string) => ({ name, type: 'Any', description: 'Whatever.' });
const fragments: Fragments = new Map([
  ['twice', { parameters: [parameter('value')], text: '$value +\n  $value' }],
  ['sum', { parameters: [parameter('a'), parameter('ab')], text: '$a + $ab' }],
  ['nested', { parameters: [parameter('edge')], text: '@twice($edge.since)' }],
  ['circle', { parameters: [], text: '@circle()' }],
]);
const written = (text: string) => writeOut(text, fragments, 'read/example');

describe('the fragments of a statement', () => {
  it('are written out in brackets, on one line, with what is given in place of their parameters', () => {
    expect(written('RETURN @twice(r.since) AS x\nLIMIT $limit')).toBe(
      'RETURN (r.since + r.since) AS x\nLIMIT $limit',
    );
    expect(written('RETURN @nested(r), @twice(1)')).toBe('RETURN ((r.since + r.since)), (1 + 1)');
  });

  it('take values with brackets and commas of their own', () => {
    expect(written('RETURN @sum(f(1, [2, 3]), {a: 4}.a)')).toBe('RETURN (f(1, [2, 3]) + {a: 4}.a)');
  });

  it.each([
    ['@unknown(r)', /unknown/],
    ['@twice(1, 2)', /2 values; it takes 1/],
    ['@twice(1', /never closes/],
    ['@circle()', /names itself/],
  ])('are refused by file where they are wrong: %s', (text, message) => {
    expect(() => written(text)).toThrow(message);
    expect(() => written(text)).toThrow(/cypher\/read\/example\.cypher/);
  });
});
