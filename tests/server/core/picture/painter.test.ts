import { describe, expect, it } from 'vitest';
import { measureNodes } from '../../../../server/core/measures/registry.ts';
import { runTask } from '../../../../server/core/measures/report.ts';
import { looksFound } from '../../../../server/core/picture/find-looks.ts';
import { pictureOf } from '../../../../server/core/picture/picture-of.ts';
import { type Measuring, settleView } from '../../../../server/core/picture/settle-view.ts';
import { buildGraph } from '../../../../server/core/scene/build.ts';
import { legendRows } from '../../../../server/core/scene/legend.ts';
import { LINE_COLOURS, overviewOf } from '../../../../server/core/scene/overview.ts';
import { sceneOf } from '../../../../server/core/svg/scene.ts';
import { edge, graphOf, node } from '../../../client/state/world.ts';

const graph = graphOf(
  [
    node('a', 'State', { gdp: 10, code: 'AA' }),
    node('b', 'State', { gdp: 500 }),
    node('c', 'Person', { gdp: 'much' }),
    node('d', 'Event'),
  ],
  [
    edge('1', 'a', 'b', 'SUPPORTS', { weight: 3 }),
    edge('2', 'b', 'c', 'OPPOSES', { weight: 1 }),
    edge('3', 'c', 'a', 'MEETS'),
  ],
);
const measuring: Measuring = {
  nodes: (of, name) => measureNodes(of, name),
  alliances: (of, task) => runTask(of, task),
};
const settled = (...look: string[]) => settleView({ view: { look }, loaded: graph, base: graph }, measuring);
const insets = { top: 0, right: 0, bottom: 0, left: 0 };

describe('own looks', () => {
  it('are drawn alike on the canvas, in the overview and in SVG, of each look by the first rule that fits', async () => {
    const state = await settled(
      'node:property:gdp=100..; colour=wine',
      'node:label=State; colour=teal, shape=star, size=largest, name=property:code',
      'node; colour=grey',
      'edge:type=OPPOSES; colour=amber, dash=dotted, width=widest',
      'edge:property:weight=2..; width=wide',
    );
    const { looks, positions, graph: shown } = pictureOf(state);
    const drawn = buildGraph(shown, {}, positions, undefined, looks);
    const nodes = drawn.mapNodes((key, { fill, shape, size, caption }) => [key, fill, shape, size, caption]);
    expect(nodes.map(([, ...each]) => each)).toEqual([
      [1, 'star', 15, 'AA'],
      [5, 'star', 15, 'B'],
      [8, 'circle', expect.any(Number), 'C'],
      [8, 'diamond', expect.any(Number), 'D'],
    ]);
    const lines = drawn.mapEdges((_, { colour, pattern, width }) => [colour, pattern, width]);
    expect(lines).toEqual([
      ['support', 'solid', 3],
      ['palette-7', 'expected', 4],
      ['neutral', 'solid', 1.2],
    ]);
    const scene = sceneOf({
      graph: shown,
      positions,
      view: {},
      looks,
      size: { width: 400, height: 300 },
      insets,
    });
    expect(scene.edges.map(({ look }) => [look.colour, look.pattern, look.width])).toEqual(lines);
    const inScene = new Map(scene.nodes.map((each) => [each.key, each]));
    for (const [key, fill, shape, , caption] of nodes)
      expect(inScene.get(String(key))).toMatchObject({ fill, shape, node: { attributes: { caption } } });
    const overview = overviewOf(shown, {}, positions, looks);
    expect([...overview.colour].map((at) => LINE_COLOURS[at])).toEqual(lines.map(([colour]) => colour));
    expect([...overview.fill]).toEqual(nodes.map(([, fill]) => fill));
  });

  it('are told in the legend, which names nothing else by what they have taken', async () => {
    const state = await settled(
      'node:property:gdp=100..; colour=wine',
      'node:label=State; shape=star',
      'node:property:gdp=9999..; colour=blue',
      'node; colour=grey',
      'edge:type=OPPOSES; dash=dotted',
    );
    const { looks, graph: shown } = pictureOf(state);
    const rows = legendRows(shown, looks).map(({ title }) => title);
    expect(rows).toEqual([
      ...['Events', 'People', 'Support', 'Other edges'],
      'Own looks: the first rule that fits',
      ...['gdp: 100 and more', 'States', 'All other nodes', 'Opposes'],
    ]);
    expect(looks.own?.rows.map(({ count }) => count)).toEqual([1, 2, 3, 1]);
  });

  it('go by measures, which are asked for, and wait for them and for what draws by rules', async () => {
    const state = await settled('node:weightedDegree=3..; colour=teal', 'node:degree=..0; colour=rose');
    expect(state.measurements.weightedDegree?.found.state).toBe('ready');
    expect(looksFound(state)).toBe(true);
    expect(looksFound({ ...state, painter: undefined })).toBe(false);
    expect(looksFound({ ...state, measurements: {} })).toBe(false);
    const { fills } = pictureOf(state).looks;
    expect(Object.fromEntries(fills ?? [])).toEqual({ a: 1, b: 1, d: 2 });
  });

  it('go by any of several values, and by communities and camps, which are found for them', async () => {
    const fillsBy = async (...rules: string[]) => {
      const state = await settled(...rules);
      expect(looksFound(state)).toBe(true);
      return Object.fromEntries(pictureOf(state).looks.fills ?? []);
    };
    expect(await fillsBy('node:label="State"|"Event"; colour=teal')).toEqual({ a: 1, b: 1, d: 1 });
    const communities = await fillsBy(
      'node:communities=Community 1; colour=teal',
      'node:communities=Community 9; colour=rose',
    );
    expect(communities.a).toBe(1);
    expect(Object.values(communities)).not.toContain(2);
    const camps = await fillsBy('node:camps=Camp A; colour=teal', 'node:camps=Camp B; colour=rose');
    expect(camps.a).toBe(camps.b);
    expect(Object.keys(camps)).toEqual(['a', 'b', 'c']);
    expect(camps.c).not.toBe(camps.a);
  });

  it('stay over what colours mean besides', async () => {
    const state = await settleView(
      {
        view: { colour: 'property:gdp', look: ['node:label=Event; colour=rose'] },
        loaded: graph,
        base: graph,
      },
      measuring,
    );
    const { fills } = pictureOf(state).looks;
    expect(fills?.get('d')).toBe(2);
    expect(fills?.size).toBe(4);
  });
});
