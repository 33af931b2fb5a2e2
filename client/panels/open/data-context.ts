import { createContext, useContext } from 'react';
import type { OpenedFile } from '../../state/opened/opened.ts';

/** What is to be opened: files at hand, or the address of one. */
export type ToOpen = { files: readonly File[] } | { address: string };

/** Files ready to be shown. */
export interface Opened {
  file: OpenedFile;
  /** Depends on their content. */
  snapshot: string;
  /** Answers what the page asks. */
  fetcher: typeof fetch;
  /** Lets go of them, here and in the browser's memory. */
  close: () => void;
}

/** What the page shows: the database, or files that were opened in it. */
export interface Data {
  /** Undefined for the database. */
  file: OpenedFile | undefined;
  show: (opened: Opened) => void;
  /** Goes back to the database. */
  close: () => void;
}

export const DataContext = createContext<Data>({ file: undefined, show: () => {}, close: () => {} });

export function useData(): Data {
  return useContext(DataContext);
}

/** Has files chosen, to be opened. */
export const ChooseContext = createContext<() => void>(() => {});
