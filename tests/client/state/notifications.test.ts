import { afterEach, describe, expect, it } from 'vitest';
import { startExplorer } from '../../../client/state/explorer.ts';
import type { ExplorerState } from '../../../client/state/store.ts';
import { edge, graphOf, historyOf, node, serve, statusOf, until } from './world.ts';

const all = graphOf(
  [node('a'), node('b', 'State'), node('c')],
  [edge('1', 'a', 'b'), edge('2', 'b', 'c', 'OPPOSES'), edge('3', 'c', 'a', 'MEMBER_OF')],
);

let close = () => {};
afterEach(() => close());

/** The explorer with all that a page starts, once all is loaded and measured. */
async function open(search = '') {
  const { call } = serve({
    status: () => statusOf('ready', { counts: { nodes: 3, edges: 3 } }),
    schema: () => ({
      labels: [],
      relationshipTypes: [],
      modalities: [],
      confidences: [],
      sources: [],
      truncated: false,
    }),
    timeline: () => ({ unit: 'month', bins: [], undated: 3, truncated: false }),
    graph: () => all,
    node: () => ({ node: node('a'), edgeCounts: [] }),
    neighbourhood: () => all,
  });
  const explorer = startExplorer({
    call,
    link: historyOf(search),
    memory: undefined,
    measure: async ({ keys }) => new Float64Array(keys.length),

    arrange: (store, actions) =>
      store.subscribe(({ graph, positions }) => {
        if (graph.state === 'ready' && positions.size === 0)
          actions.setPositions(new Map(graph.value.nodes.map(({ key }, at) => [key, { x: at, y: 0 }])));
      }),
  });
  close = explorer.close;
  await until(() => explorer.store.getState().timeline.state === 'ready');
  await settled();
  return explorer;
}

/** Longer than anything waits that the page does after it has answered. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 600));

describe('one click', () => {
  it.each([
    ['in the legend', '', 3],
    ['in the legend, while nodes are measured', '?size=pagerank', 4],
    ['in the legend, while something is selected', '?select=a', 3],
  ])(
    '%s is told to listeners no more often than it must, each time with something new',
    async (_, search, most) => {
      const { store, actions } = await open(search.slice(1));
      const changes: string[][] = [];
      const stop = store.subscribe((now, before) => {
        const keys = Object.keys(now) as (keyof ExplorerState)[];
        changes.push(keys.filter((key) => !Object.is(now[key], before[key])));
      });
      actions.toggleFacet('type', 'OPPOSES', ['SUPPORTS', 'OPPOSES', 'MEMBER_OF']);
      await until(() => {
        const { graph } = store.getState();
        return graph.state === 'ready' && graph.value.edges.length === 2;
      });
      await settled();
      stop();
      expect(changes.filter((each) => each.length === 0)).toEqual([]);
      expect(changes.length, JSON.stringify(changes)).toBeLessThanOrEqual(most);
    },
  );
});
