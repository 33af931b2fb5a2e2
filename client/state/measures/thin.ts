import { MEANINGS, type MeasureName } from '../../graph/measures/meanings.ts';
import type { MeasureReport } from '../../graph/measures/tasks.ts';

/** Why there is too little for a measure; how many periods there are is no matter of the report. */
export function thinOf(name: MeasureName, { amount }: MeasureReport): string | undefined {
  return MEANINGS[name].thin({ ...amount, windows: Number.POSITIVE_INFINITY });
}
