import { change } from '../../../server/core/view/change.ts';
import type { View } from '../../../server/core/view/view.ts';
import { viewToSearch } from '../../../server/core/view/view-link.ts';

/** The link to a view as it is shared: it names the snapshot, so that who opens it later is told of changes. */
export function shareLink(page: string, view: View, snapshot: string | undefined): string {
  const search = viewToSearch(snapshot ? change(view, { snapshot }) : view);
  return search ? `${page}?${search}` : page;
}
