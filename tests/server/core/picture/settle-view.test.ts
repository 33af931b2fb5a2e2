import { describe, expect, it } from 'vitest';
import { measureNodes } from '../../../../server/core/measures/registry.ts';
import { runTask } from '../../../../server/core/measures/report.ts';
import { pictureOf } from '../../../../server/core/picture/picture-of.ts';
import { layoutName, type Measuring, settleView } from '../../../../server/core/picture/settle-view.ts';
import { edge, graphOf, node } from '../../../client/state/world.ts';

const base = graphOf(
  [node('a'), node('b'), node('c'), node('d')],
  [edge('1', 'a', 'b'), edge('2', 'a', 'c'), edge('3', 'a', 'd'), edge('4', 'b', 'c', 'OPPOSES')],
);
const MEASURING: Measuring = {
  nodes: (of, name) => measureNodes(of, name),
  alliances: (of, task) => runTask(of, task),
};

describe('a view that is settled', () => {
  it('has the measures that it draws by', async () => {
    const settled = await settleView({ view: { size: 'pagerank' }, loaded: base, base }, MEASURING);
    const { sizes, says } = pictureOf(settled).looks;
    expect(says?.size).toBe('PageRank');
    expect(new Set(sizes?.values()).size).toBeGreaterThan(1);
  });

  it('has the camps that it draws by', async () => {
    const view = { colour: 'camps' } as const;
    const { fills } = pictureOf(await settleView({ view, loaded: base, base }, MEASURING)).looks;
    expect(fills?.size).toBeGreaterThan(0);
  });

  it('has its nodes where the base has them, and new ones beside', async () => {
    const { positions: whole } = await settleView({ view: {}, loaded: base, base }, MEASURING);
    const loaded = graphOf([node('a'), node('e')], [edge('5', 'a', 'e')]);
    const { positions } = await settleView({ view: {}, loaded, base }, MEASURING);
    expect(positions.get('a')).toEqual(whole.get('a'));
    expect(positions.get('e')).toBeDefined();
  });

  it('lays out a few nodes alone, where thousands are loaded that it does not show', async () => {
    const clique = ['a', 'b', 'c', 'd', 'e'];
    const ring = Array.from({ length: 2100 }, (_, at) => `n${at}`);
    const loaded = graphOf(
      [...clique, ...ring].map((key) => node(key)),
      [
        ...clique.flatMap((a, at) => clique.slice(at + 1).map((b) => edge(a + b, a, b))),
        ...ring.map((key, at) => edge(key, key, ring[at + 1] ?? 'a')),
      ],
    );
    const { positions } = await settleView({ view: { core: 4 }, loaded, base: loaded }, MEASURING);
    expect([...positions.keys()].sort()).toEqual(clique);
    const kept = new Map([[layoutName({}), new Map(loaded.nodes.map(({ key }) => [key, { x: 1, y: 2 }]))]]);
    const stays = await settleView({ view: { core: 4 }, loaded, base: loaded }, MEASURING, kept);
    expect(stays.positions.get('a')).toEqual({ x: 1, y: 2 });
  });

  it('has what was pinned where it was pinned', async () => {
    const view = { pins: { a: [400, -300] as [number, number] } };
    const { positions } = pictureOf(await settleView({ view, loaded: base, base }, MEASURING));
    expect(positions.get('a')).toEqual({ x: 400, y: -300 });
  });
});
