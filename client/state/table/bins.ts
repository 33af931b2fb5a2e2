import { areOrdered, namesOf, type Value } from '../../../server/core/looks/scale.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { type Bar, MOST_BARS } from './statistics.ts';
import type { Measure } from './table.ts';

const MOST_BINS = 10;
const FEW_FRACTIONS = 5;

/**
 * How often each value of nodes occurs: many different numbers, or fractions, in ranges of equal width, of which
 * each but the last is without its upper end; many dates by year or decade; everything else by value, the most
 * frequent first. Those without a value come last.
 */
export function binsOf({ nodes }: Pick<Graph, 'nodes'>, measure: Measure): Bar[] {
  const having = nodes.flatMap(({ key }) => measure.values.get(key) ?? []);
  const none = nodes.length - having.length;
  return [...barsOf(having, measure), ...(none > 0 ? [{ title: 'None', count: none }] : [])];
}

function barsOf(values: readonly Value[], { named, areCategories }: Measure): Bar[] {
  const few = new Set(values).size <= (values.some(isFraction) ? FEW_FRACTIONS : MOST_BARS);
  if (areCategories || !areOrdered(values)) return mostFrequent(counted(values, named));
  if (few) return inOrder(values, named);
  if (values.every((value) => typeof value === 'number')) return ranges(values, named);
  const years = values.map((value) => String(value).slice(0, 4));
  if (new Set(years).size <= MOST_BARS) return inOrder(years, String);
  return inOrder(
    years.map((year) => `${year.slice(0, 3)}0s`),
    String,
  );
}

/** Fractions seldom repeat: a bar for each would say nothing of how they are spread. */
function isFraction(value: Value): boolean {
  return typeof value === 'number' && !Number.isInteger(value);
}

function counted(values: readonly Value[], named: (value: Value) => string): Bar[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ title: named(value), count }));
}

function inOrder(values: readonly Value[], named: (value: Value) => string): Bar[] {
  return counted(
    [...values].sort((a, b) => (a < b ? -1 : Number(a > b))),
    named,
  );
}

function mostFrequent(bars: readonly Bar[]): Bar[] {
  const sorted = [...bars].sort((a, b) => b.count - a.count);
  const rest = sorted.slice(MOST_BARS).reduce((sum, { count }) => sum + count, 0);
  return [...sorted.slice(0, MOST_BARS), ...(rest > 0 ? [{ title: 'Others', count: rest }] : [])];
}

function ranges(values: readonly number[], named: Measure['named']): Bar[] {
  const least = values.reduce((a, b) => Math.min(a, b));
  const width = (values.reduce((a, b) => Math.max(a, b)) - least) / MOST_BINS;
  const counts = Array.from({ length: MOST_BINS }, () => 0);
  for (const value of values) {
    const at = Math.min(MOST_BINS - 1, Math.floor((value - least) / width));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const ends = namesOf(counts.map((_, at) => least + at * width).concat(least + MOST_BINS * width), named);
  return counts.map((count, at) => {
    const upTo = at === MOST_BINS - 1 ? 'to' : 'to under';
    return { title: `${ends[at]} ${upTo} ${ends[at + 1]}`, count };
  });
}
