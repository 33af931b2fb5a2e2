import { EntenteError } from '../../core/model/errors.ts';
import type { Graph } from '../../core/model/graph.ts';
import { type AskGraph, composeView } from '../../core/view/compose-view.ts';
import { mergeGraphs } from '../../core/view/merge-graphs.ts';
import { pathQuery } from '../../core/view/path-query.ts';
import { shownOfView } from '../../core/view/shown.ts';
import type { View } from '../../core/view/view.ts';
import { readPaths } from '../../graph/paths.ts';
import type { Reader } from '../../graph/service.ts';
import { readFiltered } from '../graph/graph.ts';

/** At most this many nodes, and edges, are read of each graph that a view is made of. */
const MOST_READ = 2_000;

/**
 * Gives what views show, put together as the page does. What one view has read serves the next.
 * @throws EntenteError `invalid_request`, naming the filter; `not_found` for a focus that is no node
 */
export function createViewReader(reader: Reader): (view: View) => Promise<Graph> {
  const limit = Math.min(MOST_READ, reader.rowLimit);
  const known = new Map<string, Promise<Graph>>();
  const ask: AskGraph = (query) => {
    const filters = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
    const name = JSON.stringify(filters);
    const graph = known.get(name) ?? readFiltered(reader, filters, limit);
    known.set(name, graph);
    return graph;
  };
  return async (view) => {
    const composed = await composeView(view, ask, reader.context.snapshot);
    const path = await readPathOf(reader, view);
    return shownOfView(path ? mergeGraphs(composed, [path]) : composed, view);
  };
}

/** The path of a view; one that cannot be found is no failure of what else it shows. */
async function readPathOf(reader: Reader, view: View): Promise<Graph | undefined> {
  const query = pathQuery(view);
  if (!query) return undefined;
  try {
    return (await readPaths(reader, query)).graph;
  } catch (cause) {
    if (cause instanceof EntenteError && cause.code === 'not_found') return undefined;
    throw cause;
  }
}
