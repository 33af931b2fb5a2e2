import { createStore, type StoreApi } from 'zustand/vanilla';
import type { View } from '../../../server/core/view/view.ts';
import { attempt, type Memory } from '../panels.ts';

export type Scheme = 'light' | 'dark';
/** What the reader chose for this page; undefined follows the system. */
export type OwnScheme = StoreApi<{ own: Scheme | undefined }>;

const NAME = 'entente.theme';

/** The reader's own choice of colours, remembered. */
export function createOwnScheme(memory: Memory | undefined): OwnScheme {
  const said = attempt(() => memory?.getItem(NAME));
  const store: OwnScheme = createStore(() => ({
    own: said === 'light' || said === 'dark' ? said : undefined,
  }));
  store.subscribe(({ own }) => attempt(() => memory?.setItem(NAME, own ?? 'system')));
  return store;
}

/** What the page shows: what the view asks for, else the reader's choice, else the system's. */
export function effectiveScheme(view: View, own: Scheme | undefined, systemDark: boolean): Scheme {
  return view.theme ?? own ?? (systemDark ? 'dark' : 'light');
}
