import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, overlap } from '../../../../server/core/geometry/box.ts';
import { crosses, type Segment } from '../../../../server/core/geometry/geometry.ts';
import {
  BEYOND,
  boxOn,
  gapTo,
  type Mark,
  nodeBox,
  sidesOf,
  TOUCHING,
} from '../../../../server/core/labels/label-sides.ts';
import {
  isInside,
  type Labelled,
  placeLabels as place,
  wholeOf,
} from '../../../../server/core/labels/place-labels.ts';
import { cornersOf, SHAPES } from '../../../../server/core/looks/look.ts';

const canvas = { width: 800, height: 500 };
const whole = wholeOf(canvas);
const SIDES = [...TOUCHING, ...BEYOND];
const placeLabels = (labels: readonly Labelled[], obstacles: readonly Box[], pieces: readonly Segment[]) =>
  place(labels, { canvas, marks: labels, obstacles, lines: pieces.map((piece) => ({ piece, weight: 1 })) });
const length = (max: number) => fc.integer({ min: 1, max });
const labelled = fc.uniqueArray(
  fc.record({
    key: fc.string({ minLength: 1, maxLength: 4 }),
    x: fc.integer({ min: 0, max: 800 }),
    y: fc.integer({ min: 0, max: 500 }),
    radius: fc.integer({ min: 3, max: 20 }),
    width: length(140),
    height: length(45),
    shape: fc.constantFrom(...SHAPES),
  }),
  { selector: ({ key }) => key, maxLength: 60 },
);
const segment = fc.tuple(length(800), length(500), length(800), length(500));
const usual = { key: 'a', x: 400, y: 250, radius: 8, width: 80, height: 14, shape: 'circle' } as const;

test('placed labels cover no other label and no node, and none is cut off', () => {
  fc.assert(
    fc.property(labelled, fc.array(segment, { maxLength: 20 }), (labels, lines) => {
      const placed = placeLabels(
        labels.map((label, at) => ({ ...label, needed: at % 3 === 0 })),
        [],
        lines,
      );
      const sides = (key: string) => sidesOf(labels.find((label) => label.key === key) as Labelled);
      placed.forEach((label, at) => {
        expect(isInside(label, whole)).toBe(true);
        for (const other of placed.slice(at + 1)) expect(overlap(label, other)).toBe(false);
        for (const node of labels) expect(gapTo(label, node, sides(node.key))).toBeGreaterThan(0);
      });
    }),
  );
});

test('the first label is placed wherever it has room nearer to its node than to any other', () => {
  fc.assert(
    fc.property(labelled, (labels) => {
      const [first, ...others] = labels;
      if (!first) return;
      const free = SIDES.some((side) => {
        const box = boxOn(side, first);
        const gap = gapTo(box, first, sidesOf(first));
        return (
          isInside(box, whole) && others.every((node) => gapTo(box, node, sidesOf(node)) > 1.2 * gap + 1.5)
        );
      });
      if (free) expect(placeLabels(labels, [], []).some(({ key }) => key === first.key)).toBe(true);
    }),
  );
});

test('a label touches no corner of the shape it names', () => {
  for (const shape of SHAPES)
    for (const side of SIDES) {
      const node = { x: 400, y: 250, radius: 12, width: 80, height: 30, shape };
      const { x, y, width, height } = boxOn(side, node);
      for (const [right, down] of cornersOf(shape) ?? []) {
        const [cornerX, cornerY] = [400 + 12 * right, 250 + 12 * down];
        const inside = 2 * Math.abs(cornerX - x) < width && 2 * Math.abs(cornerY - y) < height;
        expect(inside, `${shape}, ${side}`).toBe(false);
      }
      expect(overlap(boxOn(side, node), nodeBox({ ...node, key: 'a' })), `${shape}, ${side}`).toBe(false);
    }
});

test('a label goes to the side that no line crosses', () => {
  const label = usual;
  const [below] = placeLabels([label], [], []);
  expect(below?.side).toBe('below');
  const [beside] = placeLabels(
    [label],
    [],
    [
      [400, 250, 400, 400],
      [400, 250, 380, 400],
    ],
  );
  expect(beside?.side).toBe('right');
});

test('no label stands so close under another that the two read as one', () => {
  fc.assert(
    fc.property(labelled, (labels) => {
      const placed = placeLabels(labels, [], []);
      placed.forEach((label, at) => {
        for (const other of placed.slice(at + 1))
          expect(overlap({ ...label, height: label.height + 7 }, other)).toBe(false);
      });
    }),
  );
});

test('a label that may not move keeps its side or is left out', () => {
  const label = { ...usual, movable: false };
  const wall = [{ x: 450, y: 250, width: 20, height: 100 }];
  expect(placeLabels([{ ...label, side: 'right' }], wall, [])).toEqual([]);
  expect(placeLabels([{ ...label, side: 'left' }], wall, [])[0]?.side).toBe('left');
});

test('a line crosses a box exactly when one of its points lies in it', () => {
  fc.assert(
    fc.property(segment, length(300), length(200), (line, width, height) => {
      const box = { x: 400, y: 250, width, height };
      const inside = Array.from({ length: 2001 }, (_, at) => at / 2000).some((share) => {
        const x = line[0] + share * (line[2] - line[0]);
        const y = line[1] + share * (line[3] - line[1]);
        return Math.abs(x - box.x) < width / 2 && Math.abs(y - box.y) < height / 2;
      });
      if (inside) expect(crosses(line, box)).toBe(true);
      if (crosses(line, { ...box, width: width - 1, height: height - 1 }) && width > 3 && height > 3) {
        expect(crosses(line, box)).toBe(true);
      }
    }),
  );
});

test('a label of a node in the free area stays in it, and is over no control', () => {
  const free = { x: 300, y: 250, width: 400, height: 300 };
  fc.assert(
    fc.property(labelled, (labels) => {
      const controls = [{ x: 480, y: 380, width: 34, height: 100 }];

      const placed = place(
        labels.map((label) => ({ ...label, needed: true })),
        { canvas, free, marks: labels, obstacles: controls, lines: [] },
      );
      for (const box of placed) {
        const { x, y } = labels.find(({ key }) => key === box.key) ?? { x: 0, y: 0 };
        if (isInside({ x, y, width: 0, height: 0 }, free)) expect(isInside(box, free)).toBe(true);
        for (const control of controls) expect(overlap(box, control)).toBe(false);
      }
    }),
  );
});

test('a walled in label that is needed goes further off and points at its node; another is left out', () => {
  const wall = [0, 1, 2, 3, 4, 5, 6, 7].map(
    (at): Mark => ({
      key: `wall ${at}`,
      x: 400 + 30 * Math.sin((at * Math.PI) / 4),
      y: 250 + 30 * Math.cos((at * Math.PI) / 4),
      radius: 6,
      shape: 'square',
    }),
  );
  const surface = { canvas, marks: [usual, ...wall], obstacles: [], lines: [] };
  const [placed] = place([{ ...usual, needed: true }], surface);
  expect(placed?.side).toMatch(/^away/);
  for (const mark of wall)
    expect(placed?.pointer && crosses(placed.pointer, nodeBox(mark)), mark.key).toBe(false);
  expect(place([usual], surface)).toEqual([]);
});

test('a label that could be elsewhere makes room for one that could not', () => {
  const wide = { ...usual, key: 'wide', width: 60, height: 12, radius: 5 };
  const hemmed = { ...usual, key: 'hemmed', y: 286, width: 36, height: 10, radius: 5 };
  // All that is left to the second is where the first would rather be.
  const walls = [
    { x: 400, y: 390, width: 800, height: 196 },
    { x: 370, y: 286, width: 44, height: 12 },
    { x: 430, y: 286, width: 44, height: 12 },
  ];
  expect(placeLabels([wide], walls, [])[0]?.side).toBe('below');
  const both = placeLabels([wide, hemmed], walls, []);
  expect(both.map(({ key }) => key).sort()).toEqual(['hemmed', 'wide']);
});

test('a label keeps off the head of an edge, but may be beside it in the box about it', () => {
  const sides: Segment[] = [
    [340, 262, 460, 262],
    [460, 262, 460, 263],
    [460, 263, 340, 262],
  ];
  const head = { x: 400, y: 268, width: 120, height: 14 };
  const at = (obstacle: Box & { sides?: Segment[] }) =>
    place([usual], { canvas, marks: [usual], obstacles: [obstacle], lines: [] })[0]?.side;
  expect(at(head)).not.toMatch(/^below/);
  expect(at({ ...head, sides })).not.toBe('below');
  expect(at({ ...head, sides: [[340, 275, 342, 275]] })).toBe('below');
});
