import { MOST_FOCUSED } from '../link/view-changes.ts';
import type { ExplorerState } from '../store.ts';
import type { Command, CommandWorld, Subject } from './command.ts';

const areTwo = (_: ExplorerState, { nodes }: Subject) => nodes.length === 2;

/** The nodes on the paths that are shown, each once. */
export function nodesOnPaths({ path }: Pick<ExplorerState, 'path'>): string[] {
  if (path?.found.state !== 'ready') return [];
  return [...new Set(path.found.value.paths.flatMap(({ nodes }) => nodes))];
}

/** How two nodes are connected. */
export function pathCommands({ store, actions }: CommandWorld): Command[] {
  const find = ({ nodes: [from, to] }: Subject, all: boolean) => {
    if (from !== undefined && to !== undefined) actions.findPath(from, to, all);
  };
  return [
    {
      id: 'path',
      group: 'Paths',
      title: 'Find the shortest path between two nodes',
      keys: ['P'],
      menus: ['several'],
      isAvailable: areTwo,
      run: (subject) => find(subject, false),
    },
    {
      id: 'path-from',
      group: 'Paths',
      title: 'Find a path from here to …',
      keys: ['P'],
      menus: ['node'],
      isAvailable: (_, { nodes }) => nodes.length === 1,
      run: ({ nodes: [key] }) => key !== undefined && actions.pickPathFrom(key),
    },
    {
      id: 'all-paths',
      group: 'Paths',
      title: 'Find all shortest paths between two nodes',
      keys: ['Shift+P'],
      menus: ['several'],
      isAvailable: areTwo,
      run: (subject) => find(subject, true),
    },
    {
      id: 'only-path',
      group: 'Paths',
      title: 'Show only the path',
      menus: ['ground'],
      isAvailable: (state) => nodesOnPaths(state).length > 0 && nodesOnPaths(state).length <= MOST_FOCUSED,
      run: () => actions.showOnlyPath(nodesOnPaths(store.getState())),
    },
    {
      id: 'clear-path',
      group: 'Paths',
      title: 'Clear the path',
      menus: ['ground'],
      isAvailable: ({ view }) => view.path !== undefined,
      run: actions.clearPath,
    },
  ];
}
