import { expect, test } from 'vitest';
import { lettering } from '../../../../server/core/geometry/frame.ts';

test('names grow with the room of a picture, and with the text size of the view', () => {
  const beside = { width: 760, height: 620 };
  const usual = lettering(1, beside).name;
  expect(lettering(1, { width: 360, height: 300 }).name).toBe(usual);
  expect(lettering(1, { width: 1920, height: 1032 }).name).toBeGreaterThan(1.2 * usual);
  expect(lettering(1, { width: 3840, height: 2112 }).name).toBeGreaterThan(1.7 * usual);
  expect(lettering(1, beside, 'small').name).toBeLessThan(usual);
  expect(lettering(1, beside, 'large').name).toBeGreaterThan(1.3 * usual);
  expect(lettering(1, beside, 'largest').name).toBeGreaterThan(1.7 * usual);
});

test('types of edges are written smaller than names, and groups larger', () => {
  const { name, type, title } = lettering(0.6, { width: 1000, height: 700 }, 'large');
  expect(type).toBeLessThan(name);
  expect(title).toBeGreaterThan(name);
});
