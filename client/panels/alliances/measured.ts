import { createContext, useContext } from 'react';
import type { MeasureReport } from '../../../server/core/measures/report.ts';
import type { MeasureTask } from '../../../server/core/measures/signed-network.ts';
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
