import { lazy, type ReactNode, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { READINGS, type Reading } from '../../state/store.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';

const Alliances = lazy(() =>
  import('../alliances/alliances.tsx').then((found) => ({ default: found.Alliances })),
);

const Composer = lazy(() => import('../story/composer.tsx').then((found) => ({ default: found.Composer })));

const TITLES: Readonly<Record<Reading, string>> = {
  details: 'Details',
  alliances: 'Alliances',
  story: 'Story',
};

/** Turns the panel between what is selected, who stands with whom and composing; each stays as it was left. */
export function ReadingSwitch({ children, loading }: { children: ReactNode; loading: ReactNode }) {
  const { actions } = useExplorer();
  const reading = useExplorerState((state) => state.reading);
  const [opened, setOpened] = useState<readonly Reading[]>([]);
  const group = useRef<HTMLFieldSetElement>(null);
  if (!opened.includes(reading)) setOpened([...opened, reading]);
  usePlaces(reading, group);
  return (
    <>
      <fieldset className="reading-switch" aria-label="Content of this panel" ref={group}>
        {READINGS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={reading === name}
            onClick={() => actions.setReading(name)}
          >
            {TITLES[name]}
          </button>
        ))}
      </fieldset>
      <div hidden={reading !== 'details'}>{children}</div>
      {opened.includes('alliances') && (
        <div hidden={reading !== 'alliances'}>
          <Suspense fallback={loading}>
            <Alliances />
          </Suspense>
        </div>
      )}
      {opened.includes('story') && (
        <div hidden={reading !== 'story'}>
          <Suspense fallback={loading}>
            <Composer />
          </Suspense>
        </div>
      )}
    </>
  );
}

/** Comes back to where each was read, and keeps the keyboard in the panel when what it was on goes. */
function usePlaces(reading: Reading, group: { current: HTMLElement | null }): void {
  const places = useRef<Record<Reading, number>>({ details: 0, alliances: 0, story: 0 });
  useLayoutEffect(() => {
    const body = group.current?.closest('.panel-body');
    if (!body) return;
    const known = places.current;
    body.scrollTop = reading === 'details' ? 0 : known[reading];
    const held = document.activeElement;
    if (body.contains(held) && held?.closest('[hidden]'))
      group.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus({ preventScroll: true });
    const keep = () => {
      known[reading] = body.scrollTop;
    };
    body.addEventListener('scroll', keep, { passive: true });
    return () => body.removeEventListener('scroll', keep);
  }, [reading, group]);
}
