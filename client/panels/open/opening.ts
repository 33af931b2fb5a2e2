import { useEffect, useState } from 'react';

/** What is to be opened: files at hand, or the address of one. */
export type ToOpen = { files: readonly File[] } | { address: string };

const TYPING = 'input, textarea, select, [contenteditable=true], .cm-editor';
/** What a link opens a file by. */
const LINKED = '#file=';

/** Has the browser's own dialog choose files. To be called by a click or a key. */
export function chooseFiles(take: (toOpen: ToOpen) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => input.files?.length && take({ files: [...input.files] }));
  input.click();
}

/**
 * Takes files that are dropped on the page, tables that are pasted where nobody types, and the file of a link.
 *
 * @returns Whether files are held over the page.
 */
export function useGivenFiles(take: (toOpen: ToOpen) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const until = { signal: listening.signal };
    addEventListener(
      'dragover',
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      until,
    );
    addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false), until);
    addEventListener(
      'drop',
      (event) => {
        setOver(false);
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
      const address = decodeURIComponent(location.hash.slice(LINKED.length));
      history.replaceState(history.state, '', location.pathname + location.search);
      take({ address });
    };
    addEventListener('hashchange', followLink, until);
    followLink();
    return () => listening.abort();
  }, [take]);
  return over;
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
