import type { Chance } from '../../../server/core/measures/balance/null-model.ts';
import { balanceInWords } from '../../../server/core/measures/balance/triads.ts';
import { MEANINGS } from '../../../server/core/measures/meanings.ts';
import type { NamedEdge } from '../../../server/core/measures/tasks.ts';
import { number } from '../../../server/core/words/words.ts';
import { useCaption } from './grounds.tsx';
import { MeasureSection } from './measure-section.tsx';
import { decimals, useMeasured } from './measured.ts';
import { EdgeGroups } from './relation-row.tsx';

/** The kinds of triads by their signs, in words. */
export const TRIADS = [
  ['+++', 'three supports'],
  ['++-', 'two supports, one opposition'],
  ['+--', 'one support, two oppositions'],
  ['---', 'three oppositions'],
] as const;

/** Structural balance: triads by sign, how many are balanced, and the negative cycles that rule camps out. */
export function Balance() {
  const { report } = useMeasured();
  const { measures, chance, twoCamps, manyCamps, triads } = report;
  const value = (of: number | null) => (of === null ? 'undefined: there are no triangles' : decimals(of));
  const names = useActorsOf();
  return (
    <>
      <MeasureSection name="triads">
        <table className="plain">
          <caption>Signed triad census</caption>
          <tbody>
            {TRIADS.map(([kind, words]) => (
              <tr key={kind}>
                <th scope="row">
                  <code>{kind.replaceAll('-', '−')}</code> {words}{' '}
                  <span className="muted">({balanceInWords(kind)})</span>
                </th>
                <td>{number(measures.triads[kind])}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <EdgeGroups title="Unbalanced triads" groups={triads.map(({ edges }) => edges)} named={names} />
      </MeasureSection>
      <MeasureSection name="balance">
        <p className="found">
          <strong>{value(measures.balance)}</strong>
          {measures.weakBalance !== null && <> · weak balance {decimals(measures.weakBalance)}</>}
        </p>
        <ByChance chance={chance} />
      </MeasureSection>
      <MeasureSection name="walkBalance">
        <p className="found">
          <strong>{measures.walkBalance === null ? 'undefined' : decimals(measures.walkBalance)}</strong>
          {measures.walkBalanceError !== undefined && <> ± {measures.walkBalanceError.toPrecision(2)}</>}
        </p>
      </MeasureSection>
      <MeasureSection name="twoCamps">
        {!report.tooThin && (
          <p className="found">
            {measures.balanced
              ? 'Balanced: it splits into two camps without a frustrated edge.'
              : 'Not balanced: no split into two camps is free of frustrated edges.'}
          </p>
        )}
        <EdgeGroups title="Negative cycles" groups={twoCamps.witnesses} named={names} />
      </MeasureSection>
      <MeasureSection name="manyCamps">
        {!report.tooThin && (
          <p className="found">
            {manyCamps.clusterable
              ? 'Clusterable: with as many camps as needed, it splits without a frustrated edge.'
              : 'Not clusterable: no number of camps is enough.'}
          </p>
        )}
        <EdgeGroups title="Cycles with exactly one opposition" groups={manyCamps.witnesses} named={names} />
      </MeasureSection>
    </>
  );
}

function useActorsOf(): (edges: readonly NamedEdge[]) => string {
  const caption = useCaption();
  return (edges) =>
    [...new Set(edges.flatMap(({ source, target }) => [source, target]))].map(caption).join(', ');
}

/** How the degree of balance compares with chance; without a verdict where there is too little. */
function ByChance({ chance }: { chance: Chance | null }) {
  const { asked, report } = useMeasured();
  if (report.measures.balance !== null && asked.network !== 'direct')
    return (
      <p className="muted">
        Not compared with chance: actors who share an issue form balanced triads whatever their stances on it.
      </p>
    );
  if (!chance || report.tooThin) return null;
  const { mean, deviation, z, higher, lower, draws } = chance;
  const rare = Math.min(higher, lower);
  return (
    <div>
      <h4>{MEANINGS.chance.name}</h4>
      <p>{MEANINGS.chance.sentence}</p>
      <p>
        Over {number(draws)} permutations of the signs the mean is {decimals(mean)}, with a standard deviation
        of {decimals(deviation)}.{' '}
        {z === null
          ? 'Every permutation gives the same value, so this says nothing.'
          : `The measured value is ${Math.abs(z).toFixed(1)} standard deviations ${z < 0 ? 'below' : 'above'} it; ${share(rare)} of permutations are at least as extreme. ${rare < 0.025 ? 'Chance alone would seldom produce that.' : 'Chance alone could well produce that.'}`}
      </p>
      <p className="muted">{MEANINGS.chance.limits}</p>
    </div>
  );
}

function share(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}
