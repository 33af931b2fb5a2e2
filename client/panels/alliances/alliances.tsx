import { useLayoutEffect, useRef } from 'react';
import { MEANINGS, type MeasureName } from '../../graph/measures/meanings.ts';
import type { MeasureReport } from '../../graph/measures/tasks.ts';
import { thinOf } from '../../state/measures/thin.ts';
import { amount } from '../../state/words.ts';
import { useExplorer, useExplorerState } from '../context.ts';
import { Balance } from './balance.tsx';
import { Blocs } from './blocs.tsx';
import { Camps } from './camps.tsx';
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
      <p className="muted">Who stands with whom among what the picture shows; its filters and dates apply.</p>
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
          <p>The picture or the choice has changed since. What follows is of before.</p>
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
      <p role="status">
        {bounds && `So far, ${boundsInWords(bounds)} relations contradict the best two camps.`}
      </p>
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
          `${amount(measures.leftOut.contradictoryPairs, 'pair')} with as much for as against left out.`}
      </p>
      {measures.edges > 0 && (
        <>
          <Camps />
          <Balance />
        </>
      )}
      <AgreementPairs />
      <SharedAttendance />
      {measures.edges > 0 && (
        <>
          <Blocs />
          <GoBetweens />
          <WhatIf />
        </>
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

/** What cannot be said of so little, before anything is said. */
function Thin({ report }: { report: MeasureReport }) {
  const names = Object.keys(MEANINGS) as MeasureName[];
  const reasons = new Map<string, string[]>();
  for (const name of names.filter((each) => !['series', 'whatIf'].includes(each))) {
    const reason = thinOf(name, report);
    if (reason) reasons.set(reason, [...(reasons.get(reason) ?? []), MEANINGS[name].name.toLowerCase()]);
  }
  if (reasons.size === 0) return null;
  const all = thinOf('frustration', report) !== undefined;
  return (
    <section className="thin" aria-labelledby="thin-title">
      <h3 id="thin-title">
        {all ? 'The data are too thin for conclusions' : 'Too little for some of the measures'}
      </h3>
      {all && <p>What follows describes these few relations; it proves nothing about alliances.</p>}
      <ul>
        {[...reasons].map(([reason, of]) => (
          <li key={reason}>
            {reason} <span className="muted">This goes for {of.join(', ')}.</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
