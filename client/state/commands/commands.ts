import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import type { ExplorerState } from '../store.ts';
import { chordOf, type Held } from './chord.ts';
import {
  type Command,
  type CommandWorld,
  type MenuKind,
  menuKindOf,
  type Subject,
  selectedSubject,
  subjectOf,
} from './command.ts';
import { expansionCommands } from './expansion-commands.ts';
import { filterCommands } from './filter-commands.ts';
import { propertyLooks } from './looks-commands.ts';
import { pageCommands } from './page-commands.ts';
import { pathCommands } from './path-commands.ts';
import { selectionCommands } from './selection-commands.ts';
import { shownCommands } from './shown-commands.ts';

/** Everything a person can do, in one place: keys, menus, palette and help are made of it. */
export interface Commands {
  /** Every command there ever is, but for those that depend on the data. */
  all: readonly Command[];
  /** What can be done now with what is selected, those by relationship type, by property and the filters included. */
  available: (state: ExplorerState) => Command[];
  /** The menu that is open: what it is of, and what can be done with that. */
  menu: (state: ExplorerState) => { kind: MenuKind; subject: Subject; commands: Command[] } | undefined;
  /** The command that keys call for now; undefined where there is none. */
  byKeys: (held: Held, state: ExplorerState) => Command | undefined;
  /** A command that a single key would call for if it had something to do; Escape is for many other things. */
  idleByKeys: (held: Held) => Command | undefined;
  /** Runs a command on what is selected. */
  run: (command: Command) => void;
}

/** What filters act on: not on what is selected. */
const NOTHING: Subject = { nodes: [], edges: [] };

export function createCommands(world: CommandWorld): Commands {
  const all = [
    ...shownCommands(world),
    ...selectionCommands(world),
    ...pathCommands(world),
    ...pageCommands(world),
  ];
  const looks = propertyLooks(world.actions);
  const among = (state: ExplorerState, subject: Subject) =>
    // First, so that a menu that is loading them keeps the places of all others.
    [...expansionCommands(world, state, subject), ...all].filter((command) =>
      command.isAvailable(state, subject),
    );
  return {
    all,
    available: (state) => [
      ...among(state, selectedSubject(state)),
      ...[...looks(shownGraph(state)), ...filterCommands(world, state)].filter(({ isAvailable }) =>
        isAvailable(state, NOTHING),
      ),
    ],
    menu: (state) => {
      if (!state.menu) return undefined;
      const subject = subjectOf(state, state.menu.keys);
      const kind = menuKindOf(subject);
      const commands = among(state, subject).filter(({ menus }) => menus?.includes(kind));
      return { kind, subject, commands };
    },
    byKeys: (held, state) => {
      const chord = chordOf(held);
      const subject = selectedSubject(state);
      return all.find(({ keys, isAvailable }) => keys?.includes(chord) && isAvailable(state, subject));
    },
    idleByKeys: (held) =>
      held.key === 'Escape' || held.ctrlKey || held.metaKey
        ? undefined
        : all.find(({ keys }) => keys?.includes(chordOf(held))),
    run: (command) => command.run(selectedSubject(world.store.getState())),
  };
}

/** What a command is called now. */
export function titleOf(command: Command, state: ExplorerState, subject: Subject): string {
  return command.titleNow?.(state, subject) ?? command.title;
}
