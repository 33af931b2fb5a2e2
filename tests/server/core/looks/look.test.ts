import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitTo, freeArea, fromView, toView } from '../../../../server/core/geometry/frame.ts';
import { textWidth, wrapLabel } from '../../../../server/core/labels/text.ts';
import {
  cornersOf,
  dashesOf,
  edgeLook,
  primaryLabel,
  SHAPES,
  shapesOf,
} from '../../../../server/core/looks/look.ts';
import { degreesOf } from '../../../../server/core/looks/sizes.ts';
import { THEMES } from '../../../../server/core/looks/theme.ts';
import { CONFIDENCES, MODALITIES } from '../../../../server/core/model/evidence.ts';
import { LABEL_STYLES } from '../../../../server/core/model/style.ts';
import { buildGraph, byImportance } from '../../../../server/core/scene/build.ts';
import { firstFocus, inTurn, neighbourTowards } from '../../../../server/core/scene/walk.ts';
import { edge, node, storyGraph } from '../../../client/fixtures/story.ts';
import { anyGraph } from '../layout/arbitrary.ts';

describe('the look of an edge', () => {
  const look = (type: string, modality: string, confidence: string) =>
    edgeLook(edge('e', 'a', 'b', type, { modality, confidence }).attributes);

  test('tells sign and modality without colour', () => {
    const patterns = ['SUPPORTS', 'OPPOSES'].flatMap((type) =>
      MODALITIES.map((modality) => look(type, modality, 'stated').pattern),
    );
    expect(new Set(patterns).size).toBe(12);
    // At reading size no two of them are to be taken for each other: they differ in strokes, or clearly in a length.
    const broken = patterns.map((pattern) => dashesOf(pattern)).filter((dashes) => dashes.length > 0);
    for (const [at, one] of broken.entries())
      for (const other of broken.slice(at + 1)) {
        const apart = one.map((length, nth) => {
          const beside = other[nth] ?? 0;
          return Math.max(length, beside) / Math.min(length, beside);
        });
        expect(one.length !== other.length || Math.max(...apart) >= 1.5, `${one} and ${other}`).toBe(true);
      }
  });

  test('is unbroken of a support, dashed of an opposition, dotted of what is not the case', () => {
    const patterns = ['SUPPORTS', 'OPPOSES', 'ATTENDS'].map((type) =>
      ['actual', 'proposed', 'planned'].map((modality) => look(type, modality, 'stated').pattern),
    );
    expect(patterns).toEqual([
      ['solid', 'proposed', 'expected'],
      ['dashed', 'dashed proposed', 'dashed expected'],
      ['solid', 'proposed', 'expected'],
    ]);
    expect(['SUPPORTS', 'OPPOSES', 'ATTENDS'].map((type) => look(type, 'actual', 'stated').colour)).toEqual([
      'support',
      'oppose',
      'neutral',
    ]);
  });

  test('is blue of a support and orange of an opposition, in both themes', () => {
    for (const theme of Object.values(THEMES))
      for (const strength of ['', 'Weak'] as const) {
        const channels = (colour: string) =>
          [1, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
        const [red = 0, blue = 0] = channels(theme[`support${strength}`]);
        expect(blue).toBeGreaterThan(red + 50);
        const [opposed = 0, other = 0] = channels(theme[`oppose${strength}`]);
        expect(opposed).toBeGreaterThan(other + 50);
      }
  });

  test('is weaker for whatever is not both actual and stated, and marked when contested', () => {
    for (const type of ['SUPPORTS', 'OPPOSES', 'ATTENDS']) {
      const firm = look(type, 'actual', 'stated');
      for (const modality of MODALITIES) {
        for (const confidence of CONFIDENCES) {
          const weak = modality !== 'actual' || confidence !== 'stated';
          const each = look(type, modality, confidence);
          expect(each.colour).toBe(weak ? `${firm.colour}Weak` : firm.colour);
          expect(each.contested).toBe(confidence === 'contested');
        }
      }
    }
  });

  test('is clearly stronger with a sign than without, even where it is weak', () => {
    const weakest = look('SUPPORTS', 'proposed', 'inferred').width;
    expect(weakest).toBeGreaterThanOrEqual(1.5 * look('ATTENDS', 'actual', 'stated').width);
  });

  test('is firm where a database holds no evidence', () => {
    expect(edgeLook({ sign: 1, properties: {} })).toEqual(look('SUPPORTS', 'actual', 'stated'));
  });
});

describe('shapes', () => {
  test('of well-known labels are theirs, and others take shapes that are free', () => {
    const shapes = shapesOf({
      nodes: [node('a', 'A'), node('b', 'B', ['Movie']), node('c', 'C', ['Award'])],
    });
    expect(shapes.get('Person')).toBe('circle');
    expect(new Set(shapes.values()).size).toBe(3);
  });

  test('tell ten labels apart, and none has the same corners or a weight far from the others', () => {
    const nodes = Array.from({ length: 10 }, (_, at) => node(`${at}`, 'A', [`Label ${at}`]));
    expect(new Set(shapesOf({ nodes }).values()).size).toBe(10);
    expect(new Set(SHAPES.map((shape) => JSON.stringify(cornersOf(shape)))).size).toBe(10);
    for (const shape of SHAPES) {
      const corners = cornersOf(shape);
      if (!corners) continue;
      // The shoelace formula.
      const doubled = corners.reduce((sum, [x, y], at) => {
        const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [0, 0];
        return sum + x * nextY - nextX * y;
      }, 0);
      expect(doubled / 2 / Math.PI, shape).toBeGreaterThan(0.75);
      expect(doubled / 2 / Math.PI, shape).toBeLessThan(1.25);
    }
  });

  test('do not depend on what a filter shows, but on the labels of the whole database', () => {
    const labels = ['Award', 'Director', 'Genre', 'Movie', 'Person', 'Studio'];
    const all = shapesOf({ attributes: { labels }, nodes: labels.map((each) => node(each, each, [each])) });
    expect(new Set(all.values()).size).toBe(labels.length);
    fc.assert(
      fc.property(fc.subarray(labels), (shown) => {
        const nodes = shown.map((each) => node(each, each, [each]));
        const part = shapesOf({ attributes: { labels }, nodes });
        for (const label of shown) expect(part.get(label)).toBe(all.get(label));
      }),
    );
  });

  test('are looked for once for the same nodes', () => {
    const nodes = [node('a', 'A')];
    expect(shapesOf({ nodes })).toBe(shapesOf({ nodes }));
  });

  test('of the style table are all different', () => {
    const used = Object.values(LABEL_STYLES).map(({ shape }) => shape);
    expect(new Set(used).size).toBe(used.length);
  });

  test('go by the specific label, not by one that only gathers others', () => {
    expect(primaryLabel(['Actor', 'State'])).toBe('State');
    expect(primaryLabel(['Actor'])).toBe('Actor');
    expect(primaryLabel([])).toBe('');
  });
});

test('a graph is built the same whatever the order of the answer', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const reversed = { ...graph, nodes: [...graph.nodes].reverse(), edges: [...graph.edges].reverse() };
      expect(buildGraph(reversed, {}, new Map()).export()).toEqual(buildGraph(graph, {}, new Map()).export());
    }),
  );
});

test('a self loop counts once in a degree', () => {
  expect(degreesOf({ nodes: [node('a', 'A')], edges: [edge('e', 'a', 'a')] }).get('a')).toBe(1);
});

describe('a wrapped label', () => {
  test('loses no character but spaces when whole, and is at most three lines otherwise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (caption) => {
        const squeezed = (text: string) => text.replace(/\s/gu, '');
        expect(squeezed(wrapLabel(caption, true).lines.join(''))).toBe(squeezed(caption));
        expect(wrapLabel(caption).lines.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('breaks between words into lines of like length', () => {
    expect(wrapLabel('Deputy Minister of Foreign Trade').lines).toEqual([
      'Deputy Minister',
      'of Foreign Trade',
    ]);
    expect(wrapLabel('Jo Li').lines).toEqual(['Jo Li']);
  });

  test('counts ideographs as full squares', () => {
    expect(textWidth('東海')).toBe(2);
    expect(textWidth('ab')).toBeLessThan(1.2);
  });
});

describe('framing', () => {
  const size = fc.record({
    width: fc.integer({ min: 320, max: 4000 }),
    height: fc.integer({ min: 400, max: 2200 }),
  });
  const inset = fc.integer({ min: 0, max: 300 });
  const insets = fc.record({ top: inset, right: inset, bottom: inset, left: inset });
  const coordinate = fc.integer({ min: -2000, max: 2000 });
  const positions = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 30 });

  test('shows every position in the part that no overlay covers', () => {
    fc.assert(
      fc.property(positions, size, insets, (all, window, covered) => {
        const { x, y, scale } = fitTo(all, window, covered);
        const free = freeArea(window, covered);
        for (const position of all) {
          expect(Math.abs((position.x - x) * scale)).toBeLessThanOrEqual(free.width / 2 + 1e-6);
          expect(Math.abs((position.y - y) * scale)).toBeLessThanOrEqual(free.height / 2 + 1e-6);
        }
      }),
    );
  });

  test('survives being kept in a view', () => {
    fc.assert(
      fc.property(positions, size, insets, (all, window, covered) => {
        const framing = fitTo(all, window, covered);
        const again = fromView(toView(framing, window, covered), window, covered);
        expect(again.x).toBeCloseTo(framing.x, 1);
        expect(again.scale / framing.scale).toBeCloseTo(1, 2);
      }),
    );
  });

  test('shows on any other window all that the author of a view saw, and no more than it has to', () => {
    fc.assert(
      fc.property(positions, size, insets, size, insets, (all, window, covered, other, otherCovered) => {
        const framing = fitTo(all, window, covered);
        const [saw, free] = [freeArea(window, covered), freeArea(other, otherCovered)];
        const again = fromView(toView(framing, window, covered), other, otherCovered);
        const shares = [
          (saw.width / framing.scale / free.width) * again.scale,
          (saw.height / framing.scale / free.height) * again.scale,
        ];
        expect(Math.max(...shares)).toBeCloseTo(1, 1);
      }),
    );
  });

  test('takes a camera of no known window for one of the usual room', () => {
    const camera = { x: 3, y: 4, ratio: 2 };
    const none = { top: 0, right: 0, bottom: 0, left: 0 };
    expect(fromView(camera, { width: 1280, height: 800 }, none)).toEqual({ x: 3, y: 4, scale: 0.5 });
  });
});

describe('walking by keys', () => {
  const graph = storyGraph();
  const drawn = buildGraph(
    graph,
    {},
    new Map(graph.nodes.map(({ key }, at) => [key, { x: (at % 7) * 100, y: Math.floor(at / 7) * 90 }])),
  );

  test('in turn reaches every node, and comes back', () => {
    const seen = new Set<string>();
    let at = inTurn(byImportance(drawn), undefined, 1) ?? '';
    for (let step = 0; step < drawn.order; step++) {
      seen.add(at);
      at = inTurn(byImportance(drawn), at, 1) ?? '';
    }
    expect(seen.size).toBe(drawn.order);
    expect(at).toBe(inTurn(byImportance(drawn), undefined, 1));
    expect(inTurn(byImportance(drawn), inTurn(byImportance(drawn), at, 1), -1)).toBe(at);
  });

  test('by arrow goes that way, to a connected node where one lies there', () => {
    for (const from of drawn.nodes()) {
      const to = neighbourTowards(drawn, from, 'right');
      if (to === undefined) continue;
      const [start, end] = [drawn.getNodeAttributes(from), drawn.getNodeAttributes(to)];
      expect(end.x).toBeGreaterThan(start.x);
      const straight = drawn
        .neighbors(from)
        .some(
          (key) => drawn.getNodeAttribute(key, 'y') === start.y && drawn.getNodeAttribute(key, 'x') > start.x,
        );
      if (straight) expect(drawn.areNeighbors(from, to)).toBe(true);
    }
  });

  test('starts at what is selected, else at the most connected node', () => {
    expect(firstFocus(drawn, ['state-3'])).toBe('state-3');
    expect(firstFocus(drawn, [])).toBe(byImportance(drawn)[0]);
  });
});
