import type { Moment } from '../balance/series.ts';
import type { SignedMeasure } from '../measure.ts';

/** Milliseconds for the frustration index of one period. */
const EACH_PERIOD = 1000;

/** It is taken when the task asks for it. */
export const series = {
  id: 'series',
  name: 'Over time',
  sentence: 'The measures period by period, with the edges that changed sign, ended or began in between.',
  source: 'Doreian and Mrvar 1996',
  limits:
    'An edge without dates holds at all times. More coverage in a period means more edges, not more politics.',
  of: 'time',
  find: async ({ graph, task, settings }) => {
    if (!task.series) return undefined;
    const { periodsOf, seriesOfGraph } = await import('../balance/series.ts');
    return seriesOfGraph(graph, periodsOf(graph), { ...task, ...settings, timeLimit: EACH_PERIOD });
  },
} as const satisfies SignedMeasure<Moment[] | undefined>;
