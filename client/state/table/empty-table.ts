import { whyNothing } from '../loading/why-nothing.ts';
import type { ExplorerState } from '../store.ts';

const WHY = {
  begin: 'The canvas is empty.',
  hidden: 'Everything is hidden.',
  filtered: 'Nothing passes the filters.',
} as const;

/**
 * What a table of the picture says in place of rows.
 *
 * @param isSearched Whether there are rows, but none with the text that is looked for.
 */
export function emptyTable(state: Pick<ExplorerState, 'graph' | 'view'>, isSearched: boolean): string {
  if (isSearched) return 'No row contains this text.';
  if (state.graph.state === 'failed') return 'The graph could not be loaded.';
  if (state.graph.state !== 'ready') return 'Loading…';
  const reason = whyNothing(state);
  // There are nodes, then, and it is a table of edges.
  return reason === undefined ? 'No edge is in the picture.' : WHY[reason];
}
