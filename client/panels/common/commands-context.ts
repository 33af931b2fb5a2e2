import { createContext, useContext } from 'react';
import type { Commands } from '../../state/commands/commands.ts';

export const CommandsContext = createContext<Commands | undefined>(undefined);

/** Everything that can be done; throws outside of the page. */
export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (!commands) throw new Error('There are no commands round this component.');
  return commands;
}
