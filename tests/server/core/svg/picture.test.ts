import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { overlap } from '../../../../server/core/geometry/box.ts';
import { pointOn } from '../../../../server/core/geometry/geometry.ts';
import { layOut } from '../../../../server/core/layout/layout.ts';
import { THEMES } from '../../../../server/core/looks/theme.ts';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { widthOf } from '../../../../server/core/svg/lettering.ts';
import { drawPicture, type PictureOptions } from '../../../../server/core/svg/picture.ts';
import { edge, node, storyGraph } from '../../../client/fixtures/story.ts';
import { anyGraph } from '../layout/arbitrary.ts';

function options(graph: Graph, more: Partial<PictureOptions> = {}): PictureOptions {
  return {
    graph,
    positions: layOut(graph, {}),
    view: {},
    width: 1000,
    height: 640,
    theme: 'light',
    legend: true,
    ...more,
  };
}

interface Parsed {
  elements: { name: string; attributes: Record<string, string> }[];
  texts: string[];
}

/** Reads a document by a parser that refuses whatever is not well-formed XML. */
function parse(svg: string): Parsed {
  const parser = new SaxesParser();
  const parsed: Parsed = { elements: [], texts: [] };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => parsed.elements.push({ name, attributes }));
  parser.on('text', (text) => parsed.texts.push(text));
  parser.write(svg).close();
  return parsed;
}

const named = (parsed: Parsed, name: string) => parsed.elements.filter((each) => each.name === name);
const hostile = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.constantFrom(
    '</text><script>alert(1)</script>',
    '" onload="alert(1)',
    ']]>&bogus;<!--',
    '\u0000\u0008\ud800\uffff',
    'javascript:alert(1)',
    '\u202emoc.live',
  ),
);

describe('a picture as SVG', () => {
  it('keeps 300 parallel edges and loops inside, as one band each that says how many, and what is selected over it', () => {
    const edges = Array.from({ length: 300 }, (_, at) => [
      edge(`e${at}`, 'a', 'b', 'SUPPORTS'),
      edge(`l${at}`, 'b', 'b', 'OPPOSES'),
    ]).flat();
    const graph = { ...storyGraph(), nodes: [node('a', 'A'), node('b', 'B')], edges };
    const positions = new Map([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 300, y: 20 }],
    ]);
    const parsed = parse(drawPicture(options(graph, { positions, view: { select: ['e7'] } })).svg);
    const drawn = named(parsed, 'g').filter(({ attributes }) => attributes.class === 'edge');
    expect(drawn.map(({ attributes }) => attributes['data-key']).sort()).toEqual(['e0', 'e7', 'l0']);
    expect(parsed.texts.filter((text) => text === '300 edges')).toHaveLength(2);
    expect(parsed.texts).toContain('300 edges between A and B');
    expect(parsed.texts.join(' ')).toContain('Band: many edges between two nodes');
  });

  it('has room for lines that bend out from between their nodes, and for loops', () => {
    const ends = ['a', 'b', 'c'].map((key) => node(key, key, ['State']));
    const edges = [
      ...Array.from({ length: 16 }, (_, at) => edge(`e${at}`, 'a', 'b', 'SUPPORTS')),
      ...Array.from({ length: 9 }, (_, at) => edge(`l${at}`, 'c', 'c', 'SUPPORTS')),
    ];
    const positions = new Map([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 400, y: 0 }],
      ['c', { x: 400, y: 20 }],
    ]);
    const { scene } = drawPicture(
      options({ ...storyGraph(), nodes: ends, edges }, { positions, legend: false }),
    );
    for (const { path } of scene.edges)
      for (let share = 0; share <= 1; share += 0.05) {
        const { x, y } = pointOn(path, share);
        expect(Math.min(x, y, 1000 - x, 640 - y)).toBeGreaterThanOrEqual(0);
      }
  });

  it('writes every line of a name in the direction of the whole name', () => {
    const name = 'معاهدة الدفاع المشترك Partnership-for-Peace للسلام';
    const graph = { ...storyGraph(), nodes: [node('treaty', name, ['Issue'])], edges: [] };
    const { svg } = drawPicture(options(graph, { legend: false }));
    const lines = named(parse(svg), 'text');
    expect(lines.length).toBeGreaterThan(1);
    for (const { attributes } of lines) expect(attributes.direction).toBe('rtl');
  });

  it('is well-formed and holds no element or attribute that data made, whatever names, types and captions say', () => {
    const allowed = new Set(['svg', 'g', 'title', 'desc', 'rect', 'path', 'polygon', 'circle', 'text']);
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (key, name, type, caption) => {
        const nodes = [node(`n${key}`, name), node(`m${key}`, `${name} ${name}`)];
        const graph: Graph = {
          ...storyGraph(),
          nodes,
          edges: [edge('e', `n${key}`, `m${key}`, type || 'T'), edge('l', `n${key}`, `n${key}`, type || 'T')],
        };
        const select = ['e', `n${key}`];
        const { svg } = drawPicture(options(graph, { caption, credit: caption, view: { select } }));
        const { elements } = parse(svg);
        for (const { name: tag, attributes } of elements) {
          expect(allowed).toContain(tag);
          for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|href|style/i);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leaves gaps in every broken line, however thick it is, as a solid one would tell a fact', () => {
    const graph = storyGraph();
    for (const select of [[], graph.edges.map(({ key }) => key)]) {
      const parsed = parse(drawPicture(options(graph, { view: { select } })).svg);
      const broken = named(parsed, 'path').filter(({ attributes }) => attributes['stroke-dasharray']);
      expect(broken.length).toBeGreaterThan(0);
      for (const { attributes } of broken) {
        const gaps = attributes['stroke-dasharray']?.split(' ').filter((_, at) => at % 2 === 1) ?? [];
        // A cap would take half the width of the line at both sides of a gap.
        expect(attributes).not.toHaveProperty('stroke-linecap');
        for (const gap of gaps) expect(Number(gap)).toBeGreaterThan(1.9);
      }
    }
  });

  it('writes names as text that can be searched, in any script', () => {
    const graph: Graph = {
      ...storyGraph(),
      nodes: [node('a', 'ليلى'), node('b', '田中美智子'), node('c', 'Jo <Li>')],
      edges: [],
    };
    const { texts, elements } = parse(drawPicture(options(graph, { legend: false })).svg);
    for (const name of ['ليلى', '田中美智子', 'Jo <Li>']) expect(texts).toContain(name);
    expect(elements.filter(({ attributes }) => attributes.direction === 'rtl')).toHaveLength(1);
  });

  it('lets no label cover another, a node, a mark or leave the picture, at any size and framing', () => {
    fc.assert(
      fc.property(
        anyGraph,
        fc.integer({ min: 200, max: 3000 }),
        fc.integer({ min: 200, max: 2000 }),
        fc.boolean(),
        fc.option(
          fc.record({
            x: fc.constant(0),
            y: fc.constant(0),
            ratio: fc.double({ min: 0.2, max: 5, noNaN: true }),
          }),
          {
            nil: undefined,
          },
        ),
        (graph, width, height, legend, camera) => {
          const select = graph.edges.slice(0, 3).map(({ key }) => key);
          const view = { select, ...(camera && { camera }) };
          const { writing, scene } = drawPicture(options(graph, { width, height, legend, view }));
          const boxes = [...writing.labels, ...writing.marks, ...writing.types];
          boxes.forEach((box, at) => {
            for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
            for (const { x, y, radius } of scene.nodes) {
              const on = { x, y, width: 2 * radius, height: 2 * radius };
              if (Math.abs(x - width / 2) < width / 2 && y > 0 && y < scene.size.height - scene.insets.bottom)
                expect(overlap(box, on)).toBe(false);
            }
            expect(box.x - box.width / 2).toBeGreaterThanOrEqual(-1e-6);
            expect(box.y + box.height / 2).toBeLessThanOrEqual(height - scene.insets.bottom + 1e-6);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same text for the same view, whatever the order of the answer', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const turned = { ...graph, nodes: [...graph.nodes].reverse(), edges: [...graph.edges].reverse() };
        const positions = layOut(graph, {});
        expect(drawPicture(options(turned, { positions })).svg).toBe(
          drawPicture(options(graph, { positions })).svg,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('has ground only where it is asked for, and tells what is drawn only in the legend that is asked for', () => {
    const graph = storyGraph();
    const plain = parse(drawPicture(options(graph, { legend: false, transparent: true })).svg);
    expect(named(plain, 'rect')).toHaveLength(0);
    expect(plain.texts).not.toContain('Support');
    const { texts, elements } = parse(
      drawPicture(options(graph, { caption: 'Who takes which stance', credit: 'A report' })).svg,
    );
    expect(elements.filter(({ name }) => name === 'rect')).toHaveLength(1);
    for (const words of ['Support', 'Other edges', 'People', 'Who takes which stance', 'A report'])
      expect(texts).toContain(words);
  });

  it('says in the legend what paler lines mean, of each kind that there is and of no other', () => {
    const told = (properties: Record<string, string>) => {
      const [from, to] = [node('a', 'A'), node('b', 'B')];
      const line = edge('1', 'a', 'b', 'T');
      const edges = [{ ...line, attributes: { ...line.attributes, properties } }];
      const { texts } = parse(drawPicture(options({ ...storyGraph(), nodes: [from, to], edges })).svg);
      return texts.filter((text) => /pale|contested|^(Proposed|Expected|Scheduled)$|a fact/i.test(text));
    };
    expect(told({ modality: 'actual', confidence: 'stated' })).toEqual([]);
    expect(told({ modality: 'actual', confidence: 'inferred' })).toEqual(['Paler: inferred, not stated']);
    for (const modality of ['Proposed', 'Expected', 'Scheduled'])
      expect(told({ modality: modality.toLowerCase(), confidence: 'stated' })).toEqual([
        modality,
        'not, or not yet, a fact',
      ]);
    expect(told({ modality: 'actual', confidence: 'contested' })).toEqual(['Contested']);
  });

  it('says in the legend what sizes, colours and widths mean, with a mark of each size', () => {
    const looks = {
      says: { size: 'PageRank', colour: 'Communities', width: 'Property GDP' },
      key: [{ fill: 0, title: 'Community 1', count: 2 }],
      sizeKey: [
        { radius: 5.5, title: '0.1' },
        { radius: 11, title: '0.4' },
      ],
      widthKey: [{ width: 1, title: '7' }],
    };
    const { texts, elements } = parse(drawPicture(options(storyGraph(), { looks })).svg);
    const told = texts.slice(texts.indexOf('Size: PageRank'));
    expect(told.slice(0, 7)).toEqual([
      ...['Size: PageRank', '0.1', '0.4'],
      ...['Colour: communities', 'Community 1'],
      ...['Width: property GDP', '7'],
    ]);
    const sizes = elements.filter(
      ({ name, attributes }) => name === 'circle' && attributes.fill === THEMES.light.textMuted,
    );
    const [less = 0, more = 0] = sizes.slice(-2).map(({ attributes }) => Number(attributes.r));
    expect(more / less).toBeCloseTo(2);
    const marks = elements.slice(elements.findIndex(({ attributes }) => attributes.transform));
    const shapes = marks.filter(({ name }) => name === 'circle' || name === 'polygon');
    // Shapes in the legend have no colour of their own where colour means something else.
    const fills = new Set(Object.values(THEMES.light.fills));
    expect(shapes.length).toBeGreaterThan(4);
    expect(shapes.filter(({ attributes }) => fills.has(attributes.fill ?? ''))).toEqual([]);
  });

  it('holds the mark of a contested edge on its line, however that is broken or bent', () => {
    const nodes = [node('a', 'A'), node('b', 'B')];
    const contested = { modality: 'hypothetical', confidence: 'contested' };
    const edges = [edge('1', 'a', 'b', 'T', contested), edge('2', 'b', 'a', 'T', contested)];
    const { svg, scene } = drawPicture(options({ ...storyGraph(), nodes, edges }));
    const holds = [...svg.matchAll(/class="hold" d="M([\d.-]+),([\d.-]+)L([\d.-]+),([\d.-]+)"/g)];
    expect(holds.length).toBe(2);
    for (const [, ...ends] of holds) {
      const [fromX = 0, fromY = 0, toX = 0, toY = 0] = ends.map(Number);
      // Longer than the mark is wide, and both ends on the line.
      expect(Math.hypot(toX - fromX, toY - fromY)).toBeGreaterThan(18);
      for (const [x, y] of [
        [fromX, fromY],
        [toX, toY],
      ] as const) {
        const far = scene.edges.flatMap(({ path }) =>
          Array.from({ length: 201 }, (_, at) => pointOn(path, at / 200)).map((on) =>
            Math.hypot(on.x - x, on.y - y),
          ),
        );
        expect(Math.min(...far)).toBeLessThan(2.5);
      }
    }
  });

  it('keeps its legend within the picture, however long what it says', () => {
    const long = 'Confederation of independent and not so independent states '.repeat(4).trim();
    const looks = { says: { colour: 'Property alliance' }, key: [{ fill: 0, title: long, count: 2 }] };
    const { texts } = parse(drawPicture(options(storyGraph(), { looks, width: 320 })).svg);
    const cut = texts.find((each) => each.startsWith('Confederation'));
    expect(cut).toMatch(/…$/);
    expect(widthOf(cut ?? '', 12)).toBeLessThan(300);
  });

  it('leaves the graph room under a long legend, and tells how much of that has none', () => {
    const key = Array.from({ length: 30 }, (_, at) => ({
      fill: at % 8,
      title: `Camp number ${at}`,
      count: 1,
    }));
    const looks = { says: { colour: 'Camps' }, key };
    const draw = (height: number) => drawPicture(options(storyGraph(), { looks, width: 400, height }));
    const { svg, leftOut, scene } = draw(400);
    const { texts } = parse(svg);
    const camps = texts.filter((each) => each.startsWith('Camp number'));
    expect(camps.length).toBeGreaterThan(0);
    expect(texts).toContain(`and ${leftOut} more, that do not fit`);
    const minor = ['Scheduled', 'Expected', 'Proposed', 'Paler: inferred, not stated', 'Contested'];
    expect(texts.filter((each) => minor.includes(each))).toEqual([]);
    expect(camps.length + leftOut).toBe(30 + minor.length);
    // Its first entry stands below every node.
    const first = /y="([\d.]+)"[^>]*>Organisations</.exec(svg)?.[1];
    expect(Math.max(...scene.nodes.map(({ y }) => y))).toBeLessThan(Number(first));
    expect(draw(1_000)).toMatchObject({ leftOut: 0 });
    expect(parse(draw(100).svg).texts).toContain('No room for the legend');
  });

  it('draws parallel edges and self loops apart from each other', () => {
    const graph: Graph = {
      ...storyGraph(),
      nodes: [node('a', 'A'), node('b', 'B')],
      edges: [
        edge('1', 'a', 'b', 'T'),
        edge('2', 'b', 'a', 'T'),
        edge('3', 'a', 'a', 'T'),
        edge('4', 'a', 'a', 'T'),
      ],
    };
    const { elements } = parse(drawPicture(options(graph, { legend: false })).svg);
    const lines = elements
      .filter(({ attributes }) => attributes.fill === 'none')
      .map((each) => each.attributes.d);
    expect(lines).toHaveLength(4);
    expect(new Set(lines).size).toBe(4);
    expect(lines.filter((line) => line?.includes('C'))).toHaveLength(2);
    expect(lines.filter((line) => line?.includes('Q'))).toHaveLength(2);
  });
});
