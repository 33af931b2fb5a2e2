import { describe, expect, it } from 'vitest';
import type { RunCypher } from '../../../../client/state/workbench/stream.ts';
import { startWorkbench } from '../../../../client/state/workbench/workbench.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { GRAPH_OPTIONS } from '../../../../server/core/model/graph-options.ts';
import type { TypedValue } from '../../../../server/core/model/typed-value.ts';

const element = (id: string, name: string): TypedValue => ({
  $type: 'Node',
  _value: { _element_id: id, _labels: ['Actor'], _properties: { id: { $type: 'String', _value: name } } },
});
const graphOf = (nodes: string[], edges: [string, string][] = []): Graph => ({
  attributes: { truncated: false, total: { nodes: nodes.length, edges: edges.length }, snapshot: 's' },
  options: GRAPH_OPTIONS,
  nodes: nodes.map((key) => ({
    key,
    attributes: { caption: key, labels: ['Actor'], properties: {}, degree: 0 },
  })),
  edges: edges.map(([source, target]) => ({
    key: `${source}-${target}`,
    source,
    target,
    attributes: { type: 'T', sign: 0, properties: {} },
  })),
});
const outcome = (graph: Graph) => ({
  graph,
  truncated: false,
  summary: {
    counters: {},
    notifications: [],
    timings: { availableAfter: 1, consumedAfter: 1, guard: 1, total: 3 },
    rows: 0,
  },
});

/** A workbench over a runner whose answers the test gives; a request ends only when told or aborted. */
function world(search = '') {
  const asked: {
    request: Parameters<RunCypher>[0];
    signal: AbortSignal;
    receiver: Parameters<RunCypher>[1];
  }[] = [];
  const ends: ((graph: Graph) => void)[] = [];
  const runCypher: RunCypher = (request, receiver, signal) => {
    asked.push({ request, signal, receiver });
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      ends.push((graph) => resolve(outcome(graph)));
    });
  };
  const workbench = startWorkbench({
    call: () => new Promise(() => undefined),
    runCypher,
    memory: undefined,
    now: () => 0,
    link: {
      read: () => search,
      depth: () => 0,
      name: () => undefined,
      push: () => undefined,
      replace: () => undefined,
      back: () => undefined,
      forward: () => undefined,
      onWalk: () => () => undefined,
    },
  });
  return { workbench, asked, ends };
}

describe('the workbench', () => {
  it('runs nothing by itself, whatever its link says', () => {
    const { asked, workbench } = world('statement=RETURN+1');
    expect(workbench.store.getState().statement).toBe('RETURN 1');
    expect(asked).toEqual([]);
  });

  it('shows rows as they arrive, and keeps them when it is cancelled', async () => {
    const { workbench, asked } = world('statement=RETURN+1');
    const running = workbench.run();
    asked[0]?.receiver.columns(['a']);
    asked[0]?.receiver.rows([[element('4:1', 'one')]]);
    expect(workbench.store.getState().run).toMatchObject({ state: 'running', count: 1, columns: ['a'] });
    workbench.cancel();
    await running;
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(workbench.store.getState().run).toMatchObject({ state: 'cancelled', count: 1 });
  });

  it('ends the run before when another is started, and shows only the later', async () => {
    const { workbench, asked, ends } = world('statement=RETURN+1');
    const first = workbench.run();
    const second = workbench.run();
    await first;
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(workbench.store.getState().run?.state).toBe('running');
    asked[0]?.receiver.rows([[element('4:9', 'late')]]);
    ends[1]?.(graphOf([]));
    await second;
    expect(workbench.store.getState().run).toMatchObject({ state: 'done', count: 0 });
  });

  it('does not send a parameter that is not of its kind, and says which', async () => {
    const { workbench, asked } = world('statement=RETURN+%24n&%24n=Integer:many');
    await workbench.run();
    expect(asked).toEqual([]);
    expect(workbench.store.getState().run?.problem?.message).toContain('$n');
  });

  it('knows the rows of a node and the nodes of a row, by key or element id', async () => {
    const { workbench, asked, ends } = world('statement=RETURN+1');
    const running = workbench.run();
    asked[0]?.receiver.rows([[element('4:1', 'one')], [element('4:2', 'two'), element('4:1', 'one')]]);
    ends[0]?.(graphOf(['one', '4:2']));
    await running;
    const { result } = workbench;
    expect(result.keysOf(1)).toEqual(['4:2', 'one']);
    expect(result.rowsOf('one')).toEqual([0, 1]);
    expect(result.elementIds()).toEqual(['4:1', '4:2']);
  });

  it('connects the nodes shown only when asked, and adds no node', async () => {
    const { workbench, asked, ends } = world('statement=RETURN+1');
    const running = workbench.run();
    ends[0]?.(graphOf(['one', 'two']));
    await running;
    const connecting = workbench.connect();
    expect(asked[1]?.request.statement).toContain('elementId');
    ends[1]?.(
      graphOf(
        ['one', 'two', 'three'],
        [
          ['one', 'two'],
          ['two', 'three'],
        ],
      ),
    );
    await connecting;
    const { graph } = workbench.result.store.getState();
    const shown = graph.state === 'ready' ? graph.value : undefined;
    expect(shown?.nodes.map(({ key }) => key)).toEqual(['one', 'two']);
    expect(shown?.edges.map(({ key }) => key)).toEqual(['one-two']);
  });

  it('runs a script statement by statement, to the first that fails, and shows any of their answers', async () => {
    const { workbench, asked, ends } = world(
      `statement=${encodeURIComponent('RETURN 1;\nRETURN $n;RETURN 3')}`,
    );
    workbench.setParameter('n', { kind: 'Integer', text: '2' });
    const running = workbench.run();
    asked[0]?.receiver.rows([[element('4:1', 'one')]]);
    ends[0]?.(graphOf(['one']));
    await expect.poll(() => asked.length).toBe(2);
    expect(asked[1]?.request).toMatchObject({
      statement: '\nRETURN $n',
      parameters: { n: { $type: 'Integer', _value: '2' } },
    });
    ends[1]?.(graphOf(['two']));
    await expect.poll(() => asked.length).toBe(3);
    workbench.cancel();
    await running;
    const { runs, run } = workbench.store.getState();
    expect(runs.map(({ state }) => state)).toEqual(['done', 'done', 'cancelled']);
    expect(run).toBe(runs[2]);
    workbench.show(0);
    expect(workbench.store.getState().run).toBe(runs[0]);
    expect(workbench.result.rowsOf('one')).toEqual([0]);
  });

  it('leaves out a parameter that was given no value, for the database to say so', async () => {
    const { workbench, asked } = world('statement=RETURN+%24n');
    void workbench.run();
    await expect.poll(() => asked.length).toBe(1);
    expect(asked[0]?.request.parameters).toEqual({});
    workbench.close();
  });
});
