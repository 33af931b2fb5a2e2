import type { PathsAnswer } from '../contract/answers.ts';
import { EntenteError } from '../model/errors.ts';
import type { Graph } from '../model/graph.ts';
import type { GraphQuery } from '../view/compose/graph-query.ts';
import { mergeGraphs } from '../view/merge-graphs.ts';
import { type PathQuery, pathQuery } from '../view/path-query.ts';
import type { View } from '../view/view.ts';
import { createComposer } from './compose.ts';

/** Where the data of views come from: a server that is asked, or a database that is read. */
export interface ViewSource {
  graph(query: GraphQuery, signal: AbortSignal): Promise<Graph>;
  paths(query: PathQuery, signal: AbortSignal): Promise<PathsAnswer>;
}

/** What is loaded for a view. */
export interface LoadedView {
  /** What its filters and focus give, what is added by hand, and the paths that it names. */
  graph: Graph;
  /** Why the paths that it names are not there. The rest is shown all the same. */
  pathFault?: EntenteError;
}

/** What tells one state of the data from another, and their snapshot id. */
export interface DataState {
  data: string;
  snapshot: string;
}

/**
 * Loads what views are made of, the one way in for everything that shows a view. What was loaded for the view before
 * is not asked for again.
 *
 * @returns Rejects with an EntenteError as the source does, but for paths, whose fault is told beside the rest, and
 * with an AbortError when it is cancelled.
 */
export function createViewLoader(
  source: ViewSource,
): (view: View, of: DataState, signal: AbortSignal) => Promise<LoadedView> {
  const compose = createComposer((query, signal) => source.graph(query, signal));
  return async (view, { data, snapshot }, signal) => {
    const [composed, path] = await Promise.all([
      compose(view, data, snapshot, signal),
      pathOf(source, view, signal),
    ]);
    if (path instanceof EntenteError) return { graph: composed, pathFault: path };
    return { graph: path ? mergeGraphs(composed, [path]) : composed };
  };
}

async function pathOf(
  source: ViewSource,
  view: View,
  signal: AbortSignal,
): Promise<Graph | EntenteError | undefined> {
  const query = pathQuery(view);
  if (!query) return undefined;
  try {
    return (await source.paths(query, signal)).graph;
  } catch (cause) {
    if (signal.aborted) throw cause;
    return cause instanceof EntenteError ? cause : new EntenteError('internal', String(cause), { cause });
  }
}
