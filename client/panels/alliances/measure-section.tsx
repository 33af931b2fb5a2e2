import { type ReactNode, useId } from 'react';
import { MEANINGS, type MeasureName } from '../../graph/measures/meanings.ts';
import { thinOf } from '../../state/measures/thin.ts';
import { useMeasured } from './measured.ts';

/** A measure: what it means, whether there is enough for it, what it found, where it is from and where it ends. */
export function MeasureSection({ name, children }: { name: MeasureName; children: ReactNode }) {
  const { report } = useMeasured();
  const title = useId();
  const { name: called, sentence, source, limits } = MEANINGS[name];
  const thin = thinOf(name, report);
  return (
    <section className="measure" aria-labelledby={title}>
      <h3 id={title}>{called}</h3>
      <p>{sentence}</p>
      {thin && <p className="thin">Too few data for this to mean much here.</p>}
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
