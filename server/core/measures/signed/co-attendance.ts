import { attendancePairs } from '../blocs/pairs.ts';
import type { SignedMeasure } from '../measure.ts';
import { MOST_LISTED } from '../signed-network.ts';

export const coAttendance = {
  id: 'coAttendance',
  name: 'Shared attendance',
  sentence:
    'Two actors are close when they attend the same events; a small meeting counts for more than a large one.',
  source: 'Newman 2001',
  limits:
    'Being in the same room is neither support nor opposition. Only attendance that took place counts; absences form a separate network.',
  of: 'pairs',
  find: ({ tables }) => ({
    attendance: attendancePairs(tables, tables.attendances, MOST_LISTED),
    absence: attendancePairs(tables, tables.absences, MOST_LISTED),
  }),
} as const satisfies SignedMeasure;
