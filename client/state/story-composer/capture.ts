import type { View } from '../../../server/contract/view.ts';
import { viewToSearch } from '../../../server/contract/view-link.ts';
import { captionOf } from '../captions.ts';
import type { ExplorerState } from '../store.ts';
import { change } from '../view-changes.ts';

/** A view as a step of a story holds it: without what is the reader's own, of this very data or of another story. */
export function captured(view: View): string {
  return viewToSearch(
    change(view, {
      ...{ story: undefined, step: undefined, caption: undefined },
      ...{ theme: undefined, table: undefined, unit: undefined, snapshot: undefined },
    }),
  );
}

/** What a step may be called that shows the present view: what is selected or in focus in it. */
export function titleFor(state: ExplorerState): string {
  const { caption, select, focus } = state.view;
  const [said = ''] = caption?.split('\n') ?? [];
  const key = select?.[0] ?? focus?.[0];
  return (said || (key === undefined ? 'The whole picture' : captionOf(state, key))).slice(0, 200).trim();
}
