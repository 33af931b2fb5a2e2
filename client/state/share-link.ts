import type { View } from '../../server/contract/view.ts';
import { viewToSearch } from '../../server/contract/view-link.ts';
import { change } from './change.ts';

/** The link to a view as it is shared: it names the snapshot, so that who opens it later is told of changes. */
export function shareLink(page: string, view: View, snapshot: string | undefined): string {
  const search = viewToSearch(snapshot ? change(view, { snapshot }) : view);
  return search ? `${page}?${search}` : page;
}
