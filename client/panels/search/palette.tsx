import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { chordInWords } from '../../state/commands/chord.ts';
import { selectedSubject } from '../../state/commands/command.ts';
import { titleOf } from '../../state/commands/commands.ts';
import { holdsWords, rankOf, wordsToFind } from '../../state/commands/other-words.ts';
import { useCommands } from '../common/commands-context.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';

/** Everything that can be done now, found by typing; what cannot is found too, and told apart. */
export function Palette() {
  const { actions, store } = useExplorer();
  const commands = useCommands();
  const state = useExplorerState((now) => now);
  const [typed, setTyped] = useState('');
  const subject = selectedSubject(state);
  const available = commands.available(state).filter(({ id }) => id !== 'palette');
  const can = new Set(available.map(({ id }) => id));
  const others = commands.all.filter(({ id, onlyInMenu }) => !can.has(id) && id !== 'palette' && !onlyInMenu);
  const items = [...available, ...(typed === '' ? [] : others)].map((command) => ({
    id: command.id,
    command,
    title: can.has(command.id) ? titleOf(command, state, subject) : command.title,
  }));
  const rank = ({ id, command, title }: (typeof items)[number]) => rankOf(command, title, typed, can.has(id));
  if (typed.trim() !== '') items.sort((a, b) => rank(a) - rank(b));
  const close = () => actions.setPalette(false);
  const run = (id: unknown) => {
    const chosen = commands.available(store.getState()).find((command) => command.id === id);
    close();
    // What the palette covers has the keyboard back by then.
    if (chosen) requestAnimationFrame(() => commands.run(chosen));
  };
  return (
    <ModalOverlay
      className="overlay palette-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && close()}
    >
      <Modal className="modal">
        <Dialog className="palette" aria-label="Commands">
          <Autocomplete inputValue={typed} onInputChange={setTyped} filter={holdsWords}>
            <SearchField autoFocus aria-label="Find a command">
              <Input
                className="palette-input"
                role="combobox"
                aria-expanded
                placeholder="What do you want to do?"
                autoComplete="off"
              />
            </SearchField>
            <ListBox
              className="menu palette-list"
              aria-label="Commands"
              items={items}
              disabledKeys={others.map(({ id }) => id)}
              onAction={run}
              renderEmptyState={() => <p className="menu-note">No command is called that.</p>}
            >
              {({ id, command, title }) => (
                <ListBoxItem id={id} className="menu-item" textValue={wordsToFind(command, title)}>
                  <span className="menu-words">{title}</span>
                  <small className="muted">{can.has(id) ? command.group : 'Not available now'}</small>
                  {command.keys?.[0] && <kbd>{chordInWords(command.keys[0])}</kbd>}
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
