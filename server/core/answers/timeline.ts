import type { TimelineAnswer } from '../contract/answers.ts';
import { isPartialDate } from '../model/dates.ts';
import type { Filters } from '../model/filters.ts';
import { edgeParameters, integer, labelParameter } from './parameters.ts';
import type { Reader } from './reader.ts';

const WIDTHS = { day: 10, month: 7, year: 4 } as const;

/**
 * How many edges speak from each day, month or year: from `since`, else from when they were stated.
 * A date coarser than the unit stays a bin of its own (`2024` among months), since it names no finer one.
 */
export async function readTimeline(
  reader: Reader,
  filters: Partial<Filters>,
  unit: TimelineAnswer['unit'],
): Promise<TimelineAnswer> {
  const rows = await reader.rows('read/timeline', {
    width: integer(WIDTHS[unit]),
    ...labelParameter(filters),
    ...edgeParameters(filters),
    limit: integer(reader.rowLimit + 1),
  });
  const bins = new Map<string, { total: number; types: Map<string, number> }>();
  let undated = 0;
  for (const { date, type, count } of rows.slice(0, reader.rowLimit)) {
    if (typeof date !== 'string' || !isPartialDate(date)) {
      undated += Number(count);
      continue;
    }
    const bin = bins.get(date) ?? { total: 0, types: new Map() };
    bin.total += Number(count);
    bin.types.set(String(type), (bin.types.get(String(type)) ?? 0) + Number(count));
    bins.set(date, bin);
  }
  // A type may be called `constructor`: of entries, every name becomes the object's own.
  const told = [...bins].map(([date, { total, types }]) => ({
    date,
    total,
    types: Object.fromEntries(types),
  }));
  return { unit, bins: told, undated, truncated: rows.length > reader.rowLimit };
}
