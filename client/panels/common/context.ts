import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { View } from '../../../server/core/view/view.ts';
import type { Explorer } from '../../state/explorer.ts';
import type { PanelsState } from '../../state/panels.ts';
import type { ExplorerState } from '../../state/store.ts';
import { pacedOf } from './paced-store.ts';

export const ExplorerContext = createContext<Explorer | undefined>(undefined);

/** The running explorer; throws outside of the page. */
export function useExplorer(): Explorer {
  const explorer = useContext(ExplorerContext);
  if (!explorer) throw new Error('There is no explorer round this component.');
  return explorer;
}

/** What `pick` gives of the state, followed. `pick` must give equal values for equal states. */
export function useExplorerState<T>(pick: (state: ExplorerState) => T): T {
  return useStore(pacedOf(useExplorer().store), pick);
}

/**
 * The view but for its camera, the same for as long as nothing else of it changes: what is told of the graph need not
 * be found again for each step of a zoom.
 */
export function useViewButCamera(): Omit<View, 'camera'> {
  return useExplorerState(useShallow(({ view: { camera, ...rest } }: ExplorerState) => rest));
}

export function usePanelsState<T>(pick: (state: PanelsState) => T): T {
  return useStore(useExplorer().panels, pick);
}
