import type { TimelineAnswer } from '../../../server/core/contract/answers.ts';
import type { When } from '../../../server/core/model/dates.ts';
import type { Sign } from '../../../server/core/model/graph.ts';
import { pushAll } from '../../../server/core/numbers/extremes.ts';
import type { View } from '../../../server/core/view/view.ts';

type Bin = TimelineAnswer['bins'][number];

/** A place on the time axis: a day, month or year with its counts by sign, or a gap of nothing. */
export type Slot =
  | { date: string; support: number; opposition: number; other: number }
  | { gap: true; after: string; before: string };

/** Runs of nothing longer than this are drawn as a break in the axis. */
const LONGEST_RUN = 4;

/**
 * The bins of a timeline as an axis: dates without edges are filled in, long runs of them become a gap.
 * `signOf` tells the sign of a relationship type.
 */
export function slotsOf(bins: readonly Bin[], signOf: (type: string) => Sign): Slot[] {
  const sorted = [...bins].sort((a, b) => (a.date < b.date ? -1 : 1));
  const slots: Slot[] = [];
  let before: string | undefined;
  for (const bin of sorted) {
    if (before) pushAll(slots, between(before, bin.date));
    slots.push({ date: bin.date, ...bySign(bin, signOf) });
    before = bin.date;
  }
  return slots;
}

/**
 * What the timeline takes dates for: when edges held, unless the view says otherwise. A link with a range that says
 * nothing of it is older than the choice and goes on meaning what is known of both.
 */
export function whenOf({ when, from, to }: Pick<View, 'when' | 'from' | 'to'>): When {
  return when ?? ((from ?? to) === undefined ? 'held' : undefined);
}

/** The fields of a view that show a range of dates. */
export function rangeOf(
  view: View,
  from: string | undefined,
  to: string | undefined,
  when: When = whenOf(view),
): { from: string | undefined; to: string | undefined; when: When } {
  const isRange = (from ?? to) !== undefined;
  return { from, to, when: isRange || when === 'said' ? when : undefined };
}

/** The dates of an axis, without its gaps. */
export function datesOf(slots: readonly Slot[]): string[] {
  return slots.flatMap((slot) => ('gap' in slot ? [] : [slot.date]));
}

function bySign({ types }: Bin, signOf: (type: string) => Sign) {
  const counts = { support: 0, opposition: 0, other: 0 };
  for (const [type, count] of Object.entries(types)) {
    const sign = signOf(type);
    counts[sign === 1 ? 'support' : sign === -1 ? 'opposition' : 'other'] += count;
  }
  return counts;
}

function between(after: string, before: string): Slot[] {
  const dates: string[] = [];
  let date = next(after);
  while (date < before && date.length === before.length && dates.length <= LONGEST_RUN) {
    dates.push(date);
    date = next(date);
  }
  if (dates.length > LONGEST_RUN) return [{ gap: true, after, before }];
  return dates.map((empty) => ({ date: empty, support: 0, opposition: 0, other: 0 }));
}

/** The day, month or year after a partial date. */
export function next(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const step = { 4: [1, 0, 0], 7: [0, 1, 0], 10: [0, 0, 1] }[date.length] ?? [1, 0, 0];
  const [years = 0, months = 0, days = 0] = step;
  const time = Date.UTC(year + years, month - 1 + months, day + days);
  return new Date(time).toISOString().slice(0, date.length);
}

/** Whether a slot's date lies within a range of partial dates, wholly or in part. */
export function within(date: string, from: string | undefined, to: string | undefined): boolean {
  const afterFrom = !from || date.slice(0, from.length) >= from.slice(0, date.length);
  const beforeTo = !to || date.slice(0, to.length) <= to.slice(0, date.length);
  return afterFrom && beforeTo;
}
