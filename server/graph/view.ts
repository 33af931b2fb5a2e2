import { readFiltered } from '../core/answers/filtered.ts';
import { readPaths } from '../core/answers/paths.ts';
import type { Reader } from '../core/answers/reader.ts';
import { createViewLoader } from '../core/loading/load-view.ts';
import { EntenteError } from '../core/model/errors.ts';
import type { Filters } from '../core/model/filters.ts';
import type { Graph } from '../core/model/graph.ts';
import type { View } from '../core/view/view.ts';
import { fewAtOnce } from './few-at-once.ts';

/** Reads of one view at a time: a link can ask for a thousand, and others want the database's connections too. */
const AT_ONCE = 8;
/** So many reads, and nodes and edges in all, make the views of one request: a story of a dozen steps takes a tenth. */
const [MOST_READS, MOST_ELEMENTS] = [150, 400_000];
/** Faults of a path that lie in the link itself: the view shows the rest. */
const OF_THE_LINK: readonly string[] = ['not_found', 'invalid_request'];

/**
 * Reads what is loaded for views, as the page loads it. What one view has read serves the next.
 *
 * @param limit At most this many nodes, and edges, of each graph that a view is made of.
 * @returns Rejects with an EntenteError: `invalid_request`, naming the filter; `not_found` for a focus that is no node;
 *   `too_large` for a link that asks for more than one request may read.
 */
export function createViewReader(reader: Reader, limit: number): (view: View) => Promise<Graph> {
  const { snapshot } = reader.context;
  const known = new Map<string, Promise<Graph>>();
  const inTurn = fewAtOnce(AT_ONCE);
  let elements = 0;
  const read = async (filters: Filters) => {
    if (elements > MOST_ELEMENTS) throw tooMuch();
    const graph = await readFiltered(reader, filters, limit);
    elements += graph.nodes.length + graph.edges.length;
    return graph;
  };
  const load = createViewLoader({
    graph: async (query) => {
      const filters: Filters = Object.fromEntries(
        Object.entries(query).filter(([, value]) => value !== undefined),
      );
      const name = JSON.stringify(filters);
      if (!known.has(name) && known.size >= MOST_READS) throw tooMuch();
      const graph = known.get(name) ?? inTurn(() => read(filters));
      known.set(name, graph);
      return graph;
    },
    paths: (query) => readPaths(reader, query),
  });
  const never = new AbortController().signal;
  return async (view) => {
    const { graph, pathFault } = await load(view, { data: snapshot, snapshot }, never);
    if (pathFault && !OF_THE_LINK.includes(pathFault.code)) throw pathFault;
    return graph;
  };
}

function tooMuch(): EntenteError {
  return new EntenteError(
    'too_large',
    'This link expands more than can be read at once. Expand fewer nodes, or show everything and filter it.',
  );
}
