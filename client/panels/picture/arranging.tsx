import { groupsOf } from '../../../server/core/picture/find-groups.ts';
import { type Grouping, groupingOf } from '../../../server/core/picture/groups.ts';
import { groupingMeaning } from '../../../server/core/picture/meanings.ts';
import { asksAlliances } from '../../../server/core/picture/measures-asked-for.ts';
import { uncapital } from '../../../server/core/words/words.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';

/** How far a layout is that takes its time, and the way back to what was before. */
export function Arranging() {
  const { actions } = useExplorer();
  const done = useExplorerState((state) => state.arranging);
  const before = useExplorerState((state) => state.positions.size > 0);
  const finding = useExplorerState((state) =>
    state.graph.state === 'ready' && !groupsOf(state) ? groupingOf(state.view) : undefined,
  );
  if (finding !== undefined) return <Finding grouping={finding} />;
  if (done === undefined) return null;
  return (
    <div className="picking arranging">
      <label>
        Arranging… <progress {...(done > 0 && { value: done, max: 1 })} />
      </label>
      {before && (
        <button type="button" className="text-button" onClick={actions.undo}>
          Cancel
        </button>
      )}
    </div>
  );
}

/** What is waited for before the nodes can be arranged by it. */
function Finding({ grouping }: { grouping: Grouping }) {
  const { actions, alliances, store } = useExplorer();
  const cancel = () => {
    actions.setLayout(undefined);
    if (!asksAlliances(store.getState().view)) alliances?.cancel();
  };
  return (
    <div className="picking arranging">
      <label>
        Measuring, to arrange by {uncapital(groupingMeaning(grouping).title)}… <progress />
      </label>
      <button type="button" className="text-button" onClick={cancel}>
        Cancel
      </button>
    </div>
  );
}
