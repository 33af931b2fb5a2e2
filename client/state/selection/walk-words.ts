import { indexOf, shownGraph } from '../../../server/core/picture/graph-index.ts';
import { amount } from '../../../server/core/words/words.ts';
import type { ExplorerState } from '../store.ts';
import { outlineOf } from '../table/outline.ts';
import { captionOf } from './captions.ts';
import { clauseOf } from './path-words.ts';
import { byTime } from './relations.ts';

/** So many edges between two nodes are told one by one. */
const MOST_TOLD = 3;

/**
 * Where somebody who walks the picture by keys is now, as sentences: the node, and what connects it with the
 * one before. Empty where the picture does not have the node.
 */
export function walkInWords(state: ExplorerState, key: string, from: string | undefined): string {
  const graph = shownGraph(state);
  const [at] = outlineOf(graph, [key]);
  if (!at) return '';
  const between = (indexOf(graph).edgesOf.get(key) ?? [])
    .filter(({ source, target }) => from !== undefined && from !== key && [source, target].includes(from))
    .sort(byTime);
  const told = between
    .slice(0, MOST_TOLD)
    .map((edge) => `${clauseOf(edge, (each) => captionOf(state, each))}.`);
  const more = between.length - told.length;
  const selected = state.view.select?.includes(key) ? ', selected' : '';
  return [
    `${at.words}${selected}.`,
    ...new Set(told),
    ...(more > 0 ? [`${amount(more, 'more edge')} between them.`] : []),
  ].join(' ');
}
