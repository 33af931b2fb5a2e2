import { useState } from 'react';
import type { GraphEdge, GraphNode } from '../../server/contract/graph.ts';
import { parallelEdges } from '../state/relations.ts';
import { number, typeInWords } from '../state/words.ts';
import { useExplorerState } from './context.ts';
import { LineOf } from './glyph.tsx';
import { EvidenceButton } from './relations.tsx';
import { useShown } from './shown.ts';
import { Tags } from './tags.tsx';

interface PairProps {
  edge: GraphEdge;
  from: GraphNode;
  to: GraphNode;
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
  const caption = (key: string) => (key === from.key ? from : to).attributes.caption;
  return (
    <section className="group">
      <h4>
        {listsAll
          ? 'Between these two, in order of time'
          : 'In the picture between these two, in order of time'}
      </h4>
      <ol className="rows">
        {(listsAll ? all : shown).map((other) => {
          const words = `${caption(other.source)} ${typeInWords(other.attributes.type)} ${caption(other.target)}`;
          return <Row key={other.key} edge={other} words={words} isHere={other.key === edge.key} />;
        })}
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
