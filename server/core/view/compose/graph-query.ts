import type { Filters } from '../../model/filters.ts';
import type { Graph } from '../../model/graph.ts';
import type { View } from '../view.ts';

/** What a graph is asked for by: the filters and focus, each of which may be undefined. */
export type GraphQuery = { [F in keyof Filters]?: Filters[F] | undefined };
/** Gives the graph of a query; rejects with an EntenteError `not_found` that names the nodes in focus that are not there. */
export type AskGraph = (query: GraphQuery) => Promise<Graph>;

/** What the graph is asked for by: the filters and focus of a view. */
export function graphQuery(view: View): GraphQuery {
  const { label, type, modality, confidence, source, from, to, dated, focus, depth } = view;
  // What dates mean is nothing to ask by where none are asked for.
  const when = (from ?? to ?? dated) === undefined ? undefined : view.when;
  return { label, type, modality, confidence, source, from, to, when, dated, focus, depth };
}

/** Whether a view starts from nothing, so that its graph is only what is added to it. */
export function startsEmpty({ start, focus }: View): boolean {
  return start === 'nothing' && !focus;
}
