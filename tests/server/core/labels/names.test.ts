import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { lettering } from '../../../../server/core/geometry/frame.ts';
import { pointOn } from '../../../../server/core/geometry/geometry.ts';
import type { Positions } from '../../../../server/core/geometry/position.ts';
import { MOST_LINES } from '../../../../server/core/labels/on-edges.ts';
import { textWidth, wrapLabel } from '../../../../server/core/labels/text.ts';
import { writeNames } from '../../../../server/core/labels/write-names.ts';
import { layOutAny } from '../../../../server/core/layout/lay-out-any.ts';
import { THEMES } from '../../../../server/core/looks/theme.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { drawEdges } from '../../../../server/core/svg/draw-edges.ts';
import { type Scene, sceneOf } from '../../../../server/core/svg/scene.ts';
import { freeOf, type Writing, write } from '../../../../server/core/svg/writing.ts';
import { edge, largeGraph, node, numbers, storyGraph } from '../../../client/fixtures/story.ts';
import { misplaced, type Seen } from './misplaced.ts';

/** Names of every length and script. */
const NAMES = [
  'Jo Li',
  'Joint Commission on River Navigation',
  'Prince Abd al-Rahim ibn Yusuf of Qasira',
  'Donaudampfschifffahrtsgesellschaftskapitänsversammlung',
  'السفيرة ليلى المنصوري',
  'منظمة التعاون الإقليمي لدول البحر',
  '田中美智子',
  '東海連邦安全保障理事会特別委員会',
  '서울 국제 평화 회의',
  'श्रीलंका के विदेश मंत्री की बैठक',
  'ราชอาณาจักรแห่งทะเลใต้',
  'Ἀθῆναι Βουλὴ τῶν πόλεων',
  'Совет по безопасности',
  '',
];
const LABELS = ['State', 'Person', 'Issue', 'Event', 'Organisation', 'Group', 'Source', 'Ship', 'Harbour'];
const TYPES = ['SUPPORTS', 'OPPOSES', 'ATTENDS', 'IS_MEMBER_OF_THE'];
const LAYOUTS = ['force', 'circle', 'hierarchy', 'groups'] as const;

/** A graph of some nodes, of which some are connected more than once and some to themselves. */
function graphFrom(seed: number): Graph {
  const next = numbers(seed);
  const some = <T>(items: readonly T[]) => items[Math.floor(next() * items.length)] as T;
  const nodes = Array.from({ length: 3 + Math.floor(next() * 40) }, (_, at) =>
    node(`n${at}`, some(NAMES), [some(LABELS)]),
  );
  const edges = Array.from({ length: Math.floor(next() * 2.5 * nodes.length) }, (_, at) =>
    edge(`e${at}`, some(nodes).key, some(nodes).key, some(TYPES)),
  );
  return { ...storyGraph(), nodes, edges };
}

let drawn: { graph: Graph; positions: Positions }[];
beforeAll(async () => {
  const graphs = [storyGraph(), ...Array.from({ length: 9 }, (_, at) => graphFrom(at)), largeGraph(150, 260)];
  drawn = await Promise.all(
    graphs.flatMap((graph) =>
      LAYOUTS.map(async (layout) => {
        const groups = new Map(graph.nodes.map(({ key, attributes }) => [key, attributes.labels[0] ?? '']));
        return { graph, positions: await layOutAny(graph, { layout, groups }) };
      }),
    ),
  );
});

/** A view of any of them: in any size, near and far, with nodes moved by hand and selected, in text of any size. */
const view = fc.record({
  of: fc.nat(),
  width: fc.constantFrom(320, 390, 640, 1024, 1440, 1920),
  height: fc.constantFrom(240, 400, 620, 900),
  textSize: fc.constantFrom(undefined, 'small', 'large', 'largest'),
  ratio: fc.constantFrom(undefined, undefined, undefined, 0.3, 0.7, 2.5),
  selected: fc.array(fc.nat(), { maxLength: 2 }),
  moved: fc.array(
    fc.tuple(fc.nat(), fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 })),
    {
      maxLength: 4,
    },
  ),
  /** How wide letters are, as a multiple of the estimate. */
  font: fc.constantFrom(0.8, 0.95, 1.1, 1.4),
});
type Asked = typeof view extends fc.Arbitrary<infer T> ? T : never;

function sceneFor({ of, width, height, textSize, ratio, selected, moved }: Asked) {
  const { graph, positions } = drawn[of % drawn.length] as (typeof drawn)[number];
  const keyAt = (at: number) => graph.nodes[at % graph.nodes.length]?.key ?? '';
  const select = selected.map(keyAt);
  const pins = Object.fromEntries(moved.map(([at, x, y]) => [keyAt(at), [x, y] as [number, number]]));
  const scene = sceneOf({
    graph,
    positions,
    view: { select, pins, ...(textSize && { textSize }), ...(ratio && { camera: { x: 0, y: 0, ratio } }) },
    size: { width, height },
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
  });
  return { scene, select: new Set(select) };
}

/** What the picture shows of a scene besides its names; heads as they are drawn. */
function seen(scene: Scene, { labels, types }: Pick<Writing, 'types'> & { labels: Seen['names'] }): Seen {
  const paths = drawEdges(scene, THEMES.light).matchAll(/<path d="M([^"]*)Z"[^>]*class="head"/g);
  const shares = Array.from({ length: 201 }, (_, at) => at / 200);
  return {
    marks: scene.nodes,
    names: labels,
    heads: [...paths].map(([, corners = '']) =>
      corners.split('L').map((corner) => {
        const [x = 0, y = 0] = corner.split(',').map(Number);
        return { x, y };
      }),
    ),
    types: types.map(({ edge: { key }, x, y, width, height }) => ({ key, x, y, width, height })),
    lines: types.length
      ? scene.edges.map(({ key, path }) => ({
          key,
          points: shares.map((share) => pointOn(path, share)),
        }))
      : [],
  };
}

/** The same scene written as a canvas does, in letters of another width. */
function writtenIn(scene: Scene, font: number, selected: ReadonlySet<string>) {
  const free = freeOf(scene);
  const sizes = lettering(scene.framing.scale, free, scene.textSize);
  return writeNames({
    size: scene.size,
    free,
    controls: [{ x: scene.size.width - 30, y: scene.size.height - 60, width: 34, height: 98 }],
    scale: scene.framing.scale,
    plain: scene.plain,
    nodes: scene.nodes,
    edges: scene.edges.length > MOST_LINES ? [] : scene.edges,
    titles: [],
    asked: scene.nodes.map((each) => {
      const { lines, width } = wrapLabel(each.node.attributes.caption);
      const text = { width: width * font * sizes.name + 4, height: lines.length * 1.2 * sizes.name };
      return { node: each, text, chosen: selected.has(each.key) };
    }),
    typed: selected.size > 0 ? scene.edges.slice(0, 20) : [],
    sizes,
    widthOf: (text, words) => textWidth(text) * font * sizes[words],
  });
}

/** Written each in both ways. `ENTENTE_VIEWS=1000` looks at two thousand. */
const VIEWS = Number(process.env.ENTENTE_VIEWS ?? 120);

describe('names', { timeout: 600_000 }, () => {
  it('are nearest to their own node, over no node, no end of an edge and no other name, in any view and font', () => {
    const wrong = fc.sample(view, { numRuns: VIEWS }).flatMap((asked) => {
      const { scene, select } = sceneFor(asked);
      return [write(scene, select), writtenIn(scene, asked.font, select)].flatMap((writing) => {
        const found = misplaced(seen(scene, writing));
        return found.length > 0 ? [{ asked, found }] : [];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('of what is selected are written on a phone too, where it stands in the thick of things', () => {
    for (const { graph, positions } of drawn.slice(0, LAYOUTS.length))
      for (const { key } of graph.nodes) {
        const size = { width: 390, height: 620 };
        const insets = { top: 0, right: 0, bottom: 0, left: 0 };
        const scene = sceneOf({ graph, positions, view: { select: [key] }, size, insets });
        const { labels } = write(scene, new Set([key]));
        expect(labels.map((label) => label.key)).toContain(key);
      }
  });

  it('are fewer rather than wrong where there is no room, the most connected first', () => {
    const graph = storyGraph();
    const scene = sceneOf({
      graph,
      positions: (drawn[0] as (typeof drawn)[number]).positions,
      view: {},
      size: { width: 420, height: 320 },
      insets: { top: 0, right: 0, bottom: 0, left: 0 },
    });
    const named = new Set(write(scene, new Set()).labels.map(({ key }) => key));
    expect(named.size).toBeLessThan(graph.nodes.length);
    const share = (of: typeof scene.nodes) => of.filter(({ key }) => named.has(key)).length / of.length;
    const half = graph.nodes.length >> 1;
    expect(share(scene.nodes.slice(0, half))).toBeGreaterThanOrEqual(share(scene.nodes.slice(half)));
  });
});
