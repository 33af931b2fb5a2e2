import { signInWords } from '../../../server/core/words/words.ts';
import { stancesOf } from '../../state/selection/stances.ts';
import { useExplorerState } from '../common/context.ts';
import { LineOf } from '../common/glyph.tsx';
import { NodeButton } from './node-button.tsx';
import { EvidenceButton } from './relations.tsx';
import { Tags } from './tags.tsx';

/** What a node supports and opposes in the order of time, with what it changed its mind about. */
export function Stances({ node }: { node: string }) {
  const relations = useExplorerState((state) => state.relations);
  if (relations.state !== 'ready') return null;
  const stances = stancesOf(relations.value, node);
  if (stances.length < 2) return null;
  return (
    <section className="group" aria-label="Stances over time">
      <h4>Stances over time</h4>
      <ol className="rows">
        {stances.map(({ edge, other, sign, date, changed }) => (
          <li key={edge.key} className="relation">
            <div>
              <LineOf edge={edge} />
              <NodeButton node={other} />
              <Tags edge={edge} />
              {changed && <span className="tag">changed stance</span>}
              {date === undefined && <span className="tag">without a date</span>}
            </div>
            <EvidenceButton
              edge={edge}
              label={`Evidence: ${signInWords(sign)} ${sign > 0 ? 'for' : 'to'} ${other.attributes.caption}`}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
