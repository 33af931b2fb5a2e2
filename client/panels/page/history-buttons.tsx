import { Focusable } from 'react-aria-components/Focusable';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { chordInWords } from '../../state/commands/chord.ts';
import { redoName, undoName } from '../../state/link/view-history.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Icon, type IconName } from '../common/icon.tsx';

/** Undo and redo, with the name of what they undo and redo, and the way to all other commands. */
export function HistoryButtons() {
  const { actions } = useExplorer();
  const undo = useExplorerState(({ history }) => undoName(history));
  const redo = useExplorerState(({ history }) => redoName(history));
  return (
    <>
      <Tipped
        icon="undo"
        keys="Ctrl+Z"
        title={undo ? `Undo ${undo}` : 'Nothing to undo'}
        run={undo && actions.undo}
      />
      <Tipped
        icon="redo"
        keys="Ctrl+Shift+Z"
        title={redo ? `Redo ${redo}` : 'Nothing to redo'}
        run={redo && actions.redo}
      />
      <Tipped icon="command" keys="F1" title="Commands" run={() => actions.setPalette(true)} />
    </>
  );
}

interface TippedProps {
  icon: IconName;
  title: string;
  keys: string;
  /** Nothing while there is nothing to do; the button keeps the keyboard all the same. */
  run: (() => void) | '' | undefined;
}

function Tipped({ icon, title, keys, run }: TippedProps) {
  return (
    <TooltipTrigger delay={400}>
      <Focusable>
        <button
          type="button"
          className="icon-button"
          aria-label={title}
          aria-disabled={!run}
          onClick={run || undefined}
        >
          <Icon name={icon} />
        </button>
      </Focusable>
      <Tooltip className="tooltip" offset={6}>
        {title} <kbd>{chordInWords(keys)}</kbd>
      </Tooltip>
    </TooltipTrigger>
  );
}
