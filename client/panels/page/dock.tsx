import { PANELS, type Panel, toggleSheet } from '../../state/panels.ts';
import { useExplorer, usePanelsState } from '../common/context.ts';
import { Icon, type IconName } from '../common/icon.tsx';
import { useCover } from '../common/places.ts';

const ITEMS: Readonly<Record<Panel, { title: string; icon: IconName }>> = {
  legend: { title: 'Legend', icon: 'layers' },
  inspector: { title: 'Details', icon: 'details' },
  timeline: { title: 'Timeline', icon: 'clock' },
};

/** On a narrow page: the buttons that put the sheets up. */
export function Dock() {
  const { panels } = useExplorer();
  const sheet = usePanelsState((state) => state.sheet);
  return (
    <nav className="dock" aria-label="Panels" ref={useCover('bottom')}>
      {PANELS.map((panel) => (
        <button
          key={panel}
          type="button"
          aria-expanded={sheet === panel}
          onClick={() => toggleSheet(panels, panel)}
        >
          <Icon name={ITEMS[panel].icon} />
          {ITEMS[panel].title}
        </button>
      ))}
    </nav>
  );
}
