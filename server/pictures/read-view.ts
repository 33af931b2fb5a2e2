import { readFiltered } from '../api/graph/graph.ts';
import { routes } from '../core/contract/routes.ts';
import type { Graph } from '../core/model/graph.ts';
import { MOST_BASE } from '../core/picture/arrangement.ts';
import { createComposer } from '../core/picture/compose.ts';
import { mergeGraphs } from '../core/view/merge-graphs.ts';
import { pathQuery } from '../core/view/path-query.ts';
import type { View } from '../core/view/view.ts';
import { readPaths } from '../graph/paths.ts';
import type { Reader } from '../graph/service.ts';

/** What the database holds of a view: all that is needed to arrange and draw it. */
export interface ReadView {
  view: View;
  loaded: Graph;
  /** The whole of a small database, else what the view shows. */
  base: Graph;
  /** Whether `base` is the whole. */
  isWhole: boolean;
  /** Whether it is all there to be laid out as the explorer does it: nothing of it was cut off. */
  isComplete: boolean;
}

/**
 * Reads what views show, as the explorer does.
 *
 * @param rowLimit At most this many nodes, and edges, of each view and of the whole.
 */
export function createViewReader(reader: Reader, rowLimit: number): (view: View) => Promise<ReadView> {
  const { snapshot } = reader.context;
  const read = (query: object) => {
    const { limit = rowLimit, ...filters } = routes.graph.query.parse(defined(query));
    return readFiltered(reader, filters, limit);
  };
  const compose = createComposer(read);
  const never = new AbortController().signal;
  let whole: Promise<Graph | undefined> | undefined;
  const wholeIfSmall = async () => {
    const [counts] = await reader.rows('describe/counts');
    return Number(counts?.nodes) <= MOST_BASE ? await read({}) : undefined;
  };
  return async (view) => {
    const composed = await compose(view, snapshot, snapshot, never);
    const path = pathQuery(view);
    const loaded = path ? mergeGraphs(composed, [(await readPaths(reader, path)).graph]) : composed;
    whole ??= wholeIfSmall();
    const all = await whole;
    const isWhole = all !== undefined && !all.attributes.truncated;
    const isComplete = !all?.attributes.truncated && !loaded.attributes.truncated;
    return { view, loaded, base: isWhole ? all : loaded, isWhole, isComplete };
  };
}

function defined(query: object): object {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}
