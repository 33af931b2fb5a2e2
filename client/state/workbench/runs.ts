import { explain } from '../../api.ts';
import type { ResultStore } from './result.ts';
import type { Run } from './run.ts';
import type { WorkbenchStore } from './store.ts';

/** What keeps the runs of a script, the last of which is under way, and shows one of them. */
export function createRuns({
  store,
  result,
  now,
}: {
  store: WorkbenchStore;
  result: ResultStore;
  now: () => number;
}) {
  const add = (run: Run) => {
    store.setState(({ runs }) => ({ runs: [...runs, run], run, plan: { state: 'idle' } }));
    result.forget();
    return run;
  };
  /** Tells more of the run that was begun last. */
  const change = (fields: Partial<Run>) =>
    store.setState(({ runs, run }) => {
      const last = runs.at(-1);
      if (!last) return {};
      const next = { ...last, ...fields };
      return { runs: [...runs.slice(0, -1), next], ...(run === last && { run: next }) };
    });
  const fail = (cause: unknown) => {
    const problem = explain(cause);
    change({ state: 'failed', problem, endedAt: now() });
    store.setState({ announcement: `Error: ${problem.message}` });
  };
  /** Shows what one of the statements of the script gave. */
  const show = (at: number) => {
    const chosen = store.getState().runs[at];
    if (!chosen) return;
    const { outcome } = chosen;
    result.forget();
    if (outcome) result.show(outcome.graph, chosen.rows);
    store.setState({
      run: chosen,
      plan: outcome?.plan ? { state: 'ready', value: outcome.plan } : { state: 'idle' },
    });
  };
  return { add, change, fail, show };
}
