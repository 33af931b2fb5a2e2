import { useMemo } from 'react';
import type { GraphNode } from '../../../server/core/model/graph.ts';
import { indexOf, indexOfAll, shownGraph } from '../../../server/core/picture/graph-index.ts';
import { number } from '../../../server/core/words/words.ts';
import { captionOf } from '../../state/selection/captions.ts';
import { restingOn } from '../../state/selection/resting.ts';
import { RELATIONS_LIMIT } from '../../state/selection/selection.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { EvidenceButton } from './relations.tsx';

/** The edges that rest on a node as their source, each opening its evidence. */
export function Resting({ node }: { node: GraphNode }) {
  const { store } = useExplorer();
  // All there is, where it is loaded: what rests on a source does not depend on what is shown.
  const index = useExplorerState((state) => indexOfAll(state) ?? indexOf(shownGraph(state)));
  const edges = useMemo(() => restingOn(index, node), [index, node]);
  if (edges.length === 0) return null;
  const listed = edges.slice(0, RELATIONS_LIMIT);
  return (
    <section className="relations" aria-label="What rests on it">
      <h4>
        Edges that rest on it
        <span className="count">
          {listed.length === edges.length
            ? edges.length
            : `${number(listed.length)} of ${number(edges.length)}`}
        </span>
      </h4>
      <ul className="rows">
        {listed.map((edge) => {
          const clause = captionOf(store.getState(), edge.key);
          return (
            <li key={edge.key} className="relation">
              <p>{clause}</p>
              <EvidenceButton edge={edge} label={`Evidence: ${clause}`} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
