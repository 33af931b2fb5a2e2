import { afterEach, describe, expect, it, vi } from 'vitest';
import { startExplorer } from '../../../client/state/explorer.ts';
import { awayOf } from '../../../client/state/loading/ask-again.ts';
import { pauseAfter } from '../../../client/state/loading/status.ts';
import type { Status } from '../../../server/core/contract/status.ts';
import { EntenteError } from '../../../server/core/model/errors.ts';
import { edge, graphOf, historyOf, node, serve, statusOf, until } from './world.ts';

const all = graphOf([node('a'), node('b', 'State')], [edge('1', 'a', 'b')]);
const schema = {
  labels: [],
  relationshipTypes: [],
  modalities: [],
  confidences: [],
  sources: [],
  truncated: false,
};
const timeline = { unit: 'month' as const, bins: [], undated: 1, truncated: false };
const gone = () => {
  throw new EntenteError('not_found', 'There is nothing of that key.');
};
let closing: (() => void)[] = [];

function open(search = '', more: Parameters<typeof serve>[0] = {}) {
  const server = serve({
    status: () => statusOf('ready'),
    schema: () => schema,
    timeline: () => timeline,
    graph: () => all,
    node: ({ path }) => (path?.id === 'a' ? { node: node('a'), edgeCounts: [] } : gone()),
    neighbourhood: () => all,
    edge: ({ path }) => {
      const found = all.edges.find(({ key }) => key === path?.id);
      return found ? { edge: found, from: node('a'), to: node('b', 'State') } : gone();
    },
    ...more,
  });
  const history = historyOf(search);
  const explorer = startExplorer({ call: server.call, link: history, memory: undefined });
  closing.push(explorer.close);
  return { ...explorer, ...server, history };
}

afterEach(() => {
  for (const close of closing) close();
  closing = [];
  vi.useRealTimers();
});

describe('the explorer', () => {
  it('waits for the database and then loads by itself', async () => {
    let state: Status['database']['state'] = 'starting';
    const { store, asked } = open('', { status: () => statusOf(state) });
    await until(() => store.getState().status?.database.state === 'starting');
    expect(asked.map(({ name }) => name)).toEqual(['graph', 'status']);
    state = 'ready';
    await until(() => store.getState().graph.state === 'ready');
  });

  it('loads nothing from an empty database', async () => {
    const { store, asked } = open('', {
      status: () => statusOf('ready', { counts: { nodes: 0, edges: 0 }, seedCommand: 'npm run seed' }),
    });
    await until(() => store.getState().status !== undefined);
    expect(asked.map(({ name }) => name)).toEqual(['graph', 'status']);
    expect(store.getState().graph.state).toBe('idle');
  });

  it('asks for the graph of its link before the status is told, and once only', async () => {
    const { store, asked } = open('?type=SUPPORTS');
    expect(asked.map(({ name }) => name)).toEqual(['graph', 'status']);
    await until(() => store.getState().graph.state === 'ready');
    const graphs = asked.filter(
      ({ name, options }) =>
        name === 'graph' && options.query && 'type' in options.query && options.query.type,
    );
    expect(graphs).toHaveLength(1);
  });

  it('shows no graph of older data than the status tells of', async () => {
    const given = ['old', 'one', 'one'];
    const { store } = open('', { graph: () => graphOf([node('a')], [], given.shift()) });
    await until(() => store.getState().graph.state === 'ready');
    const { graph } = store.getState();
    expect(graph.state === 'ready' && graph.value.attributes.snapshot).toBe('one');
  });

  it('asks nobody for what the filters change once the whole graph is here', async () => {
    const both = graphOf(all.nodes, [...all.edges, edge('2', 'b', 'a', 'OPPOSES')]);
    const { store, actions, asked } = open('', { graph: () => both });
    await until(() => store.getState().timeline.state === 'ready');
    asked.length = 0;
    actions.setFacet('type', ['OPPOSES']);
    await until(() => !store.getState().refreshing);
    const { graph } = store.getState();
    const types = graph.state === 'ready' ? graph.value.edges.map(({ attributes }) => attributes.type) : [];
    expect(new Set(types)).toEqual(new Set(['OPPOSES']));
    expect(asked.filter(({ name }) => name === 'graph')).toEqual([]);
  });

  it('asks the server again for what the filters change, and cancels what they overtake', async () => {
    const cut = { ...all, attributes: { ...all.attributes, truncated: true } };
    const { store, actions, asked } = open('', { graph: () => cut });
    await until(() => store.getState().graph.state === 'ready');
    asked.length = 0;
    actions.setFacet('type', ['SUPPORTS']);
    actions.setFacet('type', ['OPPOSES']);
    await until(() => !store.getState().refreshing);
    const graphs = asked.filter(({ name }) => name === 'graph');
    expect(graphs.map(({ options }) => options.query)).toMatchObject([
      { type: ['SUPPORTS'] },
      { type: ['OPPOSES'] },
    ]);
    expect(graphs.map(({ signal }) => signal?.aborted)).toEqual([true, false]);
  });

  it('counts edges by date once for filters that follow each other', async () => {
    const { store, actions, asked } = open();
    await until(() => store.getState().timeline.state === 'ready');
    asked.length = 0;
    actions.setFacet('type', ['SUPPORTS']);
    actions.setFacet('type', ['OPPOSES']);
    const counted = () => asked.filter(({ name }) => name === 'timeline');
    await until(() => counted().length > 0);
    expect(counted().map(({ options }) => options.query)).toMatchObject([{ type: ['OPPOSES'] }]);
  });

  it('asks for nothing when only the camera, the pins or the selection move', async () => {
    const { store, actions, asked } = open();
    await until(() => store.getState().timeline.state === 'ready');
    asked.length = 0;
    actions.moveCamera({ x: 0, y: 0, ratio: 2 });
    actions.pin(new Map([['a', { x: 1, y: 1 }]]));
    expect(asked).toEqual([]);
  });

  it('keeps showing the graph before while the next is on its way', async () => {
    const { store, actions } = open();
    await until(() => store.getState().graph.state === 'ready');
    actions.setRange('2025', undefined);
    expect(store.getState()).toMatchObject({ graph: { state: 'ready' }, refreshing: true });
  });

  it('adds the neighbours of expanded nodes past the filter on labels', async () => {
    const near = graphOf([node('a'), node('z', 'Issue')], [edge('9', 'a', 'z')]);
    const { store, asked } = open('?label=Person&expand=a', {
      graph: ({ query }) => (query?.focus ? near : all),
    });
    await until(() => store.getState().graph.state === 'ready');
    expect(store.getState().graph).toMatchObject({
      value: { nodes: [{ key: 'a' }, { key: 'b' }, { key: 'z' }] },
    });
    const around = asked.find(
      ({ options }) => 'query' in options && JSON.stringify(options.query).includes('"focus"'),
    );
    expect(JSON.stringify(around?.options.query)).not.toContain('label');
  });

  it('opens the details of a selected node, then of an edge', async () => {
    const { store, actions } = open('?select=a');
    await until(() => store.getState().node.state === 'ready');
    actions.select(['1']);
    await until(() => store.getState().edge.state === 'ready');
    expect(store.getState().node.state).toBe('idle');
    actions.clearSelection();
    expect(store.getState().edge.state).toBe('idle');
  });

  it('finds an edge that the filters do not show', async () => {
    const { store } = open('?select=1', { graph: () => graphOf([node('a')]) });
    await until(() => store.getState().edge.state === 'ready');
  });

  it('tells that what is selected does not exist', async () => {
    const { store } = open('?select=nobody');
    await until(() => store.getState().edge.state === 'failed');
    await until(() => store.getState().missing !== undefined);
    expect(store.getState().missing).toEqual({ otherSnapshot: false, keys: ['nobody'] });
  });

  it('tells that a view was made on other data and what is gone since', async () => {
    const { store, actions } = open('?hide=a&hide=lost&snapshot=older');
    await until(() => store.getState().missing !== undefined);
    expect(store.getState().missing).toEqual({ otherSnapshot: true, keys: ['lost'] });
    actions.dismissMissing();
    expect(store.getState().view.snapshot).toBeUndefined();
  });

  it('says nothing of a view made on the same data', async () => {
    const { store, asked } = open('?select=a&snapshot=one');
    await until(() => store.getState().node.state === 'ready');
    expect(store.getState().missing).toBeUndefined();
    expect(asked.filter(({ name }) => name === 'edge')).toEqual([]);
  });

  it('loads again when the data changes', async () => {
    let snapshot = 'one';
    const { store, actions, asked } = open('', { status: () => statusOf('ready', { snapshot }) });
    await until(() => store.getState().graph.state === 'ready');
    asked.length = 0;
    snapshot = 'two';
    actions.retry();
    await until(() => asked.some(({ name }) => name === 'graph'));
  });

  it('notices a lost server and goes on when it is back', async () => {
    let away = false;
    const { store, actions } = open('', {
      status: () => {
        if (away) throw new EntenteError('database_not_ready', 'Away.');
        return statusOf('ready');
      },
    });
    await until(() => store.getState().graph.state === 'ready');
    away = true;
    actions.retry();
    await until(() => store.getState().reachable === false);
    expect(store.getState().graph.state).toBe('ready');
    away = false;
    actions.retry();
    await until(() => store.getState().reachable === true);
  });

  it('tells why a graph could not be read, and reads it when asked again', async () => {
    let broken = true;
    const { store, actions } = open('', {
      graph: () => {
        if (broken) throw new EntenteError('timeout', 'It took too long.');
        return all;
      },
    });
    await until(() => store.getState().graph.state === 'failed');
    expect(store.getState().graph).toMatchObject({ message: 'It took too long.' });
    broken = false;
    actions.reload();
    await until(() => store.getState().graph.state === 'ready');
  });

  it('searches the newest text only', async () => {
    const texts: string[] = [];
    const { store, actions } = open('', {
      search: ({ query }) => {
        texts.push(query?.q ?? '');
        return { hits: [], truncated: false };
      },
    });
    for (const text of ['f', 'fi', 'fin']) actions.search(text);
    await until(() => store.getState().search.found.state === 'ready');
    expect(texts).toEqual(['fin']);
    actions.search('  ');
    expect(store.getState().search.found.state).toBe('idle');
  });

  it('adds a found node to the picture when it is not in it', async () => {
    const { store, actions } = open();
    await until(() => store.getState().graph.state === 'ready');
    actions.choose('a');
    expect(store.getState().view).toEqual({ select: ['a'] });
    actions.choose('far');
    expect(store.getState().view).toEqual({ select: ['far'], add: ['far'] });
  });

  it('adds found nodes to what is shown, or starts from them alone', async () => {
    const { store, actions } = open('?hide=b');
    await until(() => store.getState().graph.state === 'ready');
    actions.add(['a', 'b', 'far']);
    expect(store.getState().view).toEqual({ add: ['b', 'far'], select: ['a', 'b', 'far'] });
    actions.startFrom(['a', 'far']);
    expect(store.getState().view).toEqual({ start: 'nothing', add: ['a', 'far'], select: ['a', 'far'] });
  });

  it('shows the path that a link names, adds it to the picture and keeps it when another is selected', async () => {
    const far = graphOf([node('a'), node('far')], [edge('7', 'a', 'far')]);
    const { store, actions, asked } = open('?path=a&path=far&paths=all&type=SUPPORTS', {
      paths: () => ({ paths: [{ nodes: ['a', 'far'], edges: ['7'] }], graph: far }),
    });
    await until(() => store.getState().path?.found.state === 'ready');
    await until(() => store.getState().graph.state === 'ready');
    expect(asked.find(({ name }) => name === 'paths')?.options.query).toMatchObject({
      ...{ from: 'a', to: 'far', all: true },
      type: ['SUPPORTS'],
    });
    expect(store.getState().graph).toMatchObject({ value: { nodes: [{}, {}, { key: 'far' }] } });
    actions.select(['b']);
    expect(store.getState().path?.found.state).toBe('ready');
    actions.clearPath();
    await until(() => store.getState().path === undefined);
  });

  it('shows the graph where a path cannot be found, and tells why', async () => {
    const { store } = open('?path=a&path=nobody', { paths: gone });
    await until(() => store.getState().path?.found.state === 'failed');
    await until(() => store.getState().graph.state === 'ready');
    expect(store.getState().graph).toMatchObject({ value: { nodes: [{}, {}] } });
  });

  it('suggests nodes to begin with where it starts from nothing', async () => {
    const { store, asked } = open('?start=nothing');
    await until(() => store.getState().suggested.state === 'ready');
    expect(store.getState().graph).toMatchObject({ value: { nodes: [], edges: [] } });
    expect(asked.some(({ options }) => JSON.stringify(options.query) === '{"limit":8}')).toBe(true);
  });

  it('selects no more than a link can name, and says so', async () => {
    const many = graphOf(Array.from({ length: 1200 }, (_, at) => node(`n${at}`)));
    const { store, actions } = open('', { graph: () => many });
    await until(() => store.getState().graph.state === 'ready');
    actions.selectAll(many.nodes.map(({ key }) => key));
    expect(store.getState().view.select).toHaveLength(1000);
    expect(store.getState().announcement).toBe('1,000 selected, the maximum.');
  });

  it('announces what is shown and what is selected', async () => {
    const { store, actions } = open();
    await until(() => store.getState().announcement === 'Showing 2 nodes and 1 edge.');
    actions.select(['1']);
    expect(store.getState().announcement).toBe('Selected: A supports B.');
    actions.select(['a', 'b']);
    expect(store.getState().announcement).toBe('2 selected.');
    actions.clearSelection();
    expect(store.getState().announcement).toBe('Nothing is selected.');
  });

  it('announces all that a step changed at once, and a step that changed neither by its name', async () => {
    const { store, actions } = open('?select=a');
    const said = () => store.getState().announcement;
    await until(() => said().startsWith('Showing 2 nodes'));
    actions.hide(['a']);
    expect(said()).toBe('Showing 1 node and 0 edges. Nothing is selected.');
    actions.setColour('betweenness');
    expect(said()).toBe('Done: change the colour of nodes.');
    actions.setLayout('circle');
    // What places mean says more than the name of the step.
    expect(said()).toBe('Arranged in a circle.');
  });

  it('announces the selection of what is on its way to the picture once it is there', async () => {
    const { store, actions } = open('?start=nothing');
    await until(() => store.getState().graph.state === 'ready');
    actions.choose('a');
    expect(store.getState().announcement).toBe('Done: add A.');
    await until(() => store.getState().announcement.startsWith('Showing'));
    expect(store.getState().announcement).toMatch(/^Showing .* A is selected\.$/);
  });

  it('announces how much is shown after undoing once it is shown', async () => {
    const { store, actions } = open('?start=nothing');
    await until(() => store.getState().graph.state === 'ready');
    actions.choose('a');
    await until(() => !store.getState().refreshing);
    actions.undo();
    expect(store.getState().announcement).toBe('Undone: add A.');
    await until(() => !store.getState().refreshing);
    expect(store.getState().announcement).toBe('Undone: add A. Showing 0 nodes and 0 edges.');
  });

  it('asks nothing any more once it is closed', async () => {
    vi.useFakeTimers();
    const { close, actions, asked } = open('', { status: () => statusOf('starting') });
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.length).toBeGreaterThan(1);
    close();
    const before = asked.length;
    actions.setRange('2025', undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(before);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('asking for the status', () => {
  it('is frequent at first, slower later, and rare when all is well', () => {
    const pause = (state: Status['database']['state'], polls: number, behind = false) =>
      pauseAfter({ status: statusOf(state), reachable: true, behind }, polls);
    expect(pause('starting', 1)).toBeLessThan(pause('starting', 100));
    expect(pause('starting', 100)).toBeLessThan(pause('ready', 1));
    expect(pause('lost', 1)).toBeLessThan(5_000);
    expect(pause('ready', 1, true)).toBeLessThan(5_000);
  });
});

describe('while the database is away', () => {
  const away = () => {
    throw new EntenteError('database_not_ready', 'Neo4j is being started again.');
  };
  const known = { snapshot: 'one', counts: { nodes: 2, edges: 1 } };

  /** An explorer on data too large to be loaded whole, whose database comes and goes. */
  async function openedTill() {
    let state: Status['database']['state'] = 'ready';
    const part = graphOf([node('a')]);
    const graph = { ...part, attributes: { ...part.attributes, truncated: true } };
    const opened = open('', {
      status: () => statusOf(state, known),
      graph: () => (state === 'ready' ? graph : away()),
      node: () => (state === 'ready' ? { node: node('a'), edgeCounts: [] } : away()),
    });
    const { store, actions } = opened;
    await until(() => store.getState().graph.state === 'ready');
    const turn = async (next: Status['database']['state']) => {
      state = next;
      actions.retry();
      await until(() => store.getState().status?.database.state === next);
    };
    return { ...opened, turn, crash: () => (state = 'lost') };
  }

  it('asks for nothing again that it has, before, during and after', async () => {
    const { store, asked, turn } = await openedTill();
    await until(() => store.getState().timeline.state === 'ready');
    const shown = store.getState().graph;
    const before = asked.filter(({ name }) => !['status', 'retry'].includes(name)).length;
    for (const state of ['lost', 'starting', 'ready'] as const) {
      await turn(state);
      expect(store.getState().graph).toBe(shown);
      expect(store.getState().base?.state).toBe('ready');
    }
    expect(asked.filter(({ name }) => !['status', 'retry'].includes(name))).toHaveLength(before);
  });

  it('keeps what it shows where a view cannot be had, is told so at once, and catches up', async () => {
    const { store, actions, turn, crash } = await openedTill();
    const shown = store.getState().graph;
    // The status, asked seldom, still says that all is well.
    crash();
    actions.select(['a']);
    actions.setRange('2025', undefined);
    await until(() => store.getState().behind && !store.getState().refreshing);
    await until(() => store.getState().node.state === 'failed');
    expect(store.getState().graph).toBe(shown);
    expect(awayOf(store.getState())).toBeDefined();
    await turn('ready');
    await until(() => store.getState().node.state === 'ready' && store.getState().graph !== shown);
    expect(awayOf(store.getState())).toBeUndefined();
  });

  it('shows what the server still has to somebody who comes now', async () => {
    const { store } = open('', { status: () => statusOf('starting', known) });
    await until(() => store.getState().graph.state === 'ready');
    expect(awayOf(store.getState())?.title).toBe('The database is starting again');
  });
});
