import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useStore } from 'zustand';
import { chordInWords } from '../../state/commands/chord.ts';
import { GROUPS } from '../../state/commands/command.ts';
import { useCommands } from '../common/commands-context.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Icon } from '../common/icon.tsx';

const MOUSE: readonly (readonly [string, string])[] = [
  ['Click, tap', 'Select a node or an edge'],
  ['Ctrl or Shift click', 'Add to the selection; select two to find the shortest path between them'],
  ['Double-click a node', 'Show its neighbours too'],
  ['Right-click, long press', 'Menu of a node, an edge, the selection or the background'],
  ['Drag a node', 'Move the node and the rest of the selection; they stay pinned there'],
  ['Drag the background, wheel, pinch', 'Move and zoom'],
  ['Shift and drag', 'Box selection'],
];

/** What there is of it depends on the data. */
const BY_DATA: readonly (readonly [string, string])[] = [
  ['', 'Filter: show only, exclude or include a label, type, source and so on'],
  ['', 'Arrange, colour, size or shape nodes by a property, or set the width of edges by one'],
  ['', 'Expand by one relationship type and direction; also in the menu of a node'],
];

const CANVAS: readonly (readonly [string, string])[] = [
  ['Arrow keys', 'Go to the neighbour in that direction'],
  ['Page Down, Page Up', 'Step through all nodes, the most connected first'],
  ['Home', 'Go to the most connected node'],
  ['Enter, Space', 'Select; with Shift add to the selection'],
  ['Shift F10, Menu', 'Open the menu'],
];

const OUTLINE: readonly (readonly [string, string])[] = [
  ['→ on a node', 'Open its edges'],
  ['→ on an edge', 'Go on to the node at the other end'],
  ['← on an edge', 'Back to its node'],
  ['Backspace', 'Back the way you came'],
  ['Enter', 'Select the node, or the edge with its evidence'],
];

/** What the page is, how it is used, and every key it listens to. */
export function Help({ close }: { close: () => void }) {
  const status = useExplorerState((state) => state.status);
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <header>
            <Heading slot="title" level={2}>
              Help
            </Heading>
            <Button className="icon-button" aria-label="Close" onPress={close}>
              <Icon name="close" />
            </Button>
          </header>
          <p>
            A map of who takes which stance. Each edge is a claim somebody made; select it to read the
            evidence. Solid blue means support, dashed orange opposition, and grey neither; a dotted edge is
            not, or not yet, a fact, as the legend tells. The address of the page holds what you see: copy the
            link to share the view. To bring data of your own, run <code>npm run seed -- FOLDER</code> on the
            server.
          </p>
          <KeySwitch />
          <CommandKeys />
          <Keys title="Depending on the data" rows={BY_DATA} />
          <Keys title="In the picture, by keyboard" rows={CANVAS} />
          <Keys title="In the outline, by keyboard" rows={OUTLINE} />
          <Keys title="Mouse and touch" rows={MOUSE} />
          {status && (
            <p className="muted">
              {status.product.name} {status.product.version}
              {status.database.product && ` on ${status.database.product} ${status.database.version ?? ''}`}
              {status.snapshot && ` · snapshot ${status.snapshot}`}
            </p>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Every command there is; those without a key are among the commands, or only in the menu of what they are of. */
function CommandKeys() {
  const { all } = useCommands();
  return GROUPS.map((group) => (
    <Keys
      key={group}
      title={group}
      rows={all
        .filter((command) => command.group === group)
        .map(
          ({ title, keys = [], onlyInMenu }): Row => [
            keys.map(chordInWords).join(' or '),
            title,
            onlyInMenu && 'in the menu',
          ],
        )}
    />
  ));
}

/** Keys, what they do, and where it is found that has none. */
type Row = readonly [keys: string, what: string, where?: string | undefined];

function Keys({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="keys">
        {rows.map(([keys, what, where = 'in the commands']) => (
          <div key={what}>
            <dt>{keys ? <kbd>{keys}</kbd> : <span className="muted">{where}</span>}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Whoever dictates, or types by accident, can do without keys that act alone (WCAG 2.1.4). */
function KeySwitch() {
  const { keys } = useExplorer();
  const single = useStore(keys, (state) => state.single);
  return (
    <label className="switch">
      <input type="checkbox" checked={single} onChange={() => keys.setState({ single: !single })} />
      Single-key shortcuts
    </label>
  );
}
