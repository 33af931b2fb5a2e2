import { lazy, Suspense, useState } from 'react';
import { nodeLooks } from '../../../server/core/picture/find-looks.ts';
import { drawnView } from '../../../server/core/picture/usual-looks.ts';
import { NO_RULES } from '../../../server/core/view/own/look-rule.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';

const LookRules = lazy(() => import('./look-rules.tsx').then((found) => ({ default: found.LookRules })));
const AddRule = lazy(() => import('./add-rule.tsx').then((found) => ({ default: found.AddRule })));

/** The rules by which a view, or else its data set, draws otherwise than usual, and the way to one more. */
export function OwnLooks() {
  const { actions } = useExplorer();
  const rules = useExplorerState((state) => drawnView(state).look) ?? NONE;
  const ofSet = useExplorerState(({ graph }) => graph.state === 'ready' && graph.value.attributes.looks);
  const isOwn = useExplorerState(({ view }) => view.look !== undefined);
  const { own } = useExplorerState(nodeLooks);
  const [adding, setAdding] = useState(false);
  // Where the data set has rules, to have none is said by the view.
  const change = (next: string[]) => actions.setLook(next.length === 0 && ofSet ? [NO_RULES] : next);
  return (
    <div className="looks-key own-looks">
      <Suspense>
        {rules.length > 0 && (
          <LookRules title={isOwn ? 'Own looks.' : 'Looks of the data set.'} {...{ rules, own, change }} />
        )}
        {adding && (
          <AddRule
            add={(rule) => {
              change([...rules, rule]);
              setAdding(false);
            }}
            cancel={() => setAdding(false)}
          />
        )}
      </Suspense>
      {!adding && (
        <button type="button" className="text-button" onClick={() => setAdding(true)}>
          {rules.length === 0 ? 'Draw by own rules…' : 'Add a rule…'}
        </button>
      )}
      {ofSet && isOwn && (
        <button type="button" className="text-button" onClick={() => actions.setLook(undefined)}>
          As the data set has it
        </button>
      )}
    </div>
  );
}

const NONE: readonly string[] = [];
