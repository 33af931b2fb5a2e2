import { useLayoutEffect, useRef } from 'react';
import { boundsInWords } from '../../../server/core/measures/measure.ts';
import type { MeasureReport } from '../../../server/core/measures/report.ts';
import { amount } from '../../../server/core/words/words.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Described } from './camps.tsx';
import { Choice } from './choice.tsx';
import { MeasuredContext } from './measured.ts';
import { Measures } from './measures.tsx';
import { NETWORK_WORDS } from './network-words.ts';
import './alliances.css';

/** Who stands with whom in the picture: computed, explained, and down to the evidence. */
export function Alliances() {
  return (
    <article className="alliances" aria-label="Alliances">
      <p className="muted">
        Who supports and opposes whom in what the picture shows. Its filters and dates apply.
      </p>
      <Choice />
      <Outcome />
    </article>
  );
}

function Outcome() {
  const { alliances: measures } = useExplorer();
  const state = useExplorerState(({ alliances }) => alliances);
  if (!state || state.report.state === 'idle')
    return (
      <button type="button" className="button primary" onClick={() => void measures?.measure()}>
        Measure
      </button>
    );
  const { report, bounds, stale, of, by } = state;
  if (report.state === 'loading') return <Running bounds={bounds} cancel={() => measures?.cancel()} />;
  const again = (
    <button type="button" className="button primary" onClick={() => void measures?.measure()}>
      Measure again
    </button>
  );
  if (report.state === 'failed')
    return (
      <>
        <p className="problem" role="alert">
          {report.message}
        </p>
        {again}
      </>
    );
  if (!of || !by) return again;
  return (
    <>
      {stale && (
        <div className="stale" role="status">
          <p>The picture or your choices have changed since. These results are for the earlier version.</p>
          {again}
        </div>
      )}
      <MeasuredContext value={{ report: report.value, graph: of, asked: by }}>
        <Report report={report.value} network={by.network} />
      </MeasuredContext>
    </>
  );
}

function Running({
  bounds,
  cancel,
}: {
  bounds: { lower: number; upper: number } | undefined;
  cancel: () => void;
}) {
  const button = useHandedOver<HTMLButtonElement>();
  return (
    <div className="running">
      <label>
        Measuring… <progress />
      </label>
      <button type="button" className="button" onClick={cancel} ref={button}>
        Cancel
      </button>
      <p role="status">{bounds && `So far: frustration index ${boundsInWords(bounds)}.`}</p>
    </div>
  );
}

function Report({ report, network }: { report: MeasureReport; network: keyof typeof NETWORK_WORDS }) {
  const { counts, tooThin } = report;
  const start = useHandedOver<HTMLParagraphElement>();
  return (
    <>
      {tooThin && (
        <p className="thin">
          <strong>The data are too thin for conclusions.</strong> {tooThin}
        </p>
      )}
      <p tabIndex={-1} ref={start}>
        <strong>{NETWORK_WORDS[network].title}:</strong> {amount(Object.keys(report.parts).length, 'actor')}{' '}
        with {amount(counts.edges, 'signed edge')}, {counts.positive} of support and {counts.negative} of
        opposition.{' '}
        {counts.leftOut.contradictoryPairs > 0 &&
          `Left out: ${amount(counts.leftOut.contradictoryPairs, 'pair')} with as much support as opposition.`}
      </p>
      {counts.edges > 0 && tooThin && network === 'direct' && <Described />}
      {counts.edges > 0 && !tooThin ? (
        <Measures of={['signs', 'pairs', 'time']} />
      ) : (
        <>
          <Measures of={['pairs']} />
          {counts.edges > 0 && (
            <details>
              <summary>Show the measures all the same</summary>
              <p className="muted">They describe these few edges and prove nothing about alliances.</p>
              <Measures of={['signs']} />
            </details>
          )}
          <Measures of={['time']} />
        </>
      )}
    </>
  );
}

/** Takes the keyboard over from the button that was pressed, which is gone by now. */
function useHandedOver<T extends HTMLElement>() {
  const element = useRef<T>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true });
  }, []);
  return element;
}
