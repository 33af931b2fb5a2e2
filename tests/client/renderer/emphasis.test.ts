import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emphasisIn } from '../../../client/renderer/emphasis/emphasis.ts';
import { startExplorer } from '../../../client/state/explorer.ts';
import type { ExplorerState } from '../../../client/state/store.ts';
import { buildGraph } from '../../../server/core/scene/build.ts';
import { storyGraph } from '../fixtures/story.ts';
import { historyOf, serve, statusOf } from '../state/world.ts';

const STORY = storyGraph();
const DRAWN = buildGraph(STORY, {}, new Map());
const KEYS = STORY.nodes.map(({ key }) => key);

function on(select: string[], hovered?: string, path?: ExplorerState['path']) {
  return emphasisIn(DRAWN, { hovered, path, view: { select } });
}

describe('what is in emphasis', () => {
  it('are all nodes of a selection and their edges, whatever there is around them', () => {
    fc.assert(
      fc.property(fc.subarray(KEYS, { minLength: 2, maxLength: 9 }), (select) => {
        const found = on(select);
        expect([...(found?.nodes ?? [])].sort()).toEqual([...select].sort());
        const theirs = STORY.edges.filter(({ source, target }) =>
          [source, target].some((end) => select.includes(end)),
        );
        expect([...(found?.edges ?? [])].sort()).toEqual(theirs.map(({ key }) => key).sort());
      }),
    );
  });

  it('is the same whether a node or an edge is selected, pointed at or walked to', () => {
    for (const key of [...KEYS, ...STORY.edges.map((edge) => edge.key)]) {
      const [selected, pointedAt] = [on([key]), on([], key)];
      expect(selected?.nodes).toEqual(pointedAt?.nodes);
      expect(selected?.edges).toEqual(pointedAt?.edges);
      expect(pointedAt?.active).toBe(key);
    }
  });

  it('stays what it is while one of several that are selected is pointed at', () => {
    const select = KEYS.slice(0, 9);
    expect(on(select, select[3])).toEqual({ ...on(select), active: select[3] });
    const other = KEYS.at(-1) ?? '';
    expect(on(select, other)?.nodes).toEqual(on([other])?.nodes);
  });

  it('is a path that was found, before what is selected', () => {
    const [edge] = STORY.edges;
    if (!edge) throw new Error('The story has no edges');
    const nodes = STORY.nodes.filter(({ key }) => [edge.source, edge.target].includes(key));
    const value = { paths: [], graph: { ...STORY, nodes, edges: [edge] } };
    const path = { from: '', to: '', all: false, found: { state: 'ready' as const, value } };
    const found = on([KEYS.at(-1) ?? ''], undefined, path);
    expect(found?.isPath).toBe(true);
    expect([...(found?.edges ?? [])]).toEqual([edge.key]);
  });

  it('is nothing after Escape, whatever was walked to', async () => {
    const { call } = serve({ status: () => statusOf('ready'), graph: () => STORY });
    const { store, actions, close } = startExplorer({ call, link: historyOf(''), memory: undefined });
    actions.select([KEYS[0] ?? '']);
    actions.hover(KEYS[1]);
    expect(emphasisIn(DRAWN, store.getState())).toBeDefined();
    actions.escape();
    expect(emphasisIn(DRAWN, store.getState())).toBeUndefined();
    close();
  });
});
