import { afterEach, describe, expect, it } from 'vitest';
import { chordInWords, chordOf } from '../../../../client/state/commands/chord.ts';
import { GROUPS, selectedSubject } from '../../../../client/state/commands/command.ts';
import { createCommands, titleOf } from '../../../../client/state/commands/commands.ts';
import { holdsWords, rankOf, wordsToFind } from '../../../../client/state/commands/other-words.ts';
import { startExplorer } from '../../../../client/state/explorer.ts';
import { undoName } from '../../../../client/state/link/view-history.ts';
import { edge, graphOf, historyOf, node, serve, statusOf, until } from '../world.ts';

/** A node with more edges in the data than the picture shows. */
const connected = (key: string) => {
  const { attributes } = node(key);
  return { key, attributes: { ...attributes, degree: 9 } };
};
const all = graphOf([...'abcd'].map(connected), [
  edge('1', 'a', 'b'),
  edge('2', 'b', 'c', 'OPPOSES'),
  edge('3', 'c', 'd'),
]);
const edgeCounts = [
  { type: 'SUPPORTS', direction: 'out' as const, sign: 1 as const, count: 4 },
  { type: 'OPPOSES', direction: 'in' as const, sign: -1 as const, count: 1 },
];
let closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing) close();
  closing = [];
});

async function open(search = '', graph = all) {
  const { call } = serve({
    status: () => statusOf('ready'),
    schema: () => ({
      labels: ['Actor', 'Person', 'State'].map((label) => ({ label, count: 2, properties: [] })),
      relationshipTypes: [
        { type: 'SUPPORTS', sign: 1, count: 2, properties: [] },
        { type: 'MEMBER_OF', sign: 0, count: 1, properties: [] },
      ],
      ...{ modalities: [{ value: 'actual', count: 3 }], confidences: [], sources: [] },
      truncated: false,
    }),
    timeline: () => ({
      unit: 'month',
      bins: [{ date: '2025-10', total: 1, types: { SUPPORTS: 1 } }],
      undated: 0,
      truncated: false,
    }),
    graph: () => graph,
    node: ({ path }) => ({ node: node(path?.id ?? ''), edgeCounts }),
    edge: () => ({ edge: edge('1', 'a', 'b'), from: node('a'), to: node('b') }),
    neighbourhood: () => all,
    paths: () => ({ paths: [{ nodes: ['a', 'b', 'c'], edges: ['1', '2'] }], graph: all }),
  });
  const explorer = startExplorer({ call, link: historyOf(search), memory: undefined });
  closing.push(explorer.close);
  const asked: string[] = [];
  const port = (name: string) => (detail?: unknown) =>
    void asked.push([name, detail].filter(Boolean).join(' '));
  const page = {
    ...{ fit: port('fit'), zoomIn: port('in'), zoomOut: port('out'), focusOn: port('focus') },
    ...{
      openSearch: port('search'),
      openHelp: port('help'),
      openPanel: port('panel'),
      openFilter: port('filter'),
      copyLink: port('copy'),
      openTakeAway: port('take away'),
      openFile: port('open file'),
      closeFile: port('close file'),
      print: port('print'),
      save: port('save'),
      openShare: port('share'),
      openCite: port('cite'),
      captureStep: port('capture'),
    },
  };
  const commands = createCommands({ ...explorer, page });
  const { store } = explorer;
  await until(() => store.getState().graph.state === 'ready');
  const ids = () => commands.available(store.getState()).map(({ id }) => id);
  const press = (key: string, held: { ctrlKey?: boolean; shiftKey?: boolean } = {}) => {
    const command = commands.byKeys(
      { key, ctrlKey: false, metaKey: false, shiftKey: false, ...held },
      store.getState(),
    );
    if (command) commands.run(command);
    return command?.id;
  };
  return { ...explorer, commands, ids, press, asked };
}

/** Views in which, between them, everything can be done. */
const VIEWS = [
  '?unit=year',
  '?largest=true&minDegree=2',
  '?colour=communities&shape=communities&width=same',
  '',
  '?select=a&expand=a&hide=d&pins=1&layout=circle&size=same&type=SUPPORTS&from=2025',
  '?select=a&select=b',
  '?select=1',
  '?start=nothing&add=a',
  '?path=a&path=c',
];

describe('the commands', () => {
  it('have each an id, a group and a title of their own', async () => {
    const { commands } = await open();
    const of = (field: 'id' | 'title') => commands.all.map((command) => command[field]);
    expect(new Set(of('id')).size).toBe(commands.all.length);
    expect(new Set(of('title')).size).toBe(commands.all.length);
    for (const { group } of commands.all) expect(GROUPS).toContain(group);
  });

  it('can each be done in some state, so that none is in the help in vain', async () => {
    const seen = new Set<string>();
    for (const search of VIEWS) {
      const { ids, actions, store } = await open(search);
      await until(() => store.getState().path?.found.state !== 'loading');
      for (const id of ids()) seen.add(id);
      actions.pin(new Map([['a', { x: 1, y: 1 }]]));
      for (const id of ids()) seen.add(id);
      await until(() => store.getState().timeline.state === 'ready');
      for (const id of ids()) seen.add(id);
      actions.undo();
      actions.setSpeed(2);
      actions.setTool('box');
      actions.setPositions(new Map([['a', { x: 0, y: 0 }]]));
      actions.openMenu('a', { x: 0, y: 0 });
      for (const id of ids()) seen.add(id);
      actions.playTimeline();
      for (const id of ids()) seen.add(id);
      actions.pause();
      store.setState(({ status }) => ({ status: status && { ...status, snapshot: 'file-1' } }));
      for (const id of ids()) seen.add(id);
    }
    const { commands } = await open();
    expect(commands.all.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });

  it('answer each to their own keys, and never two at a time to the same', async () => {
    for (const search of VIEWS) {
      const { commands, store } = await open(search);
      const keys = commands.available(store.getState()).flatMap((command) => command.keys ?? []);
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    }
  });

  it('act by key on what is selected', async () => {
    const { press, store, asked } = await open('?select=a');
    expect([press('e'), store.getState().view.expand]).toEqual(['expand', ['a']]);
    expect([press('c'), store.getState().view.expand]).toEqual(['collapse', undefined]);
    expect([press('n'), store.getState().view.select]).toEqual(['select-neighbours', ['a', 'b']]);
    expect([press('i'), store.getState().view.select]).toEqual(['invert', ['c', 'd']]);
    expect([press('Delete'), store.getState().view.hide]).toEqual(['hide', ['c', 'd']]);
    expect([press('H', { shiftKey: true }), store.getState().view.hide]).toEqual(['show-hidden', undefined]);
    expect([press('a', { ctrlKey: true }), store.getState().view.select]).toEqual([
      'select-all',
      ['a', 'b', 'c', 'd'],
    ]);
    expect([press('Escape'), store.getState().view.select]).toEqual(['escape', undefined]);
    expect([press('2'), press('k', { ctrlKey: true }), asked]).toEqual([undefined, 'search', ['search']]);
  });

  it('lead to the filters that have a field of their own, and set how fast the timeline plays', async () => {
    const { commands, store, asked } = await open();
    await until(() => store.getState().timeline.state === 'ready');
    const run = (id: string) => {
      const found = commands.available(store.getState()).find((command) => command.id === id);
      if (found) commands.run(found);
    };
    for (const field of ['text', 'minDegree', 'core', 'property']) run(`filter-${field}`);
    expect(asked).toEqual(['filter text', 'filter minDegree', 'filter core', 'filter property']);
    run('speed-4');
    expect([store.getState().speed, store.getState().announcement]).toEqual([
      4,
      'The timeline plays at 4× speed.',
    ]);
  });

  it('are told by their key also where they have nothing to do just now', async () => {
    const { press, commands } = await open();
    const held = { ctrlKey: false, metaKey: false, shiftKey: false };
    expect(press('h')).toBeUndefined();
    expect(commands.idleByKeys({ ...held, key: 'h' })?.id).toBe('hide');
    expect(commands.idleByKeys({ ...held, key: 'Escape' })).toBeUndefined();
    // The browser has an answer of its own.
    expect(commands.idleByKeys({ ...held, key: 'p', ctrlKey: true })).toBeUndefined();
    expect(commands.idleByKeys({ ...held, key: 'x' })).toBeUndefined();
  });

  it('undo and redo by key, and say what', async () => {
    const { press, store, commands } = await open('?select=a');
    press('h');
    const state = store.getState();
    const undo = commands.all.find(({ id }) => id === 'undo');
    expect(undo && titleOf(undo, state, selectedSubject(state))).toBe('Undo hide A');
    expect(press('z', { ctrlKey: true })).toBe('undo');
    expect(store.getState().view).toEqual({ select: ['a'] });
    expect(store.getState().announcement).toMatch(/^Undone: hide A\. Showing 4 nodes/);
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('redo');
    expect(store.getState().view.hide).toEqual(['a']);
  });

  it('find a path from one node by picking the other, unless it is ended', async () => {
    const { press, store, actions } = await open('?select=a');
    expect(press('p')).toBe('path-from');
    expect(press('Escape')).toBe('escape');
    expect([store.getState().pathFrom, store.getState().view.select]).toEqual([undefined, ['a']]);
    press('p');
    actions.select(['1']);
    expect(store.getState().pathFrom).toBe('a');
    actions.select(['c']);
    expect(store.getState().view.path).toEqual(['a', 'c']);
    await until(() => !store.getState().refreshing && store.getState().path?.found.state === 'ready');
    expect(store.getState().announcement).toContain('A supports B. B opposes C.');
  });

  it('of a menu act on what it was opened of: one, the whole selection, an edge or the ground', async () => {
    const { commands, store, actions } = await open('?select=a&select=b');
    const menu = (key: string | undefined) => {
      actions.openMenu(key, { x: 1, y: 2 });
      const { kind, subject, commands: listed } = commands.menu(store.getState()) ?? {};
      return { kind, subject, ids: listed?.map(({ id }) => id) ?? [] };
    };
    actions.setPositions(new Map([['a', { x: 0, y: 0 }]]));
    expect(menu('a')).toMatchObject({ kind: 'several', subject: { nodes: ['a', 'b'] } });
    expect(menu('a').ids).toEqual(expect.arrayContaining(['path', 'all-paths', 'reveal', 'hide', 'pin']));
    expect(menu('c')).toMatchObject({ kind: 'node', subject: { nodes: ['c'] } });
    expect(menu('c').ids).toEqual(expect.arrayContaining(['path-from', 'expand', 'focus-2', 'select-more']));
    expect(menu('2')).toMatchObject({ kind: 'edge', subject: { edges: ['2'] } });
    expect(menu('2').ids).toEqual(expect.arrayContaining(['select', 'select-ends']));
    expect(menu(undefined)).toMatchObject({ kind: 'ground', subject: { nodes: [], edges: [] } });
    expect(menu(undefined).ids).toEqual(
      expect.arrayContaining(['select-all', 'nothing', 'palette', 'tool-box']),
    );
  });

  it('of the menu of a node say the counts before it is expanded by type', async () => {
    const { commands, store, actions } = await open('?type=SUPPORTS');
    actions.openMenu('a', { x: 0, y: 0 });
    await until(() => store.getState().menuNode.state === 'ready');
    const found =
      commands.menu(store.getState())?.commands.filter(({ id }) => id.startsWith('expand-')) ?? [];
    expect(found.map(({ submenu }) => submenu?.title)).toEqual(['Supports, from here: 1 of 4 shown']);
    found[0]?.run({ nodes: ['a'], edges: [] });
    expect(store.getState().view.expandBy).toEqual(['out:SUPPORTS:a']);
  });
});

describe('the commands of the data', () => {
  it('are all found without a menu, but for those of what a menu is open of', async () => {
    const { commands, actions, ids } = await open('?select=b');
    actions.openMenu('a', { x: 0, y: 0 });
    const inMenu = ids();
    actions.closeMenu();
    const lost = inMenu.filter((id) => !ids().includes(id));
    expect(lost).toEqual(commands.all.filter(({ onlyInMenu }) => onlyInMenu).map(({ id }) => id));
    expect(lost.length).toBeGreaterThan(0);
  });

  it('draw and arrange by any property that the menus offer, called as the data call it', async () => {
    const nodes = [...'abcd'].map((key, at) => node(key, 'State', { firstBloc: at % 2 ? 'east' : 'west' }));
    const edges = [
      edge('1', 'a', 'b', 'SUPPORTS', { weightNow: 1 }),
      edge('2', 'b', 'c', 'SUPPORTS', { weightNow: 2 }),
    ];
    const { commands, store } = await open('', graphOf(nodes, edges));
    const run = (title: string) =>
      commands
        .available(store.getState())
        .find((command) => command.title === title)
        ?.run({ nodes: [], edges: [] });
    run('Colour nodes: property firstBloc');
    run('Shape of nodes: property firstBloc');
    run('Width of edges: property weightNow');
    run('Arrange in groups: property firstBloc');
    expect(store.getState().view).toEqual({
      ...{ colour: 'property:firstBloc', shape: 'property:firstBloc', width: 'property:weightNow' },
      ...{ layout: 'groups', group: 'property:firstBloc' },
    });
    expect(undoName(store.getState().history)).toBe('arrange by property firstBloc');
    expect(commands.all.map(({ title }) => title)).toContain('Size nodes: PageRank');
  });
});

describe('the commands of filters', () => {
  it('show a value alone, take it out and bring it back', async () => {
    const { commands, store } = await open();
    await until(() => store.getState().schema.state === 'ready');
    const filters = () =>
      commands.available(store.getState()).filter(({ title }) => title.startsWith('Filter: '));
    const run = (title: string) =>
      filters()
        .find((command) => command.title === title)
        ?.run({ nodes: [], edges: [] });
    // What every node has, and what is the only value, filters nothing.
    expect(filters().map(({ title }) => title)).toEqual([
      ...['Filter: only People', 'Filter: leave out People'],
      ...['Filter: only States', 'Filter: leave out States'],
      ...['Filter: only “Supports”', 'Filter: leave out “Supports”'],
      ...['Filter: only “Member of”', 'Filter: leave out “Member of”'],
    ]);
    run('Filter: only “Member of”');
    expect(store.getState().view).toEqual({ type: ['MEMBER_OF'] });
    run('Filter: bring back “Supports”');
    expect(store.getState().view).toEqual({});
    run('Filter: leave out People');
    expect(store.getState().view).toEqual({ label: ['State'] });
  });
});

describe('keys held together', () => {
  const held = { ctrlKey: false, metaKey: false, shiftKey: false };
  it.each([
    [{ ...held, key: 'z', ctrlKey: true }, 'Ctrl+Z'],
    [{ ...held, key: 'Z', metaKey: true, shiftKey: true }, 'Ctrl+Shift+Z'],
    [{ ...held, key: '?', shiftKey: true }, '?'],
    [{ ...held, key: 'Delete', shiftKey: true }, 'Shift+Delete'],
    [{ ...held, key: '+', shiftKey: true }, '+'],
  ])('of %j are named %s', (keys, name) => {
    expect(chordOf(keys)).toBe(name);
  });

  it('are printed as they are pressed', () => {
    expect(['Ctrl+Shift+Z', '+', 'Escape', '-', 'Ctrl+K'].map(chordInWords)).toEqual([
      'Ctrl Shift Z',
      '+',
      'Esc',
      '−',
      'Ctrl K',
    ]);
  });
});

describe('the words people use', () => {
  it.each([
    ['layout', /^(Arrange|Rearrange)/],
    ['export', /^Save /],
    ['download', /^Save /],
    ['cluster', /communities/],
    ['community', /communities/],
    ['delete', /^Hide$/],
    ['hide', /^Hide$/],
    ['import', /^Help/],
    ['centrality', /^(Size|Colour) nodes: /],
    ['shortest path', /^Find the shortest path/],
    ['agreement', /^Alliances/],
    ['degree', /degree/],
  ])('find by “%s” first what it means, with nothing selected', async (typed, title) => {
    const { store, commands } = await open();
    const available = commands.available(store.getState());
    const can = new Set(available.map(({ id }) => id));
    const [first] = [
      ...available,
      ...commands.all.filter(({ id, onlyInMenu }) => !can.has(id) && !onlyInMenu),
    ]
      .filter((command) => holdsWords(wordsToFind(command, command.title), typed))
      .map((command) => ({
        title: command.title,
        rank: rankOf(command, command.title, typed, can.has(command.id)),
      }))
      .sort((a, b) => a.rank - b.rank);
    expect(first?.title).toMatch(title);
  });
});
