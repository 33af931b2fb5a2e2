import { useMemo } from 'react';
import { NETWORKS, weightByDefault } from '../../../server/core/measures/tables.ts';
import { CONFIDENCES, MODALITIES } from '../../../server/core/model/evidence.ts';
import { weightsOf, weighWith } from '../../../server/core/picture/task-of-view.ts';
import { capital } from '../../../server/core/words/words.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { useShown } from '../picture/use-shown-graph.ts';
import { NETWORK_WORDS } from './network-words.ts';

const WEIGHTS = [
  [1, 'counts fully'],
  [0.5, 'counts half'],
  [0, 'is left out'],
] as const;

/** From what alliances are read: always told in words, as the three can differ much. */
export function Choice() {
  const { actions } = useExplorer();
  const network = useExplorerState(({ view }) => view.network ?? 'direct');
  return (
    <>
      <fieldset className="choice-of-network">
        <legend>Read from</legend>
        {NETWORKS.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="network"
              checked={network === name}
              onChange={() => actions.setMeasured({ network: name === 'direct' ? undefined : name })}
            />
            <span>
              <strong>{NETWORK_WORDS[name].title}</strong>
              <span className="muted"> {NETWORK_WORDS[name].says}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Weights />
    </>
  );
}

function Weights() {
  const { actions } = useExplorer();
  const { index } = useShown();
  const network = useExplorerState(({ view }) => view.network);
  const weigh = useExplorerState(({ view }) => view.weigh);
  const threshold = useExplorerState(({ view }) => view.threshold ?? 0);
  const { modality, confidence } = index.counts;
  const present = useMemo(
    () => [
      ...MODALITIES.filter((name) => modality.has(name)),
      ...CONFIDENCES.filter((name) => confidence.has(name)),
    ],
    [modality, confidence],
  );
  const weights = weightsOf(weigh);
  return (
    <details>
      <summary>Weights of stances, and threshold</summary>
      <p className="muted">
        These weights apply to stances on actors and on issues. What is hypothetical is left out unless you
        choose otherwise.
      </p>
      <div className="weights">
        {present.map((name) => (
          <label key={name}>
            {capital(name)}
            <select
              value={weights[name] ?? weightByDefault(name)}
              onChange={({ target }) =>
                actions.setMeasured({ weigh: weighWith(weigh, name, Number(target.value)) })
              }
            >
              {WEIGHTS.map(([weight, words]) => (
                <option key={weight} value={weight}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        ))}
        {network !== undefined && (
          <label>
            Ignore agreement below
            <select
              value={threshold}
              onChange={({ target }) => actions.setMeasured({ threshold: Number(target.value) || undefined })}
            >
              {[...new Set([0, 0.1, 0.25, 0.5, 0.75, threshold])].sort().map((value) => (
                <option key={value} value={value}>
                  {value === 0 ? 'nothing' : value}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </details>
  );
}
