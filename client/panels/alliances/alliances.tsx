import { useLayoutEffect, useRef } from 'react';
import type { MeasureReport } from '../../../server/core/measures/tasks.ts';
import { amount } from '../../../server/core/words/words.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Balance } from './balance.tsx';
import { Blocs } from './blocs.tsx';
import { Camps, Described } from './camps.tsx';
import { Choice } from './choice.tsx';
import { GoBetweens } from './go-betweens.tsx';
import { boundsInWords, MeasuredContext } from './measured.ts';
import { NETWORK_WORDS } from './network-words.ts';
import { OverTime } from './over-time.tsx';
import { AgreementPairs, SharedAttendance } from './pairs.tsx';
import { WhatIf } from './what-if.tsx';
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
  const { measures } = report;
  const start = useHandedOver<HTMLParagraphElement>();
  return (
    <>
      <Thin report={report} />
      <p tabIndex={-1} ref={start}>
        <strong>{NETWORK_WORDS[network].title}:</strong> {amount(Object.keys(report.parts).length, 'actor')}{' '}
        with {amount(measures.edges, 'signed edge')}, {measures.positive} of support and {measures.negative}{' '}
        of opposition.{' '}
        {measures.leftOut.contradictoryPairs > 0 &&
          `Left out: ${amount(measures.leftOut.contradictoryPairs, 'pair')} with as much support as opposition.`}
      </p>
      {measures.edges > 0 && report.tooThin && network === 'direct' && <Described />}
      {measures.edges > 0 && !report.tooThin && (
        <>
          <Camps />
          <Balance />
        </>
      )}
      <AgreementPairs />
      <SharedAttendance />
      {measures.edges > 0 && !report.tooThin && <Others />}
      {measures.edges > 0 && report.tooThin && (
        <details>
          <summary>Show the measures all the same</summary>
          <p className="muted">They describe these few edges and prove nothing about alliances.</p>
          <Camps />
          <Balance />
          <Others />
        </details>
      )}
      <OverTime />
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

function Others() {
  return (
    <>
      <Blocs />
      <GoBetweens />
      <WhatIf />
    </>
  );
}

/** That nothing is to be concluded, once, before anything else is said. */
function Thin({ report: { tooThin } }: { report: MeasureReport }) {
  if (!tooThin) return null;
  return (
    <p className="thin">
      <strong>The data are too thin for conclusions.</strong> {tooThin}
    </p>
  );
}
