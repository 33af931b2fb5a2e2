import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, overlap } from '../../../../server/core/geometry/box.ts';
import { crosses, type Segment } from '../../../../server/core/geometry/geometry.ts';
import { boxOn, nodeBox, SIDES } from '../../../../server/core/labels/label-sides.ts';
import {
  isInside,
  type Labelled,
  placeLabels as place,
  wholeOf,
} from '../../../../server/core/labels/place-labels.ts';
import { cornersOf, extentOf, SHAPES } from '../../../../server/core/looks/look.ts';

const canvas = { width: 800, height: 500 };
const whole = wholeOf(canvas);
const placeLabels = (labels: readonly Labelled[], obstacles: readonly Box[], pieces: readonly Segment[]) =>
  place(labels, { canvas, obstacles, lines: pieces.map((piece) => ({ piece, weight: 1 })) });
const length = (max: number) => fc.integer({ min: 1, max });
const labelled = fc.uniqueArray(
  fc.record({
    key: fc.string({ minLength: 1, maxLength: 4 }),
    x: fc.integer({ min: 0, max: 800 }),
    y: fc.integer({ min: 0, max: 500 }),
    radius: fc.integer({ min: 3, max: 20 }),
    width: length(140),
    height: length(45),
  }),
  { selector: ({ key }) => key, maxLength: 60 },
);
const segment = fc.tuple(length(800), length(500), length(800), length(500));
const nodeBoxes = (nodes: readonly { x: number; y: number; radius: number }[]): Box[] =>
  nodes.map(({ x, y, radius }) => ({ x, y, width: 2 * radius, height: 2 * radius }));

test('placed labels cover no other label and no node, and none is cut off', () => {
  fc.assert(
    fc.property(labelled, fc.array(segment, { maxLength: 20 }), (labels, lines) => {
      const nodes = nodeBoxes(labels);
      const placed = placeLabels(
        labels.map((label, at) => ({ ...label, reach: at % 3 === 0 ? 100 : 0, needed: at % 3 === 0 })),
        nodes,
        lines,
      );
      placed.forEach((label, at) => {
        expect(isInside(label, whole)).toBe(true);
        for (const other of [...placed.slice(at + 1), ...nodes]) expect(overlap(label, other)).toBe(false);
      });
    }),
  );
});

test('the first label is placed wherever it has room at all', () => {
  fc.assert(
    fc.property(labelled, (labels) => {
      const [first] = labels;
      if (!first) return;
      const nodes = nodeBoxes(labels);
      const free = SIDES.some((side) => {
        const box = boxOn(side, first);
        return isInside(box, whole) && nodes.every((node) => !overlap(box, node));
      });
      expect(placeLabels(labels, nodes, []).some(({ key }) => key === first.key)).toBe(free);
    }),
  );
});

test('a label touches no corner of the shape it names', () => {
  for (const shape of SHAPES)
    for (const side of SIDES) {
      const node = { x: 400, y: 250, radius: 12, width: 80, height: 30, extent: extentOf(shape) };
      const { x, y, width, height } = boxOn(side, node);
      for (const [right, down] of cornersOf(shape) ?? []) {
        const [cornerX, cornerY] = [400 + 12 * right, 250 + 12 * down];
        const inside = 2 * Math.abs(cornerX - x) < width && 2 * Math.abs(cornerY - y) < height;
        expect(inside, `${shape}, ${side}`).toBe(false);
      }
      expect(overlap(boxOn(side, node), nodeBox(node)), `${shape}, ${side}`).toBe(false);
    }
});

test('a label goes to the side that no line crosses', () => {
  const label = { key: 'a', x: 400, y: 250, radius: 8, width: 80, height: 14 };
  const [below] = placeLabels([label], nodeBoxes([label]), []);
  expect(below?.side).toBe('below');
  const [beside] = placeLabels([label], nodeBoxes([label]), [
    [400, 250, 400, 400],
    [400, 250, 380, 400],
  ]);
  expect(beside?.side).toBe('right');
});

test('no label stands so close under another that the two read as one', () => {
  fc.assert(
    fc.property(labelled, (labels) => {
      const placed = placeLabels(labels, nodeBoxes(labels), []);
      placed.forEach((label, at) => {
        for (const other of placed.slice(at + 1))
          expect(overlap({ ...label, height: label.height + 7 }, other)).toBe(false);
      });
    }),
  );
});

test('a label that may not move keeps its side or is left out', () => {
  const label = { key: 'a', x: 400, y: 250, radius: 8, width: 80, height: 14, movable: false };
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
      const obstacles = [...nodeBoxes(labels), ...controls];
      const placed = place(
        labels.map((label) => ({ ...label, reach: 100 })),
        { canvas, free, obstacles, lines: [] },
      );
      for (const box of placed) {
        const { x, y } = labels.find(({ key }) => key === box.key) ?? { x: 0, y: 0 };
        if (isInside({ x, y, width: 0, height: 0 }, free)) expect(isInside(box, free)).toBe(true);
        for (const control of controls) expect(overlap(box, control)).toBe(false);
      }
    }),
  );
});

test('a walled in label that is needed goes a little further off, tied to its node; another is left out', () => {
  const label = { key: 'a', x: 400, y: 250, radius: 8, width: 80, height: 14, reach: 100, needed: true };
  const wall = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => ({
    x: 400 + 30 * Math.sin((at * Math.PI) / 4),
    y: 250 + 30 * Math.cos((at * Math.PI) / 4),
    width: 12,
    height: 12,
  }));
  const [placed] = placeLabels([label], wall, []);
  expect(placed?.side).toMatch(/^away/);
  for (const box of wall) expect(placed?.leader && crosses(placed.leader, box)).toBe(false);
  expect(placeLabels([{ ...label, reach: 0 }], wall, [])).toEqual([]);
});

test('a needed label that is crowded out by an earlier one chooses first', () => {
  const wide = { key: 'wide', x: 400, y: 250, radius: 5, width: 60, height: 12 };
  const needed = { key: 'needed', x: 400, y: 275, radius: 5, width: 36, height: 10, needed: true };
  // All that is left of the ground is a strip between the two.
  const walls = [
    { x: 400, y: 400, width: 800, height: 240 },
    { x: 400, y: 100, width: 800, height: 282 },
    { x: 180, y: 262, width: 360, height: 60 },
    { x: 620, y: 262, width: 360, height: 60 },
  ];
  const obstacles = [...walls, ...nodeBoxes([wide, needed])];
  expect(placeLabels([wide], obstacles, []).map(({ key }) => key)).toEqual(['wide']);
  expect(placeLabels([wide, needed], obstacles, []).map(({ key }) => key)).toEqual(['needed']);
});

test('in a crowd the most important are named over others, and no named node is covered', () => {
  fc.assert(
    fc.property(labelled, (labels) => {
      const placed = place(labels, { canvas, obstacles: [], lines: [], crowded: true });
      const named = labels.filter(({ key }) => placed.some((label) => label.key === key));
      placed.forEach((label, at) => {
        for (const other of [...placed.slice(at + 1), ...nodeBoxes(named)])
          expect(overlap(label, other)).toBe(false);
      });
      const [first] = labels;
      const hasRoom = first && SIDES.some((side) => isInside(boxOn(side, first), whole));
      if (hasRoom) expect(placed[0]?.key).toBe(first.key);
    }),
  );
});
