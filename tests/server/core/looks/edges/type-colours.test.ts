import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownLine, typeColours } from '../../../../../server/core/looks/edges/type-colours.ts';
import type { Graph } from '../../../../../server/core/model/graph.ts';
import { nodeLooks } from '../../../../../server/core/picture/find-looks.ts';
import type { PictureState } from '../../../../../server/core/picture/state.ts';
import { buildGraph } from '../../../../../server/core/scene/build.ts';
import { overviewOf } from '../../../../../server/core/scene/overview.ts';
import { sceneOf } from '../../../../../server/core/svg/scene.ts';
import { edge, node, storyGraph } from '../../../../client/fixtures/story.ts';

const TYPES = ['ACTED_IN', 'DIRECTED', 'PRODUCED'];
const films = (shown: string[]): Graph => {
  const graph = storyGraph();
  return {
    ...graph,
    attributes: { ...graph.attributes, types: TYPES },
    nodes: [node('a', 'A', ['Person']), node('b', 'B', ['Movie'])],
    edges: shown.map((type) => edge(type, 'a', 'b', type)),
  };
};
const stateOf = (graph: Graph, view: PictureState['view'] = {}) =>
  ({ graph: { state: 'ready', value: graph }, view, measurements: {} }) as unknown as PictureState;
const positions = new Map([
  ['a', { x: 0, y: 0 }],
  ['b', { x: 100, y: 0 }],
]);

describe('the colours of relationship types', () => {
  it('are the same whatever is shown, and none while a database has signs', () => {
    fc.assert(
      fc.property(fc.subarray(TYPES), (shown) => {
        const { types } = nodeLooks(stateOf(films(shown)));
        expect(shown.map((type) => types?.get(type))).toEqual(
          shown.map((type) => `palette-${TYPES.indexOf(type)}`),
        );
      }),
    );
    expect(
      nodeLooks(stateOf({ ...films(TYPES), attributes: storyGraph().attributes })).types,
    ).toBeUndefined();
    expect(typeColours(undefined)).toBeUndefined();
  });

  it('are in canvas, overview and saved pictures alike, beside looks that a view asks for', () => {
    const graph = films(TYPES);
    for (const view of [{}, { size: 'same' }, { layout: 'hierarchy' }] as PictureState['view'][]) {
      const looks = nodeLooks(stateOf(graph, view));
      const wanted = TYPES.map((_, at) => `palette-${at}`);
      const drawn = buildGraph(graph, view, positions, undefined, looks);
      expect(TYPES.map((type) => drawn.getEdgeAttribute(type, 'colour'))).toEqual(wanted);
      const { edges } = sceneOf({
        ...{ graph, view, positions, looks, size: { width: 400, height: 300 } },
        insets: { top: 0, right: 0, bottom: 0, left: 0 },
      });
      expect(edges.map(({ look }) => look.colour)).toEqual(wanted);
      const { colour } = overviewOf(graph, view, positions, looks);
      expect(new Set(colour).size).toBe(TYPES.length);
    }
  });

  it('give way to rules', () => {
    const lines = new Map([['x', { colour: 'palette-7' as const }]]);
    const types = typeColours(TYPES);
    const both = { lines, ...(types && { types }) };
    expect(ownLine(both, { key: 'x', attributes: { type: 'DIRECTED' } })).toEqual({ colour: 'palette-7' });
    expect(ownLine(both, { key: 'y', attributes: { type: 'DIRECTED' } })).toEqual({ colour: 'palette-1' });
    expect(ownLine({}, { key: 'y', attributes: { type: 'DIRECTED' } })).toBeUndefined();
  });
});
