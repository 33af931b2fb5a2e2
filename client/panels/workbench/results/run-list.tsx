import { amount } from '../../../../server/core/words/words.ts';
import type { Run } from '../../../state/workbench/run.ts';
import { useWorkbench, useWorkbenchState } from '../context.ts';

/** What each statement of a script gave, to be shown one at a time; nothing where there is one. */
export function RunList() {
  const { show } = useWorkbench();
  const runs = useWorkbenchState((state) => state.runs);
  const shown = useWorkbenchState((state) => state.run);
  if (runs.length < 2) return null;
  return (
    <ol className="run-list" aria-label="Answers of the statements, in order">
      {runs.map((run, at) => (
        <li key={run.startedAt + run.statement}>
          <button
            type="button"
            aria-pressed={run === shown}
            title={run.statement.trim()}
            onClick={() => show(at)}
          >
            <strong>{at + 1}</strong> {inWords(run)}
          </button>
        </li>
      ))}
    </ol>
  );
}

function inWords({ state, count }: Run): string {
  if (state === 'failed') return 'failed';
  if (state === 'cancelled') return 'cancelled';
  return state === 'running' ? `${amount(count, 'row')} …` : amount(count, 'row');
}
