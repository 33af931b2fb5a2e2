import { FORMAT_NAMES, FORMATS } from '../../../server/core/formats/format.ts';
import { redoName, undoName } from '../link/view-history.ts';
import type { Scheme } from '../looks/colour-scheme.ts';
import { isOfFile } from '../opened/opened.ts';
import type { Listing } from '../store.ts';
import { SPEEDS } from '../time/playback.ts';
import { always, type Command, type CommandWorld } from './command.ts';
import { looksCommands } from './looks-commands.ts';

/** Undo and redo, the camera, the arrangement, and what is on the page beside the picture. */
export function pageCommands(world: CommandWorld): Command[] {
  return [
    ...historyCommands(world),
    ...pictureCommands(world),
    ...timelineCommands(world),
    ...panelCommands(world),
    ...fileCommands(world),
    ...takingCommands(world),
  ];
}

function historyCommands({ actions }: CommandWorld): Command[] {
  return [
    {
      id: 'undo',
      group: 'Page',
      title: 'Undo',
      titleNow: ({ history }) => `Undo ${undoName(history) ?? ''}`.trim(),
      keys: ['Ctrl+Z'],
      menus: ['ground'],
      isAvailable: ({ history }) => undoName(history) !== undefined,
      run: actions.undo,
    },
    {
      id: 'redo',
      group: 'Page',
      title: 'Redo',
      titleNow: ({ history }) => `Redo ${redoName(history) ?? ''}`.trim(),
      keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
      menus: ['ground'],
      isAvailable: ({ history }) => redoName(history) !== undefined,
      run: actions.redo,
    },
  ];
}

function pictureCommands({ actions, page }: CommandWorld): Command[] {
  const picture = { group: 'Picture', isAvailable: always } as const;
  return [
    {
      ...picture,
      id: 'fit',
      title: 'Fit to the window',
      keys: ['0'],
      menus: ['ground'],
      run: () => page.fit(),
    },
    { ...picture, id: 'zoom-in', title: 'Zoom in', keys: ['+', '='], run: () => page.zoomIn() },
    { ...picture, id: 'zoom-out', title: 'Zoom out', keys: ['-'], run: () => page.zoomOut() },
    { ...picture, id: 'rearrange', title: 'Rearrange', menus: ['ground'], run: actions.rearrange },
    ...looksCommands(actions),
  ];
}

function timelineCommands({ actions }: CommandWorld): Command[] {
  return [
    {
      id: 'play',
      group: 'Picture',
      title: 'Play the timeline',
      isAvailable: ({ playing, timeline }) =>
        !playing && timeline.state === 'ready' && timeline.value.bins.length > 0,
      run: actions.playTimeline,
    },
    {
      id: 'pause',
      group: 'Picture',
      title: 'Pause the timeline',
      isAvailable: ({ playing }) => playing,
      run: actions.pause,
    },
    ...SPEEDS.map(
      (each): Command => ({
        id: `speed-${each}`,
        group: 'Picture',
        title: `Play the timeline at ${each}× speed`,
        isAvailable: ({ speed, timeline }) => speed !== each && timeline.state === 'ready',
        run: () => {
          actions.setSpeed(each);
          actions.announce(`The timeline plays at ${each}× speed.`);
        },
      }),
    ),
    ...(['day', 'month', 'year'] as const).map(
      (unit): Command => ({
        id: `unit-${unit}`,
        group: 'Picture',
        title: `Count the timeline by ${unit}`,
        isAvailable: ({ view }) => view.unit !== unit,
        run: () => actions.setUnit(unit),
      }),
    ),
  ];
}

const SCHEMES: readonly (readonly [string, string, Scheme | undefined])[] = [
  ['scheme-system', "Use the system's colours", undefined],
  ['scheme-light', 'Use light colours', 'light'],
  ['scheme-dark', 'Use dark colours', 'dark'],
];

function panelCommands({ store, actions, page }: CommandWorld): Command[] {
  const own = { group: 'Page', isAvailable: always } as const;
  // Nodes and edges are the one table.
  const same = (a: Listing, b: Listing) => (a === 'edges' ? 'nodes' : a) === b;
  const list = (listing: Exclude<Listing, 'edges'>) => {
    const { view, listing: before } = store.getState();
    const isOpen = view.table === true && same(before, listing);
    actions.setListing(listing);
    if (isOpen || !view.table) actions.setTable(!isOpen);
  };
  return [
    {
      ...own,
      id: 'search',
      title: 'Search',
      keys: ['/', 'Ctrl+K'],
      menus: ['ground'],
      run: () => page.openSearch(),
    },
    {
      ...own,
      id: 'palette',
      title: 'Commands: everything you can do',
      keys: ['F1', 'Ctrl+Shift+P'],
      menus: ['ground'],
      run: () => actions.setPalette(true),
    },
    {
      ...own,
      id: 'outline',
      title: 'Outline of the graph, and back',
      keys: ['O'],
      run: () => list('outline'),
    },
    { ...own, id: 'table', title: 'Table of the graph, and back', keys: ['T'], run: () => list('nodes') },
    {
      ...own,
      id: 'coding',
      title: 'Coding by source, and back',
      run: () => list('coding'),
    },
    { ...own, id: 'statistics', title: 'Statistics of the graph, and back', run: () => list('statistics') },
    {
      ...own,
      id: 'alliances',
      title: 'Alliances: camps and balance',
      keys: ['W'],
      run: () => {
        actions.setReading('alliances');
        page.openPanel('inspector');
      },
    },
    {
      ...own,
      id: 'compose-story',
      title: 'Compose a story of views',
      run: () => {
        actions.setReading('story');
        page.openPanel('inspector');
      },
    },
    {
      ...own,
      id: 'capture-step',
      title: 'Capture this view as a step of the story',
      run: () => page.captureStep(),
    },
    { ...own, id: 'legend', title: 'Go to the legend', keys: ['L'], run: () => page.openPanel('legend') },
    {
      ...own,
      id: 'details',
      title: 'Go to the details',
      keys: ['D'],
      run: () => page.openPanel('inspector'),
    },
    { ...own, id: 'timeline', title: 'Go to the timeline', run: () => page.openPanel('timeline') },
  ];
}

function fileCommands({ page }: CommandWorld): Command[] {
  return [
    {
      id: 'open-file',
      group: 'Page',
      title: 'Open a file: CSV, Excel, GEXF, GraphML and others',
      keys: ['Ctrl+O'],
      isAvailable: always,
      run: () => page.openFile(),
    },
    {
      id: 'close-file',
      group: 'Page',
      title: 'Close the file and go back to the database',
      isAvailable: ({ status }) => isOfFile(status?.snapshot),
      run: () => page.closeFile(),
    },
  ];
}

/** What takes the view or its picture elsewhere. */
function takingCommands({ actions, scheme, page }: CommandWorld): Command[] {
  const own = { group: 'Page', isAvailable: always } as const;
  return [
    { ...own, id: 'copy-link', title: 'Copy the link to this view', run: () => page.copyLink() },
    {
      ...own,
      id: 'take-away',
      title: 'Save the picture as PNG, SVG, PDF or a page',
      run: () => page.openTakeAway(),
    },
    {
      ...own,
      id: 'print',
      title: 'Print the picture',
      keys: ['Ctrl+P'],
      // A table, and what stands in place of the picture, the browser prints as they are.
      isAvailable: ({ view, graph }) => view.table !== true && graph.state === 'ready',
      run: () => page.print(),
    },
    ...FORMAT_NAMES.map(
      (format): Command => ({
        ...own,
        id: `save-${format}`,
        title: `Save what is shown as ${FORMATS[format].title}`,
        run: () => page.save(format),
      }),
    ),
    {
      ...own,
      id: 'share',
      title: 'Share or embed this view',
      keys: ['S'],
      menus: ['ground'],
      run: () => page.openShare(),
    },
    { ...own, id: 'cite', title: 'Cite this view', run: () => page.openCite() },
    ...SCHEMES.map(
      ([id, title, chosen]): Command => ({
        ...own,
        id,
        title,
        run: () => {
          scheme.setState({ own: chosen });
          actions.setTheme(undefined);
        },
      }),
    ),
    { ...own, id: 'help', title: 'Help and shortcuts', keys: ['?'], run: () => page.openHelp() },
  ];
}
