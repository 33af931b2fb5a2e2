import { lazy, Suspense, useState } from 'react';
import { nodeLooks } from '../../../server/core/picture/find-looks.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';

const LookRules = lazy(() => import('./look-rules.tsx').then((found) => ({ default: found.LookRules })));
const AddRule = lazy(() => import('./add-rule.tsx').then((found) => ({ default: found.AddRule })));

/** The rules by which a view draws otherwise than usual, and the way to one more. */
export function OwnLooks() {
  const { actions } = useExplorer();
  const rules = useExplorerState((state) => state.view.look) ?? NONE;
  const { own } = useExplorerState(nodeLooks);
  const [adding, setAdding] = useState(false);
  return (
    <div className="looks-key own-looks">
      <Suspense>
        {rules.length > 0 && <LookRules rules={rules} own={own} change={actions.setLook} />}
        {adding && (
          <AddRule
            add={(rule) => {
              actions.setLook([...rules, rule]);
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
    </div>
  );
}

const NONE: readonly string[] = [];
