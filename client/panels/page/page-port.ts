import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import { explain } from '../../api.ts';
import type { PagePort } from '../../state/commands/command.ts';
import { type Commands, createCommands } from '../../state/commands/commands.ts';
import type { Explorer } from '../../state/explorer.ts';
import type { Panel, PanelsStore } from '../../state/panels.ts';
import { useExplorer } from '../common/context.ts';
import type { Canvas } from '../picture/canvas-context.ts';
import { copyLink } from '../share/clipboard.ts';
import { saveGraph } from '../share/save-file.ts';

/** The id of the field that the search keys lead to. */
export const SEARCH_FIELD = 'search-field';

/** Takes the keyboard to the picture, or to what stands in its place. */
export function focusPicture(): void {
  const stage = document.getElementById('stage');
  const picture = stage?.querySelector<HTMLElement>('.canvas:not([hidden]) [role=application]');
  (picture ?? stage?.querySelector<HTMLElement>('.table [role=tab][aria-selected=true]') ?? stage)?.focus();
}

/** The commands of this page. */
export function usePageCommands(
  canvas: Canvas,
  openHelp: () => void,
  openShare: () => void,
  openTakeAway: () => void,
): Commands {
  const explorer = useExplorer();
  return useMemo(() => {
    const page: PagePort = {
      ...canvas,
      openHelp,
      openShare,
      openTakeAway,
      openSearch: () => document.getElementById(SEARCH_FIELD)?.focus(),
      openPanel: (panel) => goTo(explorer.panels, panel),
      openFilter: (filter) => {
        goTo(explorer.panels, 'legend');
        document.querySelector<HTMLElement>(`[data-filter=${filter}] :is(input, select)`)?.focus();
      },
      copyLink: () => void copyLink(explorer),
      captureStep: () => void captureStep(explorer),
      print: () => void print(explorer),
      save: (format) =>
        void saveGraph(shownGraph(explorer.store.getState()), format, explorer.actions.announce),
    };
    return createCommands({ ...explorer, page });
  }, [explorer, canvas, openHelp, openShare, openTakeAway]);
}

async function print({ store, actions }: Explorer): Promise<void> {
  try {
    (await import('../take-away/print-sheet.ts')).printSheet(store.getState());
  } catch (cause) {
    actions.announce(`The picture could not be printed: ${explain(cause).message}`);
  }
}

/** Adds the view to the story that is being composed, and goes there. */
async function captureStep({ composer, actions, panels }: Explorer): Promise<void> {
  try {
    (await composer?.())?.capture();
  } catch (cause) {
    return actions.announce(`The view could not be captured: ${explain(cause).message}`);
  }
  actions.setReading('story');
  goTo(panels, 'inspector');
}

/** Opens a panel, whichever way it opens on this page, and takes the keyboard there. */
function goTo(panels: PanelsStore, panel: Panel): void {
  // Drawn at once: a keyboard that is taken there later would be taken away from what was begun meanwhile.
  flushSync(() => panels.setState(({ open }) => ({ open: { ...open, [panel]: true }, sheet: panel })));
  document.querySelector<HTMLElement>(`.panel.${panel}`)?.focus();
}
