import { indexOf, shownGraph } from '../../../server/core/picture/graph-index.ts';
import { amount } from '../../../server/core/words/words.ts';
import { isExpanded, isFiltered, MOST_FOCUSED } from '../link/view-changes.ts';
import type { ExplorerState } from '../store.ts';
import { always, type Command, type CommandWorld, type FilterField } from './command.ts';

/** Whether a node has edges that the picture does not show, and is not expanded as a whole already. */
export function canExpand(state: Pick<ExplorerState, 'graph' | 'view'>, key: string): boolean {
  const { nodes, edgesOf } = indexOf(shownGraph(state));
  const shown = edgesOf.get(key)?.length ?? 0;
  return !state.view.expand?.includes(key) && shown < (nodes.get(key)?.attributes.degree ?? Infinity);
}

/** What adds to the picture and takes away from it. */
export function shownCommands(world: CommandWorld): Command[] {
  return [...nodeCommands(world), ...startCommands(world), ...filterCommands(world)];
}

/** What shows more and less round nodes. */
function nodeCommands({ actions }: CommandWorld): Command[] {
  return [
    {
      id: 'expand',
      group: 'What is shown',
      title: 'Expand: show the neighbours too',
      keys: ['E'],
      menus: ['node', 'several'],
      isAvailable: (state, { nodes }) => nodes.some((key) => canExpand(state, key)),
      run: ({ nodes }) => actions.expand(nodes),
    },
    {
      id: 'collapse',
      group: 'What is shown',
      title: 'Collapse: remove what expanding added',
      keys: ['C'],
      menus: ['node', 'several'],
      isAvailable: ({ view }, { nodes }) => nodes.some((key) => isExpanded(view, key)),
      run: ({ nodes }) => actions.collapse(nodes),
    },
    ...[1, 2, 3, 4].map(
      (depth): Command => ({
        id: `focus-${depth}`,
        group: 'What is shown',
        title: `Show only what is within ${amount(depth, 'step')}`,
        keys: [String(depth)],
        menus: ['node', 'several'],
        submenu: { of: 'Show only the neighbourhood', title: amount(depth, 'step') },
        isAvailable: (_, { nodes }) => nodes.length > 0 && nodes.length <= MOST_FOCUSED,
        run: ({ nodes }) => actions.focus(nodes, depth),
      }),
    ),
    {
      id: 'only',
      group: 'What is shown',
      title: 'Show only the selection',
      menus: ['several'],
      isAvailable: (_, { nodes }) => nodes.length > 0 && nodes.length <= MOST_FOCUSED,
      run: ({ nodes }) => actions.focus(nodes, 0),
    },
    {
      id: 'reveal',
      group: 'What is shown',
      title: 'Show all edges among the selection',
      keys: ['R'],
      menus: ['several'],
      isAvailable: (_, { nodes }) => nodes.length > 1 && nodes.length <= MOST_FOCUSED,
      run: ({ nodes }) => actions.reveal(nodes),
    },
    {
      id: 'hide',
      group: 'What is shown',
      title: 'Hide',
      titleNow: (_, { nodes }) => (nodes.length > 1 ? `Hide ${amount(nodes.length, 'node')}` : 'Hide'),
      keys: ['H', 'Delete'],
      menus: ['node', 'several'],
      isAvailable: (_, { nodes }) => nodes.length > 0,
      run: ({ nodes }) => actions.hide(nodes),
    },
    {
      id: 'show-hidden',
      group: 'What is shown',
      title: 'Show hidden nodes again',
      titleNow: ({ view }) => `Show ${view.hide?.length ?? 0} hidden`,
      keys: ['Shift+H'],
      menus: ['ground'],
      isAvailable: ({ view }) => view.hide !== undefined,
      run: actions.showHidden,
    },
  ];
}

/** What the picture begins with. */
function startCommands({ actions }: CommandWorld): Command[] {
  return [
    {
      id: 'everything',
      group: 'What is shown',
      title: 'Start from everything',
      keys: ['A'],
      menus: ['ground'],
      isAvailable: ({ view }) =>
        [view.start, view.focus, view.add, view.expand, view.expandBy].some((field) => field !== undefined),
      run: actions.startFromEverything,
    },
    {
      id: 'nothing',
      group: 'What is shown',
      title: 'Start from nothing',
      menus: ['ground'],
      isAvailable: ({ view }) =>
        view.start !== 'nothing' || view.focus !== undefined || view.add !== undefined,
      run: actions.startFromNothing,
    },
    {
      id: 'start-from',
      group: 'What is shown',
      title: 'Start from the selection alone',
      titleNow: (_, { nodes }) =>
        nodes.length === 1 ? 'Start from this alone' : 'Start from the selection alone',
      menus: ['node', 'several'],
      isAvailable: (_, { nodes }) => nodes.length > 0,
      run: ({ nodes }) => actions.startFrom(nodes),
    },
  ];
}

/** What narrows the picture, and lifts that again. */
function filterCommands({ actions, page }: CommandWorld): Command[] {
  return [
    {
      id: 'largest-part',
      group: 'What is shown',
      title: 'Show only the largest connected component',
      isAvailable: ({ view }) => !view.largest,
      run: () => actions.narrow({ largest: true }),
    },
    {
      id: 'isolated-out',
      group: 'What is shown',
      title: 'Hide nodes without edges',
      isAvailable: ({ view }) => view.minDegree === undefined,
      run: () => actions.narrow({ minDegree: 1 }),
    },
    ...FILTERS.map(
      ([field, title]): Command => ({
        id: `filter-${field}`,
        group: 'What is shown',
        title,
        isAvailable: always,
        run: () => page.openFilter(field),
      }),
    ),
    {
      id: 'clear-filters',
      group: 'What is shown',
      title: 'Clear the filters',
      isAvailable: ({ view }) => isFiltered(view),
      run: actions.clearFilters,
    },
    {
      id: 'all-dates',
      group: 'What is shown',
      title: 'Show all dates',
      isAvailable: ({ view }) => view.from !== undefined || view.to !== undefined,
      run: () => actions.setRange(undefined, undefined),
    },
    {
      id: 'reload',
      group: 'What is shown',
      title: 'Read the graph again',
      isAvailable: always,
      run: actions.reload,
    },
  ];
}

const FILTERS: readonly (readonly [FilterField, string])[] = [
  ['text', 'Filter by text …'],
  ['minDegree', 'Filter by degree …'],
  ['core', 'Filter by k-core …'],
  ['backbone', 'Keep the backbone of edges …'],
  ['nearest', 'Keep the heaviest edges of each node …'],
  ['property', 'Filter by a property …'],
];
