import { createStore, type StoreApi } from 'zustand/vanilla';

type Listener<T> = (now: T, before: T) => void;

/**
 * A store whose state settles before anybody outside hears of it: what follows from a change (what is loaded for it,
 * what is recorded and announced of it) is put into the state by reactions, and listeners are told once, of all of it.
 */
export interface SettlingStore<T> extends StoreApi<T> {
  /**
   * Calls `reaction` at once after every change, with the changes it makes itself, before listeners hear of any.
   *
   * @returns Stops it.
   */
  react(reaction: Listener<T>): () => void;
}

/** A store on a state; a change that changes no field is none. */
export function createSettlingStore<T extends object>(initial: T): SettlingStore<T> {
  const store = createStore<T>()(() => initial);
  const listeners = new Set<Listener<T>>();
  let [depth, before] = [0, initial];
  const setState: StoreApi<T>['setState'] = (change) => {
    const state = store.getState();
    const fields = typeof change === 'function' ? change(state) : change;
    if (!isChange(state, fields)) return;
    if (depth === 0) before = state;
    depth += 1;
    try {
      store.setState(fields);
    } finally {
      depth -= 1;
    }
    if (depth > 0) return;
    const [now, was] = [store.getState(), before];
    for (const listener of [...listeners]) listener(now, was);
  };
  return {
    ...store,
    setState,
    react: store.subscribe,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isChange<T extends object>(state: T, fields: Partial<T>): boolean {
  return (Object.keys(fields) as (keyof T)[]).some((field) => !Object.is(state[field], fields[field]));
}
