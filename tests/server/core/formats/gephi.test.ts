import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { DrawnNodes, Format } from '../../../../server/core/formats/format.ts';
import { writeGraph } from '../../../../server/core/formats/write.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { GRAPH_OPTIONS } from '../../../../server/core/model/graph-options.ts';
import { getGephi } from '../../../setup/gephi.ts';

/** Names that Gephi takes for looks, for whether an edge is directed, or for which of parallel edges it is. */
const NODE_NAMES = ['x', 'y', 'z', 'xpos', 'size', 'r', 'g', 'b', 'color', 'label', 'id'];
const EDGE_NAMES = ['kind', 'type', 'label', 'r', 'g', 'b', 'id', 'edgelabel', 'start', 'end'];
const own = (names: readonly string[]) => Object.fromEntries(names.map((name, at) => [name, `own ${at}`]));

const edge = (key: string, type: string, properties: Graph['edges'][number]['attributes']['properties']) => ({
  ...{ key, source: 'a', target: 'b' },
  attributes: { type, sign: 1 as const, properties: { ...own(EDGE_NAMES), ...properties } },
});
const graph: Graph = {
  attributes: { snapshot: 's', truncated: false, total: { nodes: 2, edges: 3 } },
  options: GRAPH_OPTIONS,
  nodes: ['a', 'b'].map((key) => ({
    key,
    attributes: { caption: `Névé ${key}`, labels: ['T'], degree: 3, properties: own(NODE_NAMES) },
  })),
  edges: [
    edge('e1', 'SUPPORTS', { weight: 12.5, since: '2025-10', until: '2025-12-03' }),
    edge('e2', 'OPPOSES', { weight: 2 }),
    edge('e3', 'OPPOSES', { until: '2024' }),
  ],
};
const drawn: DrawnNodes = new Map([
  ['a', { x: 10, y: -20, radius: 7, colour: [1, 2, 3] }],
  ['b', { x: 0.5, y: 4, radius: 9, colour: [255, 0, 128] }],
]);

const bytes = (format: Format) =>
  Buffer.concat([...writeGraph(graph, format, drawn)].map((piece) => Buffer.from(piece)));

const gephi = await getGephi();
const reason = 'missing' in gephi ? ` (${gephi.missing})` : '';

describe.skipIf('missing' in gephi)(`files of a graph, opened by Gephi${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-gephi-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, content: Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('keep weights, types, names and looks, and every property under a name of its own', () => {
    const tables = unzipSync(bytes('csv'));
    const files = [
      file('graph.gexf', bytes('gexf')),
      file('graph.graphml', bytes('graphml')),
      file('edges.csv', tables['edges.csv'] as Uint8Array),
    ];
    if (!('read' in gephi)) throw new Error('Gephi is not there.');
    const [gexf, graphml, csv] = gephi.read(files);
    for (const read of [gexf, graphml, csv]) {
      const edges = read?.edges.toSorted((a, b) => (a.id < b.id ? -1 : 1)) ?? [];
      expect(edges.map(({ id, source, target, directed }) => [id, source, target, directed])).toEqual(
        graph.edges.map(({ key }) => [key, 'a', 'b', true]),
      );
      expect(edges.map(({ weight }) => weight)).toEqual([12.5, 2, 1]);
      expect(edges.map(({ label }) => label)).toEqual(['SUPPORTS', 'OPPOSES', 'OPPOSES']);
      for (const { values } of edges) {
        const kept = Object.values(values);
        for (const at of EDGE_NAMES.keys()) expect(kept).toContain(`own ${at}`);
      }
    }
    for (const read of [gexf, csv]) expect(read?.edges.map(({ kind }) => kind)).toContain('SUPPORTS');
    for (const read of [gexf, graphml]) {
      const nodes = read?.nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1)) ?? [];
      expect(nodes.map(({ id, label, x, y, size, colour }) => [id, label, x, y, size, colour])).toEqual([
        ['a', 'Névé a', 10, -20, 7, '1 2 3'],
        ['b', 'Névé b', 0.5, 4, 9, '255 0 128'],
      ]);
      for (const { values } of nodes)
        for (const at of NODE_NAMES.keys()) expect(Object.values(values)).toContain(`own ${at}`);
    }
  }, 120_000);

  it('tell when edges held, in GEXF', () => {
    if (!('read' in gephi)) throw new Error('Gephi is not there.');
    const [read] = gephi.read([file('times.gexf', bytes('gexf'))]);
    expect(read?.dynamic).toBe(true);
    const times = new Map(read?.edges.map(({ id, values }) => [id, values.Interval]));
    const day = (text: string) => `${Date.parse(text)}.0`;
    expect(times.get('e1')).toBe(`<[${day('2025-10-01')}, ${day('2025-12-03')}]>`);
    expect(times.get('e2')).toBeNull();
    expect(times.get('e3')).toContain(day('2024-12-31'));
  }, 120_000);
});
