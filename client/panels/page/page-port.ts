import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import { explain } from '../../api.ts';
import type { PagePort } from '../../state/commands/command.ts';
import { type Commands, createCommands } from '../../state/commands/commands.ts';
import type { Explorer } from '../../state/explorer.ts';
import type { Panel, PanelsStore } from '../../state/panels.ts';
import { useExplorer } from '../common/context.ts';
import { type Places, usePlaces } from '../common/places.ts';
import { useData } from '../open/data-context.ts';
import type { Canvas } from '../picture/canvas-context.ts';
import { copyLink } from '../share/clipboard.ts';
import { saveGraph } from '../share/save-file.ts';
import type { DialogName } from './dialogs.tsx';

/** The commands of this page. */
export function usePageCommands(
  canvas: Canvas,
  open: (dialog: DialogName) => void,
  openFile: () => void,
): Commands {
  const explorer = useExplorer();
  const places = usePlaces();
  const data = useData();
  return useMemo(() => {
    const page: PagePort = {
      ...canvas,
      openHelp: () => open('help'),
      openShare: () => open('share'),
      openCite: () => open('cite'),
      openTakeAway: () => open('take-away'),
      openFile,
      closeFile: data.close,
      openSearch: () => places.focus('search'),
      openPanel: (panel) => goTo(explorer.panels, places, panel),
      openFilter: (filter) => {
        goTo(explorer.panels, places, 'legend');
        places.focus(`filter ${filter}`);
      },
      copyLink: () => void copyLink(explorer),
      captureStep: () => void captureStep(explorer, places),
      print: () => void print(explorer),
      save: (format) => void saveGraph(explorer.store, format, explorer.actions.announce),
    };
    return createCommands({ ...explorer, page });
  }, [explorer, places, data, canvas, open, openFile]);
}

async function print({ store, actions }: Explorer): Promise<void> {
  try {
    (await import('../take-away/print-sheet.ts')).printSheet(store.getState());
  } catch (cause) {
    actions.announce(`The picture could not be printed: ${explain(cause).message}`);
  }
}

/** Adds the view to the story that is being composed, and goes there. */
async function captureStep({ composer, actions, panels }: Explorer, places: Places): Promise<void> {
  try {
    (await composer?.())?.capture();
  } catch (cause) {
    return actions.announce(`The view could not be captured: ${explain(cause).message}`);
  }
  actions.setReading('story');
  goTo(panels, places, 'inspector');
}

/** Opens a panel, whichever way it opens on this page, and takes the keyboard there. */
function goTo(panels: PanelsStore, places: Places, panel: Panel): void {
  // Drawn at once: a keyboard that is taken there later would be taken away from what was begun meanwhile.
  flushSync(() => panels.setState(({ open }) => ({ open: { ...open, [panel]: true }, sheet: panel })));
  places.focus(panel);
}
