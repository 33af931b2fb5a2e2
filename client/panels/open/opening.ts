import { useEffect, useState } from 'react';
import type { ToOpen } from './data-context.ts';

/** Has the browser's own dialog choose files. To be called by a click or a key. */
export function chooseFiles(take: (toOpen: ToOpen) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => input.files?.length && take({ files: [...input.files] }));
  input.click();
}

/**
 * Takes files that are dropped, tables that are pasted and the file of a link. What does so comes after the first
 * drawing.
 *
 * @returns Whether files are held over the page.
 */
export function useGivenFiles(take: (toOpen: ToOpen) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    void import('./given-files.ts').then(
      ({ listenForFiles }) => listenForFiles(take, setOver, listening.signal),
      () => undefined,
    );
    return () => listening.abort();
  }, [take]);
  return over;
}
