import { type ReactNode, useId } from 'react';
import type { SignedMeasure } from '../../../server/core/measures/measure.ts';
import { frustration } from '../../../server/core/measures/signed/frustration.ts';
import {
  SIGNED_MEASURES,
  type SignedMeasureId,
  type SilentMeasureId,
} from '../../../server/core/measures/signed-registry.ts';
import { number } from '../../../server/core/words/words.ts';
import { Blocs } from './blocs.tsx';
import { Camps } from './camps.tsx';
import { ByChance } from './chance.tsx';
import { GoBetweens } from './go-betweens.tsx';
import { useMeasured } from './measured.ts';
import { OverTime } from './over-time.tsx';
import { AgreementPairs, SharedAttendance } from './pairs.tsx';
import { EdgeGroups } from './relation-row.tsx';
import { WhatIf } from './what-if.tsx';

/** What shows more of a measure than it says itself. */
const MORE: Partial<Record<SignedMeasureId, () => ReactNode>> & Record<SilentMeasureId, () => ReactNode> = {
  balance: ByChance,
  frustration: Camps,
  agreement: AgreementPairs,
  coAttendance: SharedAttendance,
  blocs: Blocs,
  brokerage: GoBetweens,
  whatIf: WhatIf,
  series: OverTime,
};

/** The measures of some kinds, each with what it found; how far the network is from two camps comes first. */
export function Measures({ of }: { of: readonly SignedMeasure['of'][] }) {
  return [frustration, ...SIGNED_MEASURES.filter((measure) => measure !== frustration)]
    .filter((measure) => of.includes(measure.of))
    .map((measure) => {
      const More = MORE[measure.id];
      return (
        <Section key={measure.id} measure={measure}>
          <InWords measure={measure} />
          {More && <More />}
        </Section>
      );
    });
}

/** A measure: what it means, what it found, where it is from and where it ends. */
function Section({ measure, children }: { measure: SignedMeasure; children: ReactNode }) {
  const title = useId();
  const { name, sentence, source, limits } = measure;
  return (
    <section className="measure" aria-labelledby={title}>
      <h3 id={title}>{name}</h3>
      <p>{sentence}</p>
      {children}
      <details>
        <summary>
          Source and limits<span className="unseen"> of {name}</span>
        </summary>
        <p>{limits}</p>
        <p className="muted">After {source}.</p>
      </details>
    </section>
  );
}

function InWords({ measure }: { measure: SignedMeasure & { id: SignedMeasureId } }) {
  const { report } = useMeasured();
  const { value, text, table, groups } =
    measure.tell?.(report.found[measure.id], report.tooThin !== undefined) ?? {};
  return (
    <>
      {(value ?? text) !== undefined && (
        <p className="found">
          {value !== undefined && <strong>{value}</strong>}
          {text}
        </p>
      )}
      {table && (
        <table className="plain">
          <caption>{measure.name}</caption>
          <tbody>
            {table.map(({ sign, words, note, count }) => (
              <tr key={sign}>
                <th scope="row">
                  <code>{sign.replaceAll('-', '−')}</code> {words} <span className="muted">({note})</span>
                </th>
                <td>{number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {groups && <EdgeGroups title={groups.title} groups={groups.of} />}
    </>
  );
}
