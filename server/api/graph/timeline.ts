import { checkFilters } from '../../graph/filters/check-filters.ts';
import { readTimeline } from '../../graph/timeline.ts';
import { readsGraph } from './graph-read.ts';

export const timelineHandler = readsGraph('timeline', async (reader, { query }) => {
  const { unit, ...filters } = query;
  await checkFilters(reader, filters);
  return readTimeline(reader, filters, unit);
});
