import { describe, expect, it } from 'vitest';
import { compareCodings } from '../../../../../server/core/measures/coders/compare.ts';
import { matchStatements } from '../../../../../server/core/measures/coders/match.ts';
import { type CodedStatement, statementsOf } from '../../../../../server/core/measures/coders/statements.ts';

const GIVEN = { samples: 200, seed: 1 };

/** Statements of one document, each as `actor issue sign` and its place. */
function coding(prefix: string, ...given: [string, string, number, object][]): CodedStatement[] {
  const names = new Set<string>();
  for (const [actor, issue] of given) names.add(actor).add(issue);
  return statementsOf({
    nodes: [...names].map((name) => ({ id: `${prefix}-${name}`, properties: { name } })),
    edges: given.map(([actor, issue, sign, place], at) => ({
      id: `${prefix}${at}`,
      type: 'TAKES_STANCE',
      from: `${prefix}-${actor}`,
      to: `${prefix}-${issue}`,
      properties: { sign, source: 'report', ...place },
    })),
  });
}

const at = (start: number, end: number) => ({ quotationStart: start, quotationEnd: end });
const ids = (pairs: readonly (readonly [CodedStatement, CodedStatement])[]) =>
  pairs.map(([a, b]) => `${a.id}=${b.id}`);

describe('statements of two coders', () => {
  it('are one where their quotations overlap, whoever they name, and the best overlap counts', () => {
    const a = coding('a', ['Ann', 'tax', 1, at(0, 100)], ['Bob', 'tax', 1, at(100, 200)]);
    const b = coding('b', ['Eve', 'war', -1, at(90, 210)], ['Ann', 'tax', 1, at(10, 90)]);
    const { pairs, onlyA, onlyB } = matchStatements(a, b);
    expect(ids(pairs)).toEqual(['a0=b1', 'a1=b0']);
    expect([onlyA, onlyB]).toEqual([[], []]);
  });

  it('said in the same words are told apart by whom and what they name', () => {
    const a = coding('a', ['Ann', 'tax', 1, at(0, 50)], ['Bob', 'tax', 1, at(0, 50)]);
    const b = coding('b', ['Bob', 'tax', 1, at(0, 50)], ['Ann', 'tax', -1, at(0, 50)]);
    expect(ids(matchStatements(a, b).pairs)).toEqual(['a0=b1', 'a1=b0']);
  });

  it('are matched by the words of their quotations where places are not known', () => {
    const a = coding('a', ['Ann', 'tax', 1, { quotation: 'Taxes must be cut, Ann said.' }]);
    const b = coding(
      'b',
      ['Eve', 'war', 1, { quotation: '“Taxes must be cut”' }],
      ['Ann', 'tax', 1, { quotation: 'No.' }],
    );
    expect(ids(matchStatements(a, b).pairs)).toEqual(['a0=b0']);
  });

  it('without quotations need a paragraph and one end in common, or both ends', () => {
    const a = coding(
      'a',
      ['Ann', 'tax', 1, { paragraph: 3 }],
      ['Bob', 'war', 1, {}],
      ['Bob', 'tax', 1, { paragraph: 9 }],
    );
    const b = coding(
      'b',
      ['Ann', 'war', 1, { paragraph: 3 }],
      ['Bob', 'war', 1, {}],
      ['Bob', 'tax', 1, { paragraph: 8 }],
    );
    expect(ids(matchStatements(a, b).pairs)).toEqual(['a0=b0', 'a1=b1']);
  });

  it('of different documents are never one', () => {
    const a = coding('a', ['Ann', 'tax', 1, { source: 'one' }]);
    const b = coding('b', ['Ann', 'tax', 1, { source: 'two' }]);
    expect(matchStatements(a, b).pairs).toEqual([]);
  });

  it('are known by names without case, accents and double blanks', () => {
    const a = coding('a', ['Élysée  Palace', 'Tax', 1, at(0, 9)]);
    const b = coding('b', ['elysee palace', 'tax', 1, at(0, 9)]);
    expect(compareCodings(a, b, GIVEN).disagreements).toEqual([]);
  });
});

describe('the agreement of two coders', () => {
  it('is counted by variable, with every disagreement', () => {
    const places = [0, 1, 2, 3].map((each) => at(100 * each, 100 * each + 50));
    const a = coding(
      'a',
      ...places.map((place, each): [string, string, number, object] => [
        'Ann',
        'tax',
        each < 2 ? 1 : -1,
        place,
      ]),
      ['Ann', 'war', 1, at(900, 950)],
    );
    const b = coding(
      'b',
      ...places.map((place, each): [string, string, number, object] => [
        'Ann',
        'tax',
        each < 1 ? 1 : -1,
        place,
      ]),
    );
    const { statements, found, variables, disagreements } = compareCodings(a, b, GIVEN);
    expect(statements).toEqual({ a: 5, b: 4, matched: 4, onlyA: 1, onlyB: 0 });
    expect(found).toBeCloseTo(8 / 9, 12);
    const sign = variables.find(({ variable }) => variable === 'sign');
    // Three of four alike; by chance 0.5 × 0.25 + 0.5 × 0.75 = 0.5.
    expect(sign?.agreement).toBe(0.75);
    expect(sign?.kappa.value).toBeCloseTo(0.5, 12);
    // n = 8, three and five of a value, two that differ: 1 − 7 × 2 / (2 × 3 × 5).
    expect(sign?.alpha.value).toBeCloseTo(1 - 14 / 30, 12);
    expect(sign?.kappa.interval?.low).toBeLessThanOrEqual(0.5);
    expect(variables.find(({ variable }) => variable === 'issue')?.kappa.value).toBeUndefined();
    expect(
      disagreements.map(({ a: one, b: other, variables: differing }) => [one?.id, other?.id, differing]),
    ).toEqual([
      ['a1', 'b1', ['sign']],
      ['a4', undefined, []],
    ]);
  });
});
