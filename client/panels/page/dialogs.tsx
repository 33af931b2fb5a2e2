import { lazy, Suspense } from 'react';

const Help = lazy(() => import('./help.tsx').then(({ Help: found }) => ({ default: found })));
const Share = lazy(() => import('../share/share.tsx').then(({ Share: found }) => ({ default: found })));
const Cite = lazy(() => import('../share/cite.tsx').then(({ Cite: found }) => ({ default: found })));
const TakeAway = lazy(() =>
  import('../take-away/dialog.tsx').then(({ TakeAway: found }) => ({ default: found })),
);

/** The dialogs of the page, of which one is open at a time. */
export type DialogName = 'help' | 'share' | 'cite' | 'take-away';

interface DialogsProps {
  /** That which is open. */
  name: DialogName | undefined;
  /** Whether there is a graph that dialogs can be of. */
  ready: boolean;
  /** Opens another one, or none. */
  open: (name: DialogName | undefined) => void;
}

/** The dialog that is open, loaded when it first is. */
export function Dialogs({ name, ready, open }: DialogsProps) {
  const close = () => open(undefined);
  return (
    <Suspense>
      {name === 'help' && <Help close={close} />}
      {name === 'share' && <Share close={close} cite={() => open('cite')} />}
      {ready && name === 'cite' && <Cite close={close} />}
      {ready && name === 'take-away' && <TakeAway close={close} />}
    </Suspense>
  );
}
