import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { OwnScheme } from '../../state/looks/colour-scheme.ts';
import type { WorkbenchState } from '../../state/workbench/store.ts';
import type { Workbench } from '../../state/workbench/workbench.ts';

export interface WorkbenchPage {
  workbench: Workbench;
  scheme: OwnScheme;
}
export const WorkbenchContext = createContext<WorkbenchPage | undefined>(undefined);

/** The running workbench; throws outside of its page. */
export function useWorkbenchPage(): WorkbenchPage {
  const page = useContext(WorkbenchContext);
  if (!page) throw new Error('There is no workbench round this component.');
  return page;
}
export function useWorkbench(): Workbench {
  return useWorkbenchPage().workbench;
}

/** What `pick` gives of the state, followed. */
export function useWorkbenchState<T>(pick: (state: WorkbenchState) => T): T {
  return useStore(useWorkbench().store, pick);
}
