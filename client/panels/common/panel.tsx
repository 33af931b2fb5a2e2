import type { ReactNode } from 'react';
import { type Panel as PanelName, togglePanel } from '../../state/panels.ts';
import { useExplorer, usePanelsState } from './context.ts';
import { Icon } from './icon.tsx';
import { NARROW, useMedia } from './media.ts';
import { type Side, useCover, usePlace } from './places.ts';

interface PanelProps {
  name: PanelName;
  title: string;
  /** What stands in the head beside the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/** Where each sits on a wide page. */
const SIDES: Readonly<Record<PanelName, Side>> = { legend: 'left', inspector: 'right', timeline: 'bottom' };

/** A panel that folds to its title on a wide page, and is a sheet from the bottom on a narrow one. */
export function Panel({ name, title, aside, children }: PanelProps) {
  const { panels } = useExplorer();
  const narrow = useMedia(NARROW);
  const open = usePanelsState((state) => (narrow ? state.sheet === name : state.open[name]));
  const place = useCover(open ? SIDES[name] : undefined, usePlace(name));
  const body = `${name}-body`;
  if (narrow && !open) return null;
  const fold = () => (narrow ? panels.setState({ sheet: undefined }) : togglePanel(panels, name));
  return (
    <section
      ref={place}
      className={`panel ${name}`}
      aria-labelledby={`${name}-title`}
      data-open={open}
      tabIndex={-1}
    >
      <header className="panel-head">
        <h2 id={`${name}-title`}>{title}</h2>
        {open && aside}
        <button
          type="button"
          className="icon-button fold"
          aria-label={
            narrow ? `Close ${title.toLowerCase()}` : `${open ? 'Fold' : 'Unfold'} ${title.toLowerCase()}`
          }
          aria-expanded={open}
          aria-controls={open ? body : undefined}
          onClick={fold}
        >
          <Icon name={narrow ? 'close' : 'chevron'} />
        </button>
      </header>
      {open && (
        <div className="panel-body" id={body}>
          {children}
        </div>
      )}
    </section>
  );
}
