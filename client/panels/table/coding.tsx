import { useMemo } from 'react';
import type { GraphEdge } from '../../../server/core/model/graph.ts';
import { amount, edgeClause } from '../../../server/core/words/words.ts';
import { type CodedSource, codingOf } from '../../state/table/coding.ts';
import { LineOf } from '../common/glyph.tsx';
import { NodeButton } from '../details/node-button.tsx';
import { EvidenceButton } from '../details/relations.tsx';
import { SourceFacts } from '../details/source-facts.tsx';
import { Tags } from '../details/tags.tsx';
import { useShown } from '../picture/use-shown-graph.ts';

/** Everything in the picture by the source and paragraph it was coded from, to be read beside the text. */
export function Coding() {
  const { graph } = useShown();
  const sources = useMemo(() => codingOf(graph), [graph]);
  if (sources.length === 0) return <p className="muted listing-note">There are no edges in the picture.</p>;
  return (
    <div className="table-scroll coding">
      {sources.map((source) => (
        <Source key={source.source ?? ''} coded={source} />
      ))}
    </div>
  );
}

function Source({ coded: { source, paragraphs, count } }: { coded: CodedSource }) {
  const { index } = useShown();
  const node = source === undefined ? undefined : index.nodes.get(source);
  return (
    <section className="group">
      <h3>
        {node ? <NodeButton node={node} /> : (source ?? 'Without a source')}
        <span className="count">{amount(count, 'edge')}</span>
      </h3>
      {node && <SourceFacts source={node.attributes.properties} />}
      {paragraphs.map(({ paragraph, edges }) => (
        <section key={paragraph ?? ''} className="paragraph">
          <h4>{paragraph === undefined ? 'No paragraph given' : `Paragraph ${paragraph}`}</h4>
          <ul className="rows">
            {edges.map((edge) => (
              <Coded key={edge.key} edge={edge} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Coded({ edge }: { edge: GraphEdge }) {
  const { index } = useShown();
  const caption = (key: string) => index.nodes.get(key)?.attributes.caption ?? key;
  const words = edgeClause(caption(edge.source), edge.attributes.type, caption(edge.target));
  return (
    <li className="relation">
      <div>
        <LineOf edge={edge} />
        <span>{words}</span>
        <Tags edge={edge} />
      </div>
      <EvidenceButton edge={edge} label={`Evidence: ${words}`} />
    </li>
  );
}
