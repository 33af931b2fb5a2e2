import { expect, it } from 'vitest';
import { text } from '../../../server/core/svg/draw-writing.ts';
import { openDrawing } from '../../../server/pictures/drawing.ts';

/** Where the ink of a picture of 200 by 40 pixels begins and ends, from its left. */
function inkOf(inner: string): [number, number] {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40">${inner}</svg>`;
  const { pixels } = openDrawing(svg).render();
  const columns = Array.from({ length: 200 }, (_, x) => x).filter((x) =>
    Array.from({ length: 40 }, (_, y) => pixels[4 * (y * 200 + x) + 3]).some((alpha) => alpha),
  );
  return [columns[0] ?? Number.NaN, columns.at(-1) ?? Number.NaN];
}

// The letters are of every font; the mark before them says that they are read from the right.
it.each(['NATO', '\u200fNATO'])('writes on the side of a point that it is to be on: %j', (words) => {
  const at = (anchor: string) => inkOf(text(words, 100, 20, { 'font-size': 20, 'text-anchor': anchor }));
  expect(at('start')[0]).toBeGreaterThanOrEqual(98);
  expect(at('end')[1]).toBeLessThanOrEqual(102);
  const [left, right] = at('middle');
  expect(Math.abs((left + right) / 2 - 100)).toBeLessThan(3);
});
