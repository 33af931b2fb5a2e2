import type { Graph } from '../model/graph.ts';
import type { Story } from '../model/story.ts';
import type { View } from '../view/view.ts';
import { titleOf } from '../view/view-title.ts';

/** So many nodes are named. */
const NAMED = 3;

/** What a graph is called that nobody has named: after its most connected nodes; undefined where it has none. */
export function titleOfGraph({ nodes }: Pick<Graph, 'nodes'>): string | undefined {
  const first = nodes
    .toSorted((a, b) => b.attributes.degree - a.attributes.degree || (a.key < b.key ? -1 : 1))
    .slice(0, NAMED)
    .map(({ attributes }) => attributes.caption);
  if (first.length === 0) return undefined;
  const more = nodes.length - first.length;
  const last = more > 0 ? `${more} more` : first.pop();
  return `Relationships of ${first.length > 0 ? `${first.join(', ')} and ${last}` : last}`;
}

/**
 * What a view is called: after its story or its caption, else after what it shows.
 *
 * @param graph What it shows, where that is known.
 */
export function titleOfShown(
  view: Pick<View, 'caption'>,
  story: Pick<Story, 'title'> | undefined,
  graph: Pick<Graph, 'nodes'> | undefined,
): string {
  const shown = view.caption || story || !graph ? undefined : titleOfGraph(graph);
  return shown ?? titleOf(view, story);
}
