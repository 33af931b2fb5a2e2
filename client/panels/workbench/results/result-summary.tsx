import { number } from '../../../../server/core/words/words.ts';
import { outcomeInWords, type Run } from '../../../state/workbench/run.ts';

/** What a run gave and cost, and what the database said about it. */
export function ResultSummary({ run }: { run: Run }) {
  const { outcome, state, count } = run;
  const notes = outcome?.summary.notifications ?? [];
  const ms = (value: number) => `${value < 10 ? value.toFixed(1) : number(Math.round(value))} ms`;
  return (
    <footer className="result-summary">
      {state === 'running' && <span>{number(count)} rows so far</span>}
      {state === 'cancelled' && <span>Cancelled after {number(count)} rows; what had arrived is shown.</span>}
      {outcome && <span>{outcomeInWords(outcome, count)}</span>}
      {outcome?.truncated && <strong>Cut off: narrow the query, or add LIMIT and SKIP.</strong>}
      {outcome && (
        <span className="muted">
          first row {ms(outcome.summary.timings.availableAfter)} · all {ms(outcome.summary.timings.total)} ·
          checks {ms(outcome.summary.timings.guard)}
        </span>
      )}
      {notes.length > 0 && (
        <details>
          <summary>{notes.length === 1 ? '1 notice' : `${notes.length} notices`} of the database</summary>
          <ul>
            {notes.map(({ code, title, description, position }) => (
              <li key={code + description}>
                <strong>{title}</strong> {description}
                {position && (
                  <span className="muted">
                    {' '}
                    line {position.line}, column {position.column}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </footer>
  );
}
