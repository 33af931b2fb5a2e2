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
import { useCommands } from '../common/commands-context.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';

/** Whether a text holds every word that was typed, in whatever order. */
function holdsWords(text: string, typed: string): boolean {
  const plain = text.toLocaleLowerCase('en');
  return typed
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

/** Everything that can be done now, found by typing. */
export function Palette() {
  const { actions, store } = useExplorer();
  const commands = useCommands();
  const state = useExplorerState((now) => now);
  const [typed, setTyped] = useState('');
  const subject = selectedSubject(state);
  const items = commands
    .available(state)
    .filter(({ id }) => id !== 'palette')
    .map((command) => ({ id: command.id, command, title: titleOf(command, state, subject) }));
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
              onAction={run}
              renderEmptyState={() => (
                <p className="menu-note">
                  No command is called that now; some need something to be selected.
                </p>
              )}
            >
              {({ id, command, title }) => (
                <ListBoxItem
                  id={id}
                  className="menu-item"
                  textValue={`${title} ${command.title} ${command.group}`}
                >
                  <span className="menu-words">{title}</span>
                  <small className="muted">{command.group}</small>
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
