import type { Explorer } from '../../state/explorer.ts';
import { shareLink } from '../../state/link/share-link.ts';
import { isOfFile } from '../../state/opened/opened.ts';

/** Copies the link to the present view, and says so; where copying is not allowed, shows it to be copied by hand. */
export async function copyLink({ store, actions }: Explorer): Promise<boolean> {
  const { view, status } = store.getState();
  const link = shareLink(location.origin + location.pathname, view, status?.snapshot);
  if (await copyText(link)) {
    const needs = isOfFile(status?.snapshot) ? ' Whoever opens it must open the same file.' : '';
    actions.announce(`Link to this view copied.${needs}`);
    return true;
  }
  window.prompt('Copy this link to the view:', link);
  return false;
}

/** Copies a text; false where that is not allowed. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
