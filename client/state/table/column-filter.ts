import { dateText, isPartialDate, readDate } from '../../../server/core/model/dates.ts';
import { folded } from '../../../server/core/view/text-match.ts';
import { within } from '../time/timeline.ts';
import type { Column } from './table.ts';

/** What a column is filtered by, as it is typed: ends of a range, both in it, or a text that its cells contain. */
export interface ColumnFilter {
  from?: string;
  to?: string;
  contains?: string;
}

/** Filters by the title of their column. */
export type ColumnFilters = Readonly<Record<string, ColumnFilter>>;

/** What is wrong with an end of a range, and what to write; undefined where nothing is. */
export function endFault(kind: Column<never>['kind'], end: string | undefined): string | undefined {
  const text = end?.trim() ?? '';
  if (text === '') return undefined;
  if (kind === 'date') return isPartialDate(text) ? undefined : 'Write 2025, 2025-10 or 2025-10-07.';
  return Number.isFinite(Number(text)) ? undefined : 'Write a number, such as 12 or 0.5.';
}

/** The elements that pass every filter of a table's columns; what has nothing in a column passes no filter of it. */
export function filtered<T>(
  elements: readonly T[],
  columns: readonly Column<T>[],
  filters: ColumnFilters,
): readonly T[] {
  const tests = columns.flatMap((column) => testOf(column, filters[column.title]) ?? []);
  return tests.length === 0 ? elements : elements.filter((each) => tests.every((passes) => passes(each)));
}

function testOf<T>(column: Column<T>, filter: ColumnFilter = {}): ((element: T) => boolean) | undefined {
  const { kind, cell } = column;
  const value = column.order ?? cell;
  const wanted = folded(filter.contains?.trim() ?? '');
  const [from, to] = [filter.from, filter.to].map((end) =>
    end?.trim() && !endFault(kind, end) ? end.trim() : undefined,
  );
  if (kind !== 'number' && kind !== 'date')
    return wanted === '' ? undefined : (element) => folded(String(cell(element))).includes(wanted);
  if (from === undefined && to === undefined) return undefined;
  if (kind === 'date')
    return (element) => {
      const date = readDate(dateText(value(element)));
      return date !== undefined && within(date, from, to);
    };
  const [least, most] = [
    from === undefined ? -Infinity : Number(from),
    to === undefined ? Infinity : Number(to),
  ];
  return (element) => {
    const number = value(element);
    return typeof number === 'number' && number >= least && number <= most;
  };
}
