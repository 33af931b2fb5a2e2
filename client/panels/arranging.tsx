import { useExplorer, useExplorerState } from './context.ts';

/** How far a layout is that takes its time, and the way back to what was before. */
export function Arranging() {
  const { actions } = useExplorer();
  const done = useExplorerState((state) => state.arranging);
  const before = useExplorerState((state) => state.positions.size > 0);
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
