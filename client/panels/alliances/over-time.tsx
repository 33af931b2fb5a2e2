import type { Moment } from '../../../server/core/measures/balance/series.ts';
import { boundsInWords, decimals } from '../../../server/core/measures/measure.ts';
import { maxOf } from '../../../server/core/numbers/extremes.ts';
import { amount, dateInWords } from '../../../server/core/words/words.ts';
import { useExplorer } from '../common/context.ts';
import { useCaption } from './grounds.tsx';
import { useMeasured } from './measured.ts';
import { useScratch } from './scratch.ts';

/** The measures period by period, and what moved them. */
export function OverTime() {
  const { state, measure, clear } = useScratch();
  const report = state?.report;
  const { tooThin } = useMeasured().report;
  const moments = report?.state === 'ready' ? (report.value.found.series ?? []) : [];
  return (
    <>
      <p className="muted">
        An edge holds from the day it began, or else from the day it was stated, until its end.
      </p>
      {report?.state === 'loading' ? (
        <div className="running">
          <label>
            Measuring every period… <progress />
          </label>
          <button type="button" className="button" onClick={clear}>
            Cancel
          </button>
        </div>
      ) : (
        <button type="button" className="button" onClick={() => void measure({ series: true })}>
          {moments.length > 0 ? 'Measure every period again' : 'Measure every period'}
        </button>
      )}
      {report?.state === 'failed' && <p className="problem">{report.message}</p>}
      {report?.state === 'ready' && moments.length === 0 && <p>No signed edge has a date.</p>}
      {moments.length > 0 && moments.length < 3 && !tooThin && (
        <p className="thin">
          There {moments.length === 1 ? 'is' : 'are'} only {amount(moments.length, 'period')}, too few to show
          a development.
        </p>
      )}
      {moments.length > 0 && (
        <>
          <Chart
            title={moments.every(isProved) ? 'Frustration index' : 'Upper bound of the frustration index'}
            values={moments.map(({ frustration }) => frustration.upper)}
            moments={moments}
          />
          <Chart
            title="Signed edges"
            values={moments.map(({ positive, negative }) => positive + negative)}
            moments={moments}
          />
          <Series moments={moments} />
          <Events moments={moments} />
        </>
      )}
    </>
  );
}

const isProved = ({ frustration: { lower, upper } }: Moment) => lower === upper;

/** Bars over the periods; the table below says the same in numbers. */
function Chart({
  title,
  values,
  moments,
}: {
  title: string;
  values: readonly number[];
  moments: readonly Moment[];
}) {
  const most = maxOf(values);
  return (
    <figure className="series-chart" aria-hidden="true">
      <figcaption>
        {title}, {most === 0 ? '0 throughout' : `maximum ${most}`}
      </figcaption>
      <div className="bars">
        {values.map((value, at) => (
          <span key={moments[at]?.from} style={{ blockSize: `${(100 * value) / Math.max(1, most)}%` }} />
        ))}
      </div>
    </figure>
  );
}

function Series({ moments }: { moments: readonly Moment[] }) {
  const { actions } = useExplorer();
  return (
    <table className="plain">
      <caption>The measures by period</caption>
      <thead>
        <tr>
          {['Period', 'Support', 'Opposition', 'Balance', 'Frustration'].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {moments.map(({ from, to, positive, negative, balance, frustration }) => (
          <tr key={from}>
            <th scope="row">
              <button type="button" className="pair-button" onClick={() => actions.setRange(from, to, true)}>
                {dateInWords(from)}
                <span className="unseen">: show it on the canvas</span>
              </button>
            </th>
            <td>{positive}</td>
            <td>{negative}</td>
            <td>{balance === null ? '–' : decimals(balance)}</td>
            <td>{boundsInWords(frustration)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Events({ moments }: { moments: readonly Moment[] }) {
  const caption = useCaption();
  const pair = ([a, b]: [string, string]) => `${caption(a)} – ${caption(b)}`;
  const told = moments
    .map((moment) => ({
      from: moment.from,
      lines: [
        ['Changed sign', moment.flipped.map(pair)],
        ['Ended', moment.ended.map(pair)],
        ['Began', moment.begun.map(pair)],
        ['New', moment.newcomers.map(caption)],
      ].filter(([, names]) => names?.length) as [string, string[]][],
    }))
    .filter(({ lines }) => lines.length > 0);
  if (told.length === 0) return <p>No edge changed sign, ended or began between these periods.</p>;
  return (
    <details>
      <summary>What changed</summary>
      <dl className="series-events">
        {told.map(({ from, lines }) => (
          <div key={from}>
            <dt>{dateInWords(from)}</dt>
            {lines.map(([what, names]) => (
              <dd key={what}>
                <strong>{what}:</strong> {names.slice(0, 12).join('; ')}
                {names.length > 12 && ` and ${names.length - 12} more`}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}
