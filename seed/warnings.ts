import { spanOf } from '../server/core/model/dates.ts';
import type { ErrorDetail } from '../server/core/model/errors.ts';
import type { Checked, CheckedEntries } from './checked.ts';

/** What a faultless data set may still have got wrong in time, each with file, line and remedy, in the order of the file. */
export function warnOfDates(entries: CheckedEntries): ErrorDetail[] {
  const published = new Map(entries['sources.yaml'].map(({ value }) => [value.id, value.published]));
  return entries['edges.yaml'].flatMap((edge) => [
    ...warnOfNone(edge),
    ...warnOfEarly(edge, published.get(edge.value.assertedBy ?? '')),
  ]);
}

/** Filters keep what has no date, so such an edge would hold for ever by omission. */
function warnOfNone({ value, raw }: Checked<'edges.yaml'>): ErrorDetail[] {
  if (value.since ?? value.until ?? value.statedOn) return [];
  const message = `${value.id} has no date and so is shown at any time; add since, until or statedOn.`;
  return [{ path: `${raw.file}:${raw.lineOf(['id'])}`, message }];
}

/** A source says what it says on the day it is published; what was said before was said by somebody else. */
function warnOfEarly({ value, raw }: Checked<'edges.yaml'>, published: string | undefined): ErrorDetail[] {
  const { statedOn, assertedBy } = value;
  if (!statedOn || !published || spanOf(statedOn).last >= spanOf(published).first) return [];
  const message = `statedOn: ${statedOn} is before ${assertedBy}, which asserts it, was published (${published}); name who said it in assertedBy, or correct the date.`;
  return [{ path: `${raw.file}:${raw.lineOf(['statedOn'])}`, message }];
}
