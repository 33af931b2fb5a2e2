import * as z from 'zod/mini';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { attempt, type Memory } from '../panels.ts';

const chosenColumns = z.object({ nodes: z.array(z.string()), edges: z.array(z.string()) });

/** Names of the properties that the tables have columns of. */
export type ChosenColumns = z.infer<typeof chosenColumns>;
export type ColumnsStore = StoreApi<ChosenColumns>;

const NAME = 'entente.columns';

/** The columns that were chosen last time, in any database; none where nothing, or nothing readable, is remembered. */
export function createColumns(memory: Memory | undefined): ColumnsStore {
  const known = chosenColumns.safeParse(attempt(() => JSON.parse(memory?.getItem(NAME) ?? 'null')));
  const store = createStore<ChosenColumns>()(() => (known.success ? known.data : { nodes: [], edges: [] }));
  store.subscribe((chosen) => attempt(() => memory?.setItem(NAME, JSON.stringify(chosen))));
  return store;
}
