import { describe, expect, it } from 'vitest';
import * as views from '../../../../client/state/link/view-changes.ts';
import type { Query } from '../../../../server/core/contract/routes.ts';
import { createComposer } from '../../../../server/core/loading/compose.ts';
import { EntenteError } from '../../../../server/core/model/errors.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import type { View } from '../../../../server/core/view/view.ts';
import { edge, graphOf, node, serve } from '../../../client/state/world.ts';

/** Two rings that meet in m, and an edge that no expansion of a single node brings. */
const whole = graphOf(
  [...'abcmxyz'].map((key) => node(key)),
  [
    edge('ab', 'a', 'b'),
    edge('bc', 'b', 'c', 'OPPOSES'),
    edge('am', 'a', 'm', 'LEADS'),
    edge('ma', 'm', 'a'),
    edge('mx', 'm', 'x'),
    edge('xy', 'x', 'y', 'OPPOSES'),
    edge('bz', 'b', 'z'),
    edge('cz', 'c', 'z'),
  ],
);

/** Reads the graph as the server does: by type, and round a focus with all edges among what is found. */
function read({ focus, depth = 1, type, limit }: Partial<Query<'graph'>>): Graph {
  const edges = whole.edges.filter(({ attributes }) => !type || type.includes(attributes.type));
  const gone = focus?.filter((key) => !whole.nodes.some((each) => each.key === key)) ?? [];
  if (gone.length > 0)
    throw new EntenteError('not_found', 'No node has these keys.', {
      details: gone.map((path) => ({ path, message: 'is no node.' })),
    });
  let reached = new Set(focus ?? whole.nodes.map(({ key }) => key));
  for (let step = 0; focus && step < depth; step++) {
    const near = edges.filter(({ source, target }) => reached.has(source) || reached.has(target));
    reached = new Set([...reached, ...near.flatMap(({ source, target }) => [source, target])]);
  }
  const nodes = whole.nodes.filter(({ key }) => reached.has(key)).slice(0, limit);
  return graphOf(
    nodes,
    edges.filter(({ source, target }) => reached.has(source) && reached.has(target)),
  );
}

function composer() {
  const { call, asked } = serve({ graph: ({ query }) => read((query ?? {}) as Partial<Query<'graph'>>) });
  const compose = createComposer((query, signal) => call('graph', { query, signal }));
  const of = async (view: View, data = 'one') => {
    const { nodes, edges } = await compose(view, data, 'one', new AbortController().signal);
    const keys = (items: readonly { key: string }[]) => items.map(({ key }) => key).sort();
    return { nodes: keys(nodes).join(''), edges: keys(edges) };
  };
  return { of, asked };
}

const nothing = views.startFromNothing({});

describe('the graph of a view', () => {
  it('is empty when it starts from nothing', async () => {
    expect(await composer().of(nothing)).toEqual({ nodes: '', edges: [] });
  });

  it('holds added nodes with the edges between them and to all else that is shown', async () => {
    const { of } = composer();
    expect(await of(views.add(nothing, ['a', 'c']))).toEqual({ nodes: 'ac', edges: [] });
    expect(await of(views.add(nothing, ['a', 'b', 'm']))).toEqual({
      nodes: 'abm',
      edges: ['ab', 'am', 'ma'],
    });
  });

  it('grows by neighbours of one type and direction alone', async () => {
    const { of } = composer();
    const start = views.add(nothing, ['m']);
    const out = views.expandBy(start, { key: 'm', type: 'SUPPORTS', direction: 'out' });
    expect(await of(out)).toEqual({ nodes: 'amx', edges: ['am', 'ma', 'mx'] });
    const into = views.expandBy(start, { key: 'm', type: 'SUPPORTS', direction: 'in' });
    expect(await of(into)).toEqual({ nodes: 'm', edges: [] });
    const either = views.expandBy(start, { key: 'm', type: 'LEADS', direction: 'both' });
    expect((await of(either)).nodes).toBe('am');
  });

  it('brings nothing along a type that the filter takes out', async () => {
    const view = views.expandBy(views.add(nothing, ['m']), { key: 'm', type: 'SUPPORTS', direction: 'out' });
    expect(await composer().of({ ...view, type: ['LEADS'] })).toEqual({ nodes: 'm', edges: [] });
  });

  it('loses by collapsing what the expansion brought and nothing else holds', async () => {
    const { of } = composer();
    const both = views.expand(views.expand(views.add(nothing, ['a']), 'a'), 'm');
    expect((await of(both)).nodes).toBe('abmx');
    expect((await of(views.collapse(both, ['m']))).nodes).toBe('abm');
    expect((await of(views.collapse(both, ['a']))).nodes).toBe('amx');
    expect((await of(views.collapse(both, ['a', 'm']))).nodes).toBe('a');
  });

  it('reveals the edges among nodes that came by different ways', async () => {
    const { of } = composer();
    const apart: View = { start: 'nothing', expand: ['a', 'y'] };
    expect((await of(apart)).edges).not.toContain('mx');
    expect((await of(views.reveal(apart, ['m', 'x']))).edges).toContain('mx');
    expect((await of(views.reveal(apart, ['m', 'x']))).nodes).toBe((await of(apart)).nodes);
  });

  it('shows what is there of nodes that are gone', async () => {
    expect((await composer().of(views.add(nothing, ['a', 'lost']))).nodes).toBe('a');
    expect((await composer().of({ ...nothing, expand: ['lost', 'y'] })).nodes).toBe('xy');
    expect((await composer().of(views.add(nothing, ['lost']))).nodes).toBe('');
  });

  it('asks only for what a step brings, and for all of it again when the data is another', async () => {
    const { of, asked } = composer();
    await of({ expand: ['a'] });
    asked.length = 0;
    await of({ expand: ['a', 'b'] });
    expect(asked.map(({ options }) => options.query)).toMatchObject([{ focus: ['b'] }]);
    asked.length = 0;
    await of({ expand: ['a', 'b'] }, 'two');
    expect(asked).toHaveLength(3);
  });

  it('asks for many added nodes in parts', async () => {
    const { of, asked } = composer();
    await of(
      views.add(
        nothing,
        Array.from({ length: 250 }, (_, at) => `nobody-${at}`),
      ),
    );
    expect(asked).toHaveLength(3);
  });
});
