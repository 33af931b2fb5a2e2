import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillsBy, sizesBy, valuesOfProperty } from '../../../../server/core/looks/node-looks.ts';
import { NO_CATEGORY, SCALE_STEPS } from '../../../../server/core/looks/palette.ts';
import { LEAST_SIZE, MOST_SIZE, SAME_SIZE } from '../../../../server/core/looks/sizes.ts';
import { numericProperties, tellingProperties } from '../../../../server/core/looks/telling.ts';
import { valueTitle } from '../../../../server/core/picture/node-values.ts';
import { graphOf, node } from '../../../client/state/world.ts';

/** A graph with a node for each value, and the values by key; undefined is none. */
function having(list: readonly (number | string | undefined)[]) {
  const keys = list.map((_, at) => `node ${at}`);
  const given = list.map((value): Record<string, number | string> => (value === undefined ? {} : { value }));
  const graph = graphOf(
    keys.map((key, at) => node(key, 'Person', given[at])),
    [],
  );
  const values = new Map(
    keys.flatMap((key, at): [string, number | string][] => {
      const value = list[at];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return { graph, values };
}
const named = (value: number | string, digits?: number) => valueTitle('property:value', value, digits);
const titles = (list: readonly (number | string | undefined)[]) => {
  const { graph, values } = having(list);
  return fillsBy(graph, values, named).key.map(({ title, count }) => `${title}: ${count}`);
};

describe('colours by a value', () => {
  it('name years as they are, in steps that no year is in twice', () => {
    expect(titles(Array.from({ length: 12 }, (_, at) => 2009 + at))).toEqual([
      '2009 to 2010: 2',
      '2011 to 2012: 2',
      '2013 to 2014: 2',
      '2015 to 2016: 2',
      '2017 to 2018: 2',
      '2019 to 2020: 2',
    ]);
  });

  it('take a list of texts for one of its own', () => {
    const nodes = [['NATO', 'EU'], ['NATO', 'EU'], ['NATO'], ['NATO'], [], [1, 2]].map((blocs, at) =>
      node(`node ${at}`, 'State', { blocs }),
    );
    const graph = graphOf(nodes, []);
    expect(tellingProperties(nodes)).toEqual(['blocs']);
    const { key } = fillsBy(graph, valuesOfProperty(graph, 'blocs'), named);
    expect(key.map(({ title, count }) => `${title}: ${count}`)).toEqual([
      'NATO: 2',
      'NATO, EU: 2',
      'None: 2',
    ]);
  });

  it('write numbers with as many digits as tell the steps apart', () => {
    expect(titles(Array.from({ length: 7 }, (_, at) => 0.1234 + at / 1e6))[0]).toBe('0.1234 to 0.123401: 2');
  });

  it('never give two steps one title, and count every node once', () => {
    const number = fc
      .double({ min: -1e9, max: 1e9, noNaN: true })
      .map((each) => Number(each.toPrecision(12)));
    fc.assert(
      fc.property(fc.array(fc.option(number, { nil: undefined }), { minLength: 1 }), (list) => {
        const { graph, values } = having(list);
        const { fills, key } = fillsBy(graph, values, named);
        expect(new Set(key.map(({ title }) => title)).size).toBe(key.length);
        for (const { fill, count } of key)
          expect([...fills.values()].filter((each) => each === fill).length).toBe(count);
        expect(key.reduce((sum, { count }) => sum + count, 0)).toBe(list.length);
      }),
    );
  });

  it('put dates in the order of time, whole or partial, and name them in words', () => {
    expect(titles(['2014-03-18', '1949', '2014-03', undefined])).toEqual([
      '1949: 1',
      'March 2014: 1',
      '18 March 2014: 1',
      'None: 1',
    ]);
    expect(titles(Array.from({ length: 20 }, (_, at) => `20${10 + at}-05`)).length).toBe(SCALE_STEPS);
  });

  it('tell those with another value from those without any', () => {
    const many = Array.from({ length: 10 }, (_, at) => `country ${at}`);
    expect(titles(many).at(-1)).toBe('Others: 2');
    expect(titles(['a', undefined]).at(-1)).toBe('None: 1');
    expect(titles([...many, undefined]).at(-1)).toBe('Others or none: 3');
    const { graph, values } = having(['a', undefined]);
    expect(fillsBy(graph, values).fills.get('node 1')).toBe(NO_CATEGORY);
  });

  it('are offered for dates that all differ, and not for names that do', () => {
    const nodes = [
      node('a', 'Person', { born: '1950-01-02', called: 'A' }),
      node('b', 'Person', { born: '1961', called: 'B' }),
    ];
    expect(tellingProperties(nodes)).toEqual(['born']);
  });
});

describe('sizes by a value', () => {
  it('grow in area from nothing to the most, and say so in a key with what has none', () => {
    const { graph, values } = having([0, 10, 20, undefined]);
    const { sizes, sizeKey } = sizesBy(graph, values, named);
    const area = (at: number) => (sizes.get(`node ${at}`) ?? 0) ** 2;
    expect(area(1) - area(0)).toBeCloseTo(area(2) - area(1));
    expect(sizes.get('node 3')).toBe(LEAST_SIZE);
    expect(sizeKey).toEqual([
      { radius: LEAST_SIZE, title: '0' },
      { radius: MOST_SIZE, title: '20' },
      { radius: LEAST_SIZE, title: 'None' },
    ]);
  });

  it('begin with the least where there is less than nothing', () => {
    const { graph, values } = having([-5, 5]);
    expect([...sizesBy(graph, values).sizes.values()]).toEqual([LEAST_SIZE, MOST_SIZE]);
  });

  it('set years apart, which are all alike next to nothing', () => {
    const { graph, values } = having([2000, 2010]);
    expect([...sizesBy(graph, values).sizes.values()]).toEqual([LEAST_SIZE, MOST_SIZE]);
    const alike = having([7, 7]);
    expect(new Set(sizesBy(alike.graph, alike.values).sizes.values())).toEqual(new Set([SAME_SIZE]));
  });

  it('are all the least where nothing is a number', () => {
    const { graph, values } = having(['a', undefined]);
    expect(sizesBy(graph, values).sizeKey).toEqual([{ radius: LEAST_SIZE, title: 'None' }]);
    expect(new Set(sizesBy(graph, values).sizes.values())).toEqual(new Set([LEAST_SIZE]));
  });

  it('are offered for properties of numbers alone', () => {
    const nodes = [
      node('a', 'Person', { age: 3, born: '1950' }),
      node('b', 'Person', { age: 4, born: '1951' }),
    ];
    expect(numericProperties(graphOf(nodes, []))).toEqual(['age']);
  });
});
