import type { View } from '../../../../server/core/view/view.ts';
import { viewToSearch } from '../../../../server/core/view/view-link.ts';
import { capital, dateInWords, typeInWords } from '../../../../server/core/words/words.ts';
import { change, isFiltered } from '../../link/view-changes.ts';
import { captionOf } from '../../selection/captions.ts';
import type { ExplorerState } from '../../store.ts';

/** A view as a step of a story holds it: without what is the reader's own, of this very data or of another story. */
export function captured(view: View): string {
  return viewToSearch(
    change(view, {
      ...{ story: undefined, step: undefined, caption: undefined },
      ...{ theme: undefined, table: undefined, unit: undefined, snapshot: undefined },
    }),
  );
}

/** What a step may be called that shows the present view: what is selected or in focus in it, else what it is of. */
export function titleFor(state: ExplorerState): string {
  const { caption, select, focus } = state.view;
  const [said = ''] = caption?.split('\n') ?? [];
  const key = select?.[0] ?? focus?.[0];
  return (said || (key === undefined ? extentOf(state.view) : captionOf(state, key))).slice(0, 200).trim();
}

/** A title that names more relationship types than this tells less than none. */
const MOST_TYPES = 3;

/** How much of the data a view shows, by its relationship types and dates where these say it. */
function extentOf(view: View): string {
  const { type = [], from, to, hide, start } = view;
  const types = type.length <= MOST_TYPES ? type.map(typeInWords) : [];
  const said = [...types, ...datesOf(from, to)].join(', ');
  if (said) return capital(said);
  return isFiltered(view) || hide || start ? 'A part of the picture' : 'The whole picture';
}

function datesOf(from: string | undefined, to: string | undefined): string[] {
  if (from && to) return [from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`];
  if (from) return [`from ${dateInWords(from)}`];
  return to ? [`until ${dateInWords(to)}`] : [];
}
