import { createContext, useContext } from 'react';
import type { MeasureReport, MeasureTask } from '../../../server/core/measures/tasks.ts';
import type { Graph } from '../../../server/core/model/graph.ts';

/** What was measured, and how: the graph may have moved on since. */
export interface MeasuredGraph {
  report: MeasureReport;
  graph: Graph;
  asked: MeasureTask;
}

export const MeasuredContext = createContext<MeasuredGraph | undefined>(undefined);

export function useMeasured(): MeasuredGraph {
  const measured = useContext(MeasuredContext);
  if (!measured) throw new Error('This component has no measurements around it.');
  return measured;
}

/** A value to two decimals. */
export function decimals(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

/** Two bounds as one text: `3`, or `between 2 and 4` where they differ. */
export function boundsInWords({ lower, upper }: { lower: number; upper: number }): string {
  return lower === upper ? String(upper) : `between ${lower} and ${upper}`;
}
