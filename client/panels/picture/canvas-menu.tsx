import { useRef } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, SubmenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { amount } from '../../../server/core/words/words.ts';
import { chordInWords } from '../../state/commands/chord.ts';
import { type Command, GROUPS, type Subject } from '../../state/commands/command.ts';
import { titleOf } from '../../state/commands/commands.ts';
import { BY_TYPE } from '../../state/commands/expansion-commands.ts';
import { passes } from '../../state/link/view-changes.ts';
import { captionOf } from '../../state/selection/captions.ts';
import type { ExplorerState } from '../../state/store.ts';
import { useCommands } from '../common/commands-context.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Icon } from '../common/icon.tsx';

/** The menu of a node, an edge, several of them or the ground, where it was asked for. */
export function CanvasMenu() {
  const { actions } = useExplorer();
  const { menu } = useCommands();
  const anchor = useRef<HTMLSpanElement>(null);
  const state = useExplorerState((now) => now);
  const open = menu(state);
  if (!open || !state.menu) return null;
  const { x, y } = state.menu;
  const place = (element: HTMLSpanElement | null) => {
    anchor.current = element;
    element?.style.setProperty('--x', `${x}px`);
    element?.style.setProperty('--y', `${y}px`);
  };
  const title = nameOf(state, open.subject);
  return (
    <>
      <span className="menu-anchor" ref={place} />
      <Popover
        className="popover"
        aria-label={`Menu of ${title}`}
        triggerRef={anchor}
        isOpen
        onOpenChange={(isOpen) => !isOpen && actions.closeMenu()}
        placement="bottom start"
      >
        <Menu className="menu" aria-label={title} autoFocus="first" onClose={actions.closeMenu}>
          {GROUPS.map((group) => (
            <Section
              key={group}
              title={group}
              commands={open.commands}
              subject={open.subject}
              state={state}
            />
          ))}
        </Menu>
      </Popover>
    </>
  );
}

function nameOf(state: ExplorerState, { nodes, edges }: Subject): string {
  const [key] = [...nodes, ...edges];
  if (key === undefined) return 'The picture';
  return nodes.length + edges.length === 1
    ? captionOf(state, key)
    : `${amount(nodes.length, 'node')} and ${amount(edges.length, 'edge')}`;
}

interface SectionProps {
  title: string;
  commands: readonly Command[];
  subject: Subject;
  state: ExplorerState;
}

function Section({ title, commands, subject, state }: SectionProps) {
  const own = commands.filter(({ group }) => group === title);
  if (own.length === 0) return null;
  const submenus = new Map<string, Command[]>();
  for (const command of own) {
    const { of = command.id } = command.submenu ?? {};
    submenus.set(of, [...(submenus.get(of) ?? []), command]);
  }
  const isOfNode = title === GROUPS[0] && subject.nodes.length === 1;
  return (
    <MenuSection>
      <Header className="menu-title">{title}</Header>
      {isOfNode && !submenus.has(BY_TYPE) && (
        <MenuItem id={BY_TYPE} className="menu-item" isDisabled>
          {reasonOf(state)}
        </MenuItem>
      )}
      {[...submenus].map(([of, [first, ...more]]) =>
        first?.submenu ? (
          <Submenu key={of} title={of} commands={[first, ...more]} subject={subject} />
        ) : (
          first && <Item key={of} command={first} title={titleOf(first, state, subject)} subject={subject} />
        ),
      )}
    </MenuSection>
  );
}

interface SubmenuProps {
  title: string;
  commands: readonly Command[];
  subject: Subject;
}

function Submenu({ title, commands, subject }: SubmenuProps) {
  return (
    <SubmenuTrigger>
      <MenuItem id={title} className="menu-item" textValue={title}>
        <span className="menu-words">{title}</span>
        <span className="submenu">
          <Icon name="chevron" />
        </span>
      </MenuItem>
      <Popover className="popover">
        <Menu className="menu" aria-label={title}>
          {commands.map((command) => (
            <Item
              key={command.id}
              command={command}
              title={command.submenu?.title ?? command.title}
              subject={subject}
            />
          ))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  );
}

interface ItemProps {
  command: Command;
  title: string;
  subject: Subject;
}

function Item({ command, title, subject }: ItemProps) {
  const { actions } = useExplorer();
  const [keys] = command.keys ?? [];
  const run = () => {
    // A menu within the menu would close itself alone.
    actions.closeMenu();
    // The keyboard is not let go to elsewhere while the menu is still there.
    requestAnimationFrame(() => command.run(subject));
  };
  return (
    <MenuItem id={command.id} className="menu-item" textValue={title} onAction={run}>
      <span className="menu-words">{title}</span>
      {keys && <kbd>{chordInWords(keys)}</kbd>}
    </MenuItem>
  );
}

/** Why the node cannot be expanded by relationship type, in the place of the menu for that. */
function reasonOf({ menuNode, view }: ExplorerState): string {
  if (menuNode.state === 'failed') return menuNode.message;
  if (menuNode.state !== 'ready') return 'Counting its edges…';
  const counts = menuNode.value.edgeCounts;
  if (counts.length === 0) return 'It has no edges';
  return counts.some(({ type }) => !passes(view, 'type', type))
    ? 'The filters exclude its other edges'
    : 'All its edges are shown';
}
