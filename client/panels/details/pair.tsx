import { useState } from 'react';
import type { GraphEdge, GraphNode } from '../../../server/core/model/graph.ts';
import { edgeClause, number } from '../../../server/core/words/words.ts';
import { parallelEdges } from '../../state/selection/relations.ts';
import { useExplorerState } from '../common/context.ts';
import { LineOf } from '../common/glyph.tsx';
import { useShown } from '../picture/use-shown-graph.ts';
import { EvidenceButton } from './relations.tsx';
import { Tags } from './tags.tsx';

interface PairProps {
  edge: GraphEdge;
  from: GraphNode;
  to: GraphNode;
}

/** Every edge between two nodes, in the picture or not; says so where there is none. */
export function Between({ from, to }: Omit<PairProps, 'edge'>) {
  const { index } = useShown();
  const pair = useExplorerState((state) => state.pair);
  const shown = parallelEdges(index.edgesOf.get(from.key) ?? [], { source: from.key, target: to.key });
  const all = pair.state === 'ready' ? pair.value : shown;
  return (
    <section className="group" aria-label="Between these two">
      <h3>Between these two, in order of time</h3>
      <ol className="rows">
        {all.map((edge) => (
          <Row key={edge.key} edge={edge} words={wordsOf(edge, from, to)} isHere={false} />
        ))}
      </ol>
      <p className="muted" aria-live="polite">
        {pair.state === 'ready' && all.length === 0 && 'No edge connects them directly.'}
        {pair.state === 'loading' && 'Looking for edges that are not in the picture…'}
        {pair.state === 'failed' && `Only the picture could be searched: ${pair.message}`}
      </p>
    </section>
  );
}

function wordsOf({ source, target, attributes }: GraphEdge, from: GraphNode, to: GraphNode): string {
  const caption = (key: string) => (key === from.key ? from : to).attributes.caption;
  return edgeClause(caption(source), attributes.type, caption(target));
}

/** Every edge between the ends of one: those in the picture, and on demand those that it leaves out. */
export function Pair({ edge, from, to }: PairProps) {
  const { index } = useShown();
  const [opened, setOpened] = useState(false);
  const pair = useExplorerState((state) => state.pair);
  const shown = parallelEdges(index.edgesOf.get(edge.source) ?? [], edge);
  const all = pair.state === 'ready' ? pair.value : shown;
  const outside = all.filter(({ key }) => key !== edge.key && !index.edges.has(key)).length;
  const listsAll = opened && outside > 0;
  if (outside === 0 && shown.every(({ key }) => key === edge.key)) return null;
  return (
    <section className="group">
      <h4>
        {listsAll
          ? 'Between these two, in order of time'
          : 'In the picture between these two, in order of time'}
      </h4>
      <ol className="rows">
        {(listsAll ? all : shown).map((other) => (
          <Row
            key={other.key}
            edge={other}
            words={wordsOf(other, from, to)}
            isHere={other.key === edge.key}
          />
        ))}
      </ol>
      {outside > 0 && (
        <p className="muted">
          {number(outside)} more {outside === 1 ? 'is' : 'are'} not in the picture.{' '}
          <button
            type="button"
            className="text-button"
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {opened ? 'List only the picture' : 'List all'}
          </button>
        </p>
      )}
    </section>
  );
}

function Row({ edge, words, isHere }: { edge: GraphEdge; words: string; isHere: boolean }) {
  const { index } = useShown();
  return (
    <li className="relation" aria-current={isHere || undefined}>
      <div>
        <LineOf edge={edge} />
        <span>{words}</span>
        <Tags edge={edge} />
        {!index.edges.has(edge.key) && <span className="tag">not in the picture</span>}
      </div>
      {isHere ? (
        <p className="muted">Shown above</p>
      ) : (
        <EvidenceButton edge={edge} label={`Evidence: ${words}`} />
      )}
    </li>
  );
}
