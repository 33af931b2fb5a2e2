import { amount } from '../../../server/core/words/words.ts';
import { MOST_FOCUSED } from '../../state/link/view-changes.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { useShown } from '../picture/use-shown-graph.ts';
import { NodeButton } from './node-button.tsx';
import { Between } from './pair.tsx';

/** At most this many are listed. */
const LISTED = 50;

/** Several selected nodes and edges: what they are, and what connects two nodes. */
export function SeveralDetails() {
  const { actions } = useExplorer();
  const { index } = useShown();
  const keys = useExplorerState((state) => state.view.select) ?? [];
  const nodes = keys.map((key) => index.nodes.get(key)).filter((node) => node !== undefined);
  const all = nodes.map(({ key }) => key);
  const [from, to] = nodes;
  const edges = keys.filter((key) => index.edges.has(key)).length;
  const told = [nodes.length && amount(nodes.length, 'node'), edges && amount(edges, 'edge')].filter(Boolean);
  return (
    <article>
      <p>{told.join(' and ') || amount(keys.length, 'thing')} selected.</p>
      <ul className="rows">
        {nodes.slice(0, LISTED).map((node) => (
          <li key={node.key}>
            <NodeButton node={node} />
          </li>
        ))}
      </ul>
      {nodes.length > LISTED && <p className="muted">and {nodes.length - LISTED} more</p>}
      {nodes.length > 0 && (
        <div className="tools">
          {keys.length === 2 && from && to && (
            <button
              type="button"
              className="button primary"
              onClick={() => actions.findPath(from.key, to.key)}
            >
              Find the shortest path
            </button>
          )}
          {keys.length === 2 && from && to && (
            <button type="button" className="button" onClick={() => actions.findPath(from.key, to.key, true)}>
              All shortest paths
            </button>
          )}
          {nodes.length > 1 && nodes.length <= MOST_FOCUSED && (
            <>
              <button type="button" className="button" onClick={() => actions.reveal(all)}>
                Show the edges among them
              </button>
              <button type="button" className="button" onClick={() => actions.focus(all, 1)}>
                Show neighbourhoods
              </button>
            </>
          )}
          <button type="button" className="button" onClick={() => actions.hide(all)}>
            Hide
          </button>
        </div>
      )}
      {keys.length === 2 && from && to && <Between from={from} to={to} />}
    </article>
  );
}
