import type { GraphNode } from '../../../server/core/model/graph.ts';
import { amount } from '../../../server/core/words/words.ts';
import { whyNothing } from '../../state/loading/why-nothing.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { NodeGlyph } from '../common/glyph.tsx';
import { usePlaces } from '../common/places.ts';
import { useLookOf } from './use-shown-graph.ts';

/** What to do where the picture is empty. */
export function NothingShown() {
  const { actions } = useExplorer();
  const reason = useExplorerState(whyNothing);
  const hidden = useExplorerState((state) => state.view.hide?.length ?? 0);
  if (reason === undefined) return null;
  if (reason === 'begin') return <Begin />;
  const [title, words, act, run] =
    reason === 'hidden'
      ? ([
          'Everything is hidden',
          'Everything that passes the filters has been hidden by hand.',
          `Show ${amount(hidden, 'node')} again`,
          actions.showHidden,
        ] as const)
      : ([
          'Nothing matches these filters',
          'Clear one in the legend or the timeline, or start over.',
          'Clear filters',
          actions.clearFilters,
        ] as const);
  return (
    <div className="stage-note">
      <h2>{title}</h2>
      <p>{words}</p>
      <button type="button" className="button primary" onClick={run}>
        {act}
      </button>
    </div>
  );
}

/** The empty canvas that a person asked for. */
function Begin() {
  const { actions } = useExplorer();
  const places = usePlaces();
  const suggested = useExplorerState((state) => state.suggested);
  return (
    <div className="stage-note begin">
      <h2>An empty canvas</h2>
      <p>Search for a node to begin with, then expand it to build the picture step by step.</p>
      <div className="tools">
        <button type="button" className="button primary" onClick={() => places.focus('search')}>
          Search
        </button>
        <button type="button" className="button" onClick={actions.startFromEverything}>
          Start from everything
        </button>
      </div>
      {suggested.state === 'ready' && <Suggestions nodes={suggested.value} />}
    </div>
  );
}

function Suggestions({ nodes }: { nodes: readonly GraphNode[] }) {
  const { actions } = useExplorer();
  const lookOf = useLookOf();
  return (
    <section>
      <h3>Or begin with the most connected</h3>
      <ul className="suggestions">
        {nodes.map((node) => (
          <li key={node.key}>
            <button type="button" className="button" onClick={() => actions.add([node.key])}>
              <NodeGlyph {...lookOf(node)} />
              {node.attributes.caption}
              <span className="count">{node.attributes.degree}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
