import { createStore, type StoreApi } from 'zustand/vanilla';

export const PANELS = ['legend', 'inspector', 'timeline'] as const;
export type Panel = (typeof PANELS)[number];

/** Which panels are open: each by itself on a wide page, one at a time as a sheet on a narrow one. */
export interface PanelsState {
  open: Readonly<Record<Panel, boolean>>;
  /** The one sheet that is up on a narrow page; never remembered. */
  sheet: Panel | undefined;
}
export type PanelsStore = StoreApi<PanelsState>;

/** What remembers; the browser's own may throw at any call. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>;

const NAME = 'entente.panels';
const DEFAULTS: PanelsState['open'] = { legend: true, inspector: true, timeline: true };

/** The panels as they were left last time; as new where nothing, or nothing readable, is remembered. */
export function createPanels(memory: Memory | undefined): PanelsStore {
  const store = createStore<PanelsState>()(() => ({ open: recall(memory), sheet: undefined }));
  store.subscribe(({ open }, before) => {
    if (open !== before.open) attempt(() => memory?.setItem(NAME, JSON.stringify(open)));
  });
  return store;
}

/** Opens what is closed and closes what is open. */
export function togglePanel(store: PanelsStore, panel: Panel, open = !store.getState().open[panel]): void {
  store.setState((state) => ({ open: { ...state.open, [panel]: open } }));
}

/** Puts a sheet up, or takes it down when it is up already. */
export function toggleSheet(store: PanelsStore, panel: Panel): void {
  store.setState(({ sheet }) => ({ sheet: sheet === panel ? undefined : panel }));
}

function recall(memory: Memory | undefined): PanelsState['open'] {
  const known: unknown = attempt(() => JSON.parse(memory?.getItem(NAME) ?? '{}'));
  const said = (typeof known === 'object' && known !== null ? known : {}) as Record<string, unknown>;
  const entries = PANELS.map((panel) => [
    panel,
    typeof said[panel] === 'boolean' ? said[panel] : DEFAULTS[panel],
  ]);
  return Object.fromEntries(entries) as PanelsState['open'];
}

/** Gives undefined where the memory is full, forbidden or unreadable: forgetting is no reason to fail. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
