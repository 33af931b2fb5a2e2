import { MEANINGS } from '../../graph/measures/meanings.ts';
import type { Chance } from '../../graph/measures/null-model.ts';
import type { NamedEdge } from '../../graph/measures/tasks.ts';
import { number } from '../../state/words.ts';
import { useCaption } from './grounds.tsx';
import { MeasureSection } from './measure-section.tsx';
import { decimals, useMeasured } from './measured.ts';
import { EdgeGroups } from './relation-row.tsx';

const TRIADS = [
  ['+++', 'three supports: all friends', 'at ease'],
  ['++-', 'two supports, one opposition', 'not at ease'],
  ['+--', 'one support, two oppositions: two against one', 'at ease'],
  ['---', 'three oppositions', 'at ease only with more than two camps'],
] as const;

/** Structural balance: triangles by sign, how many are at ease, and the rings that stand in the way of camps. */
export function Balance() {
  const { report } = useMeasured();
  const { measures, chance, twoCamps, manyCamps, triads } = report;
  const value = (of: number | null) => (of === null ? 'not to be told: there is no triangle' : decimals(of));
  const names = useActorsOf();
  return (
    <>
      <MeasureSection name="triads">
        <table className="plain">
          <caption>Triangles by their signs</caption>
          <tbody>
            {TRIADS.map(([kind, words, ease]) => (
              <tr key={kind}>
                <th scope="row">
                  <code>{kind.replaceAll('-', '−')}</code> {words} <span className="muted">({ease})</span>
                </th>
                <td>{number(measures.triads[kind])}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <EdgeGroups title="Triangles not at ease" groups={triads.map(({ edges }) => edges)} named={names} />
      </MeasureSection>
      <MeasureSection name="balance">
        <p className="found">
          <strong>{value(measures.balance)}</strong>
          {measures.weakBalance !== null && <> · weak form {decimals(measures.weakBalance)}</>}
        </p>
        <ByChance chance={chance} />
      </MeasureSection>
      <MeasureSection name="walkBalance">
        <p className="found">
          <strong>{measures.walkBalance === null ? 'not to be told' : decimals(measures.walkBalance)}</strong>
          {measures.walkBalanceError !== undefined && <> ± {measures.walkBalanceError.toPrecision(2)}</>}
        </p>
      </MeasureSection>
      <MeasureSection name="twoCamps">
        <p className="found">
          {measures.balanced
            ? 'It splits into two camps without contradiction.'
            : 'It does not split into two camps.'}
        </p>
        <EdgeGroups title="Rings that stand in the way" groups={twoCamps.witnesses} named={names} />
      </MeasureSection>
      <MeasureSection name="manyCamps">
        <p className="found">
          {manyCamps.clusterable
            ? 'With any number of camps, it splits without contradiction.'
            : 'Not with any number of camps either.'}
        </p>
        <EdgeGroups
          title="Rings that stand in the way of any number of camps"
          groups={manyCamps.witnesses}
          named={names}
        />
      </MeasureSection>
    </>
  );
}

function useActorsOf(): (edges: readonly NamedEdge[]) => string {
  const caption = useCaption();
  return (edges) =>
    [...new Set(edges.flatMap(({ source, target }) => [source, target]))].map(caption).join(', ');
}

/** What the degree of balance is beyond chance. */
function ByChance({ chance }: { chance: Chance | null }) {
  if (!chance) return null;
  const { mean, deviation, z, higher, lower, draws } = chance;
  const rare = Math.min(higher, lower);
  return (
    <div>
      <h4>{MEANINGS.chance.name}</h4>
      <p>{MEANINGS.chance.sentence}</p>
      <p>
        Over {number(draws)} deals of the signs it is {decimals(mean)} on average, give or take{' '}
        {decimals(deviation)}.{' '}
        {z === null
          ? 'All deals give the same, so that this says nothing.'
          : `What was measured is ${Math.abs(z).toFixed(1)} deviations ${z < 0 ? 'below' : 'above'}; at most ${share(rare)} of deals reach it or go beyond. ${rare < 0.025 ? 'That is more than chance would easily do.' : 'Chance does that easily.'}`}
      </p>
      <p className="muted">{MEANINGS.chance.limits}</p>
    </div>
  );
}

function share(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
