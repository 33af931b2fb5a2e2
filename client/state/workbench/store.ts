import type { StoreApi } from 'zustand/vanilla';
import type { LibraryStatement, PlanNode } from '../../../server/core/contract/cypher.ts';
import type { GraphSchema } from '../../../server/core/contract/schema.ts';
import type { ParameterInput, ResultView } from '../../../server/core/contract/workbench-link.ts';
import type { ErrorDetail } from '../../../server/core/model/errors.ts';
import type { Loadable } from '../../../server/core/model/loadable.ts';
import type { Run } from './run.ts';

export interface WorkbenchState {
  statement: string;
  parameters: Readonly<Record<string, ParameterInput>>;
  view: ResultView | undefined;
  /** What the statements of the script gave, in order; `run` is the one that is shown. */
  runs: readonly Run[];
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
