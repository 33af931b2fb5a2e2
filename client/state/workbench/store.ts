import type { StoreApi } from 'zustand/vanilla';
import type { LibraryStatement, PlanNode } from '../../../server/contract/cypher.ts';
import type { ErrorDetail } from '../../../server/contract/errors.ts';
import type { GraphSchema } from '../../../server/contract/schema.ts';
import type { ParameterInput, ResultView } from '../../../server/contract/workbench-link.ts';
import type { Loadable } from '../store.ts';
import type { Run } from './run.ts';

export interface WorkbenchState {
  statement: string;
  parameters: Readonly<Record<string, ParameterInput>>;
  view: ResultView | undefined;
  run: Run | undefined;
  plan: Loadable<PlanNode>;
  library: Loadable<LibraryStatement[]>;
  /** The question of the library that the statement came from. */
  question: LibraryStatement | undefined;
  schema: Loadable<GraphSchema>;
  linkProblems: readonly ErrorDetail[];
  announcement: string;
}
export type WorkbenchStore = StoreApi<WorkbenchState>;
