import { indexOf, shownGraph } from '../../../server/core/picture/graph-index.ts';
import { amount, number } from '../../../server/core/words/words.ts';
import { isPinned, MOST_SELECTED } from '../link/view-changes.ts';
import type { ExplorerState, Tool } from '../store.ts';
import type { Command, CommandWorld } from './command.ts';

const nodesOf = (state: ExplorerState) => shownGraph(state).nodes.map(({ key }) => key);

/** The nodes adjacent to any of these, without them. */
export function neighboursOf(state: ExplorerState, keys: readonly string[]): string[] {
  const { edgesOf } = indexOf(shownGraph(state));
  const around = keys
    .flatMap((key) => edgesOf.get(key) ?? [])
    .flatMap(({ source, target }) => [source, target]);
  return [...new Set(around)].filter((key) => !keys.includes(key));
}

/** What chooses nodes and edges, by keys as well as by an area, and keeps them in place. */
export function selectionCommands(world: CommandWorld): Command[] {
  return [...oneCommands(world), ...manyCommands(world), ...toolCommands(world), ...pinCommands(world)];
}

/** What begins with what the menu or the keyboard is at. */
function oneCommands({ store, actions, page }: CommandWorld): Command[] {
  const now = store.getState;
  const endsOf = (edges: readonly string[]) => {
    const index = indexOf(shownGraph(now()));
    const ends = edges.flatMap((key) => index.edges.get(key) ?? []);
    return [...new Set(ends.flatMap(({ source, target }) => [source, target]))];
  };
  return [
    {
      id: 'select',
      group: 'Selection',
      title: 'Select it alone',
      menus: ['node', 'edge'],
      onlyInMenu: true,
      isAvailable: ({ menu }) => menu !== undefined,
      run: ({ nodes, edges }) => actions.select([...nodes, ...edges]),
    },
    {
      id: 'select-more',
      group: 'Selection',
      title: 'Add it to the selection',
      menus: ['node', 'edge'],
      onlyInMenu: true,
      isAvailable: ({ menu, view }) => menu !== undefined && view.select !== undefined,
      run: ({ nodes, edges }) => actions.selectAll([...nodes, ...edges], { add: true }),
    },
    {
      id: 'go-to',
      group: 'Selection',
      title: 'Bring it to the middle',
      keys: ['G'],
      menus: ['node', 'edge'],
      isAvailable: (_, { nodes, edges }) => nodes.length + edges.length > 0,
      run: ({ nodes, edges }) => page.focusOn(nodes[0] ?? edges[0] ?? ''),
    },
    {
      id: 'select-neighbours',
      group: 'Selection',
      title: 'Select the neighbours too',
      titleNow: (state, { nodes }) =>
        `Select ${amount(neighboursOf(state, nodes).length, 'neighbour')} as well`,
      keys: ['N'],
      menus: ['node', 'several'],
      isAvailable: (state, { nodes }) => neighboursOf(state, nodes).length > 0,
      run: ({ nodes }) => actions.selectAll([...nodes, ...neighboursOf(now(), nodes)], { add: true }),
    },
    {
      id: 'select-ends',
      group: 'Selection',
      title: 'Select both ends of the edge',
      menus: ['edge'],
      isAvailable: (_, { edges }) => edges.length > 0,
      run: ({ edges }) => actions.selectAll(endsOf(edges)),
    },
  ];
}

/** What chooses among all that is shown. */
function manyCommands({ store, actions }: CommandWorld): Command[] {
  const now = store.getState;
  return [
    {
      id: 'select-all',
      group: 'Selection',
      title: 'Select all nodes',
      titleNow: (state) =>
        nodesOf(state).length > MOST_SELECTED
          ? `Select the first ${number(MOST_SELECTED)} nodes`
          : 'Select all nodes',
      keys: ['Ctrl+A'],
      menus: ['ground'],
      isAvailable: (state) => nodesOf(state).length > 0,
      run: () => actions.selectAll(nodesOf(now())),
    },
    {
      id: 'invert',
      group: 'Selection',
      title: 'Invert the selection of nodes',
      keys: ['I'],
      menus: ['several'],
      isAvailable: ({ view }) => view.select !== undefined,
      run: () => {
        const chosen = new Set(now().view.select);
        actions.selectAll(nodesOf(now()).filter((key) => !chosen.has(key)));
      },
    },
    {
      id: 'escape',
      group: 'Selection',
      title: 'Clear the selection, or cancel',
      titleNow: ({ tool, pathFrom }) =>
        tool !== 'move' || pathFrom !== undefined ? 'Cancel' : 'Clear the selection',
      keys: ['Escape'],
      menus: ['several'],
      isAvailable: ({ view, tool, pathFrom }) =>
        view.select !== undefined || tool !== 'move' || pathFrom !== undefined,
      run: actions.escape,
    },
  ];
}

/** What dragging on the picture does. */
function toolCommands({ actions }: CommandWorld): Command[] {
  return TOOLS.map(
    ([tool, title, key]): Command => ({
      id: `tool-${tool}`,
      group: 'Selection',
      title,
      keys: [key],
      menus: ['ground'],
      isAvailable: (state) => state.tool !== tool,
      run: () => {
        actions.setTool(tool);
        actions.announce(
          tool === 'move' ? 'Dragging moves the picture.' : `${title}: drag it on the picture.`,
        );
      },
    }),
  );
}

/** What keeps nodes where they are. */
function pinCommands({ store, actions }: CommandWorld): Command[] {
  const now = store.getState;
  return [
    {
      id: 'pin',
      group: 'Selection',
      title: 'Pin in place',
      keys: ['K'],
      menus: ['node', 'several'],
      isAvailable: ({ view, positions }, { nodes }) =>
        nodes.some((key) => positions.has(key) && !isPinned(view, key)),
      run: ({ nodes }) => {
        const { positions, view } = now();
        const free = nodes.filter((key) => !isPinned(view, key));
        actions.pin(
          new Map(
            free.flatMap((key) => {
              const at = positions.get(key);
              return at ? [[key, at] as const] : [];
            }),
          ),
        );
        actions.announce(`${amount(free.length, 'node')} pinned in place.`);
      },
    },
    {
      id: 'unpin',
      group: 'Selection',
      title: 'Unpin: return it to the layout',
      keys: ['Shift+K'],
      menus: ['node', 'several'],
      isAvailable: ({ view }, { nodes }) => nodes.some((key) => isPinned(view, key)),
      run: ({ nodes }) => actions.unpin(nodes),
    },
    {
      id: 'unpin-all',
      group: 'Selection',
      title: 'Unpin all nodes',
      menus: ['ground'],
      isAvailable: ({ view }) => view.pins !== undefined,
      run: actions.unpinAll,
    },
  ];
}

const TOOLS: readonly (readonly [Tool, string, string])[] = [
  ['move', 'Drag to move the picture', 'V'],
  ['box', 'Box selection', 'B'],
  ['lasso', 'Lasso selection', 'Shift+B'],
];
