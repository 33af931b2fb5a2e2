import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import { titleOfStep } from '../../../server/core/view/story-view.ts';
import type { Cited } from '../../../server/core/words/citation/cited.ts';
import { sourcesOf } from '../../../server/core/words/credit.ts';
import { titleOfShown } from '../../../server/core/words/graph-title.ts';
import { captionOf } from '../selection/captions.ts';
import type { ExplorerState } from '../store.ts';
import { shareLink } from './share-link.ts';

/**
 * The present view as it is cited.
 *
 * @param page The address of the explorer.
 * @param file What the opened file is called; undefined where a database or a published folder is shown.
 * @param now The day in the reader's own time zone is the day of access.
 */
export function citedView(
  state: ExplorerState,
  { page, file, now }: { page: string; file: string | undefined; now: Date },
): Cited {
  const { view, status, schema } = state;
  const graph = shownGraph(state);
  const named = new Map(schema.state === 'ready' ? schema.value.sources.map((each) => [each.key, each]) : []);
  return {
    title: titleNow(state),
    dataSets: file === undefined ? dataSetsOf(graph) : [file],
    sources: sourcesOf(graph).map((key) => named.get(key)?.caption ?? captionOf(state, key)),
    snapshot: status?.snapshot,
    link: shareLink(page, view, status?.snapshot),
    accessed: dayOf(now),
    version: status?.product.version ?? '',
  };
}

function titleNow(state: ExplorerState): string {
  const { view, story } = state;
  if (view.story !== undefined && story.state === 'ready') return titleOfStep(story.value, view.step ?? 1);
  return titleOfShown(view, undefined, shownGraph(state));
}

/** The ids of the data sets that nodes and edges come from, in order. */
function dataSetsOf({ nodes, edges }: ReturnType<typeof shownGraph>): string[] {
  const ids = [...nodes, ...edges].map(({ attributes }) => attributes.properties.dataSet);
  return [...new Set(ids.filter((id) => typeof id === 'string'))].sort();
}

function dayOf(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((each) => String(each).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}
