import { Fragment, type ReactNode, useState } from 'react';
import type { Listed } from '../../../server/core/measures/blocs/pairs.ts';
import { decimals } from '../../../server/core/measures/measure.ts';
import { indexOf } from '../../../server/core/picture/graph-index.ts';
import { number } from '../../../server/core/words/words.ts';
import { NodeButton } from '../details/node-button.tsx';
import { Grounds, type Pair, useCaption } from './grounds.tsx';
import { useMeasured } from './measured.ts';

/** Pairs by the stances that they share. */
export function AgreementPairs() {
  const { agreement } = useMeasured().report.found;
  return (
    <>
      <p className="muted">
        Congruence and conflict: on how many issues two actors agree or differ, by weight. Net: congruence
        minus conflict. Normalised: net divided by the average number of issues on which the two take a
        stance, from −1 to 1.
      </p>
      <PairTable
        caption="Agreement by pair"
        columns={['Congruence', 'Conflict', 'Net', 'Normalised']}
        listed={agreement}
        values={({ congruence, conflict, subtract, normalised }) => [
          congruence,
          conflict,
          subtract,
          normalised,
        ]}
        grounds={(pair) => <Grounds pair={pair} derived />}
        none="No two actors take a stance on the same issue."
      />
    </>
  );
}

/** Pairs by the events that they attend, and separately by those they stay away from. */
export function SharedAttendance() {
  const { attendance, absence } = useMeasured().report.found.coAttendance;
  const table = (caption: string, listed: typeof attendance, none: string) => (
    <PairTable
      caption={caption}
      columns={['Events', 'Weight']}
      listed={listed}
      values={({ events, weight }) => [events.length, weight]}
      grounds={({ events }) => <Events keys={events} />}
      none={none}
    />
  );
  return (
    <>
      <p className="muted">An event with n participants adds 1/(n − 1) to each pair.</p>
      {table('Shared attendance by pair', attendance, 'No two actors attended the same event.')}
      {table('Shared absence by pair', absence, 'No two actors stayed away from the same event.')}
    </>
  );
}

function Events({ keys }: { keys: readonly string[] }) {
  const { graph } = useMeasured();
  return (
    <ul className="grounds">
      {keys.map((key) => {
        const node = indexOf(graph).nodes.get(key);
        return <li key={key}>{node ? <NodeButton node={node} /> : key}</li>;
      })}
    </ul>
  );
}

interface PairTableProps<T extends Pair> {
  caption: string;
  columns: readonly string[];
  listed: Listed<T>;
  values: (pair: T) => readonly number[];
  grounds: (pair: T) => ReactNode;
  /** What is said where there is no pair. */
  none: string;
}

/** Rows that are shown at first. */
const FIRST = 10;

/** Pairs with their values; each opens what it rests on. */
function PairTable<T extends Pair>({ caption, columns, listed, values, grounds, none }: PairTableProps<T>) {
  const named = useCaption();
  const [open, setOpen] = useState<string>();
  const [whole, setWhole] = useState(false);
  const { pairs, total } = listed;
  if (pairs.length === 0) return <p>{none}</p>;
  const shown = whole ? pairs : pairs.slice(0, FIRST);
  return (
    <>
      <table className="plain pairs">
        <caption>
          {caption} <span className="count">{number(total)}</span>
        </caption>
        <thead>
          <tr>
            {['Pair', ...columns].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((pair) => {
            const key = `${pair.source} ${pair.target}`;
            return (
              <Fragment key={key}>
                <tr>
                  <th scope="row">
                    <button
                      type="button"
                      className="pair-button"
                      aria-expanded={open === key}
                      onClick={() => setOpen(open === key ? undefined : key)}
                    >
                      {named(pair.source)} – {named(pair.target)}
                    </button>
                  </th>
                  {values(pair).map((value, at) => (
                    <td key={columns[at]}>{decimals(value).replace('-', '−')}</td>
                  ))}
                </tr>
                {open === key && (
                  <tr>
                    <td colSpan={columns.length + 1} className="opened">
                      {grounds(pair)}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {pairs.length > FIRST && (
        <button type="button" className="text-button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole
            ? 'Show fewer'
            : `Show ${total > pairs.length ? `the first ${pairs.length} of ${number(total)}` : `all ${total}`}`}
        </button>
      )}
    </>
  );
}
