import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binsOf } from '../../../../client/state/table/bins.ts';
import { MOST_BARS } from '../../../../client/state/table/statistics.ts';
import { valueTitle } from '../../../../server/core/picture/node-values.ts';
import { node } from '../world.ts';

const bars = (list: readonly (number | string | undefined)[], areCategories = false) => {
  const nodes = list.map((_, at) => node(`${at}`));
  const values = new Map(
    list.flatMap((value, at): [string, number | string][] => (value === undefined ? [] : [[`${at}`, value]])),
  );
  const named = (value: number | string, digits?: number) => valueTitle('property:any', value, digits);
  return binsOf({ nodes }, { title: 'Any', values, areCategories, named });
};
const words = (list: readonly (number | string | undefined)[], areCategories = false) =>
  bars(list, areCategories).map(({ title, count }) => `${title}: ${count}`);
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('the distribution of a measure', () => {
  it('holds every node once, under titles that differ', () => {
    const value = fc.option(fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat(30)), {
      nil: undefined,
    });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (list) => {
        const rounded = list.map((each) => each && Number(each.toPrecision(9)));
        const told = bars(rounded);
        expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(list.length);
        expect(new Set(told.map(({ title }) => title)).size).toBe(told.length);
        expect(told.length).toBeLessThanOrEqual(MOST_BARS + 1);
      }),
    );
  });

  it('puts many numbers in ranges of equal width, and counts an end where the range says it is', () => {
    expect(words(upTo(21)).slice(0, 2)).toEqual(['0 to under 2: 2', '2 to under 4: 2']);
    expect(words(upTo(21)).at(-1)).toBe('18 to 20: 3');
    expect(words([0.5, 1, 1.5, 2, 2.5, 3]).length).toBe(10);
    expect(words([0.5, 1]).length).toBe(2);
  });

  it('puts few numbers and dates in their order, and many dates by year or decade', () => {
    expect(words([3, 1, 3, undefined])).toEqual(['1: 1', '3: 2', 'None: 1']);
    expect(words(['2014-03', '1949'])).toEqual(['1949: 1', 'March 2014: 1']);
    expect(words(upTo(24).map((at) => `${2000 + (at % 2)}-01-${10 + (at % 20)}`))).toEqual([
      '2000: 12',
      '2001: 12',
    ]);
    expect(words(upTo(20).map((at) => `${1990 + at}-05-01`))).toEqual(['1990s: 10', '2000s: 10']);
  });

  it('puts names by how frequent they are, with the rest together', () => {
    expect(words(['a', 'b', 'b'])).toEqual(['b: 2', 'a: 1']);
    expect(words(upTo(20).map((at) => `name ${at}`)).at(-1)).toBe('Others: 4');
    expect(words(upTo(20), true).at(-1)).toBe('Others: 4');
  });
});
