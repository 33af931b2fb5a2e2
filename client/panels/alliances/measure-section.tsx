import { type ReactNode, useId } from 'react';
import { MEANINGS, type MeasureName } from '../../../server/core/measures/meanings.ts';

/** A measure: what it means, what it found, where it is from and where it ends. */
export function MeasureSection({ name, children }: { name: MeasureName; children: ReactNode }) {
  const title = useId();
  const { name: called, sentence, source, limits } = MEANINGS[name];
  return (
    <section className="measure" aria-labelledby={title}>
      <h3 id={title}>{called}</h3>
      <p>{sentence}</p>
      {children}
      <details>
        <summary>
          Source and limits<span className="unseen"> of {called}</span>
        </summary>
        <p>{limits}</p>
        <p className="muted">After {source}.</p>
      </details>
    </section>
  );
}
