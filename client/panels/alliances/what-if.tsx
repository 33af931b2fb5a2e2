import { useId, useState } from 'react';
import { movedBetween } from '../../../server/core/measures/moved.ts';
import { camps } from '../../../server/core/measures/nodes/camps.ts';
import type { MeasureReport } from '../../../server/core/measures/report.ts';
import type { MeasureTask } from '../../../server/core/measures/signed-network.ts';
import { SIGNED_MEASURES } from '../../../server/core/measures/signed-registry.ts';
import { useCaption } from './grounds.tsx';
import { useMeasured } from './measured.ts';
import { useScratch } from './scratch.ts';

type Change = NonNullable<MeasureTask['whatIf']>[number];

const KINDS = {
  flip: 'changes sign',
  remove: 'is removed',
  support: 'is added as support',
  oppose: 'is added as opposition',
} as const;
type Kind = keyof typeof KINDS;

function changeOf(kind: Kind, source: string, target: string): Change {
  if (kind === 'flip' || kind === 'remove') return { kind, source, target };
  return { kind: 'add', sign: kind === 'support' ? 1 : -1, source, target };
}

function kindOf(change: Change): Kind {
  if (change.kind !== 'add') return change.kind;
  return change.sign > 0 ? 'support' : 'oppose';
}

/** The measures of a scratch copy with edges changed, beside those of the network as it is. */
export function WhatIf() {
  const { report } = useMeasured();
  const caption = useCaption();
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const { state, measure, clear } = useScratch();
  const found = state?.report;
  const change = (next: readonly Change[]) => {
    setChanges(next);
    if (next.length === 0) clear();
    else void measure({ whatIf: next });
  };
  return (
    <>
      <p className="hypothetical-note">
        Hypothetical: only a scratch copy is measured. The data and the picture do not change.
      </p>
      <ChangeForm add={(next) => change([...changes, next])} />
      {changes.length > 0 && (
        <ul className="changes" aria-label="Hypothetical changes">
          {changes.map((each, at) => (
            // The same twice is another change.
            // biome-ignore lint/suspicious/noArrayIndexKey: a change has nothing but its place.
            <li key={`${at} ${each.source} ${each.target} ${kindOf(each)}`}>
              {caption(each.source)} – {caption(each.target)} {KINDS[kindOf(each)]}
              <button
                type="button"
                className="text-button"
                onClick={() => change(changes.filter((_, other) => other !== at))}
              >
                Undo<span className="unseen"> this hypothetical change</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {found?.state === 'loading' && <p>Measuring the scratch copy…</p>}
        {found?.state === 'failed' && (
          <p className="problem">
            {found.message} {found.details.map(({ path, message }) => `${path} ${message}`).join(' ')}
          </p>
        )}
      </div>
      {found?.state === 'ready' && <BeforeAndAfter before={report} after={found.value} />}
    </>
  );
}

function ChangeForm({ add }: { add: (change: Change) => void }) {
  const { report, graph } = useMeasured();
  const caption = useCaption();
  const id = useId();
  const actors = Object.keys(report.found.blocs.certainty).sort((a, b) =>
    caption(a).localeCompare(caption(b), 'en'),
  );
  const [one, setOne] = useState(Object.keys(report.parts)[0] ?? '');
  const [other, setOther] = useState('');
  const [kind, setKind] = useState<Kind>('flip');
  const options = (except: string) =>
    actors
      .filter((key) => key !== except)
      .map((key) => (
        <option key={key} value={key}>
          {caption(key)}
        </option>
      ));
  return (
    <form
      className="what-if"
      aria-label="A hypothetical change"
      onSubmit={(event) => {
        event.preventDefault();
        if (one && other && graph) add(changeOf(kind, one, other));
      }}
    >
      <label htmlFor={`${id}-one`}>What if the edge between</label>
      <select id={`${id}-one`} value={one} onChange={({ target }) => setOne(target.value)}>
        {options(other)}
      </select>
      <label htmlFor={`${id}-other`}>and</label>
      <select id={`${id}-other`} required value={other} onChange={({ target }) => setOther(target.value)}>
        <option value="">Choose an actor</option>
        {options(one)}
      </select>
      <label htmlFor={`${id}-kind`}>is changed so that it</label>
      <select id={`${id}-kind`} value={kind} onChange={({ target }) => setKind(target.value as Kind)}>
        {Object.entries(KINDS).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <button type="submit" className="button">
        Try it
      </button>
    </form>
  );
}

function BeforeAndAfter({ before, after }: { before: MeasureReport; after: MeasureReport }) {
  const caption = useCaption();
  const rows: [string, (report: MeasureReport) => string][] = [
    ['Signed edges', ({ counts }) => String(counts.edges)],
    ...SIGNED_MEASURES.flatMap(({ id, name, brief }): typeof rows =>
      brief ? [[name, ({ found }) => brief(found[id])]] : [],
    ),
  ];
  const moved = movedBetween(before, after);
  return (
    <div className="hypothetical">
      <table className="plain">
        <caption>Now and hypothetically</caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Now</th>
            <th scope="col">What if</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, of]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{of(before)}</td>
              <td>{of(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {moved.length === 0
          ? before.tooThin
            ? 'The camps would be the same.'
            : 'Nobody would change camp.'
          : `Would change camp: ${moved.map(caption).join(', ')}.`}
      </p>
      <details>
        <summary>The hypothetical camps</summary>
        {camps.sides(after).map(({ title, members }) => (
          <p key={title}>
            <strong>{title}:</strong> {members.map(caption).join(', ')}
          </p>
        ))}
      </details>
    </div>
  );
}
