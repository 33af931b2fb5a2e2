import { createStore, type StoreApi } from 'zustand/vanilla';
import { attempt, type Memory } from './panels.ts';

/** Whether keys that act alone, without Ctrl, are listened to. */
export type KeysStore = StoreApi<{ single: boolean }>;

const NAME = 'entente.keys';

/** The reader's choice about single keys, remembered; they act unless switched off. */
export function createKeys(memory: Memory | undefined): KeysStore {
  const store: KeysStore = createStore(() => ({ single: attempt(() => memory?.getItem(NAME)) !== 'off' }));
  store.subscribe(({ single }) => attempt(() => memory?.setItem(NAME, single ? 'on' : 'off')));
  return store;
}
