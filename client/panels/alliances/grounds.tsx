import { useId } from 'react';
import type { GraphEdge } from '../../../server/core/model/graph.ts';
import { indexOf } from '../../../server/core/picture/graph-index.ts';
import { signInWords } from '../../../server/core/words/words.ts';
import { groundsOf, type Grounds as Rests } from '../../state/measures/grounds.ts';
import { LineOf } from '../common/glyph.tsx';
import { NodeButton } from '../details/node-button.tsx';
import { EvidenceButton } from '../details/relations.tsx';
import { Tags } from '../details/tags.tsx';
import { useMeasured } from './measured.ts';

export interface Pair {
  source: string;
  target: string;
}

/** What a node is called in the graph that was measured. */
export function useCaption(): (key: string) => string {
  const { graph } = useMeasured();
  return (key) => indexOf(graph).nodes.get(key)?.attributes.caption ?? key;
}

/** What the relation of a pair rests on: direct stances, and stands on the same issues side by side. */
export function Grounds({ pair, derived = false }: { pair: Pair; derived?: boolean }) {
  const { graph, asked } = useMeasured();
  const task = derived ? { ...asked, network: 'agreement' as const } : asked;
  const { direct, shared } = groundsOf(graph, task, pair);
  return (
    <div className="grounds">
      {direct.length > 0 && (
        <>
          <p className="muted">Direct stances</p>
          <Stands edges={direct} />
        </>
      )}
      {shared.length > 0 && <SideBySide pair={pair} shared={shared} />}
    </div>
  );
}

function SideBySide({ pair, shared }: { pair: Pair; shared: Rests['shared'] }) {
  const { graph } = useMeasured();
  const caption = useCaption();
  const label = useId();
  return (
    <>
      <p className="muted" id={label}>
        Derived from stances on the same issues
      </p>
      <ul className="side-by-side" aria-labelledby={label}>
        {shared.map(({ issue, agree, stands }) => {
          const node = indexOf(graph).nodes.get(issue);
          return (
            <li key={issue}>
              <div>
                {node ? <NodeButton node={node} /> : issue}{' '}
                <span className="tag">{agree ? 'same stance' : 'opposite stances'}</span>
              </div>
              <div className="both">
                {[pair.source, pair.target].map((key, at) => (
                  <div key={key}>
                    <p>{caption(key)}</p>
                    <Stands edges={stands[at] ?? []} />
                  </div>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Stands({ edges }: { edges: readonly GraphEdge[] }) {
  const caption = useCaption();
  return (
    <ul>
      {edges.map((edge) => (
        <li key={edge.key} className="relation">
          <div>
            <LineOf edge={edge} />
            {signInWords(edge.attributes.sign)}
            <Tags edge={edge} />
          </div>
          <EvidenceButton
            edge={edge}
            label={`Evidence: ${signInWords(edge.attributes.sign)} of ${caption(edge.source)} for ${caption(edge.target)}`}
          />
        </li>
      ))}
    </ul>
  );
}
