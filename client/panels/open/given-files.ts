import { attempt } from '../../state/panels.ts';
import type { ToOpen } from './data-context.ts';

const TYPING = 'input, textarea, select, [contenteditable=true], .cm-editor';
/** What a link opens a file by. */
const LINKED = '#file=';

/**
 * Takes files that are dropped on the page, tables that are pasted where nobody types, and the file of a link.
 *
 * @param over Told whether files are held over the page.
 */
export function listenForFiles(
  take: (toOpen: ToOpen) => void,
  over: (isOver: boolean) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const until = { signal };
  addEventListener(
    'dragover',
    (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      over(true);
    },
    until,
  );
  addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && over(false), until);
  addEventListener(
    'drop',
    (event) => {
      over(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      take({ files: [...(event.dataTransfer?.files ?? [])] });
    },
    until,
  );
  addEventListener(
    'paste',
    (event) => {
      const files = pastedFiles(event);
      if (files.length === 0) return;
      event.preventDefault();
      take({ files });
    },
    until,
  );
  const followLink = () => {
    if (!location.hash.startsWith(LINKED)) return;
    const given = location.hash.slice(LINKED.length);
    const address = attempt(() => decodeURIComponent(given)) ?? given;
    history.replaceState(history.state, '', location.pathname + location.search);
    take({ address });
  };
  addEventListener('hashchange', followLink, until);
  followLink();
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

/** Files in the clipboard, or a table of at least two rows and columns as one. */
function pastedFiles({ target, clipboardData }: ClipboardEvent): File[] {
  if (!clipboardData || (target instanceof Element && target.closest(TYPING))) return [];
  if (clipboardData.files.length > 0) return [...clipboardData.files];
  const text = clipboardData.getData('text/plain');
  const [first = '', second = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const separator = ['\t', ';', ','].find((each) => first.includes(each) && second.includes(each));
  if (separator === undefined) return [];
  return [new File([text], separator === '\t' ? 'pasted table.tsv' : 'pasted table.csv')];
}
