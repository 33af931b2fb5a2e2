import { describe, expect, test } from 'vitest';
import { contrast, THEMES } from '../../../../server/core/looks/theme.ts';
import { leastDistance } from './colour-distance.ts';

describe.each(Object.entries(THEMES))('the %s theme', (_name, theme) => {
  const { ground, surface, surfaceHover, surfaceActive } = theme;

  test.each([
    ['label', theme.label, [ground, theme.halo]],
    ['text', theme.text, [ground, surface, surfaceHover, surfaceActive]],
    ['textMuted', theme.textMuted, [ground, surface, surfaceHover]],
    ['accent', theme.accent, [ground, surface, surfaceHover, theme.accentText]],
    ['error', theme.error, [ground, surface]],
  ])('%s can be read as text', (_token, colour, behind) => {
    for (const each of behind) expect(contrast(colour, each)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ...(['support', 'supportWeak', 'oppose', 'opposeWeak', 'neutral', 'neutralWeak'] as const).map(
      (token) => [token, theme[token]] as const,
    ),
    ...Object.entries(theme.fills),
    ...theme.palette.map((fill, at) => [`palette ${at}`, fill] as const),
    ['selected', theme.selected] as const,
    ['hovered', theme.hovered] as const,
    ['lineStrong', theme.lineStrong] as const,
    ['focusRing', theme.focusRing] as const,
  ])('%s stands out from ground and surface', (_token, colour) => {
    for (const each of [ground, surface]) expect(contrast(colour, each)).toBeGreaterThanOrEqual(3);
  });

  test('tells any two fills of shapes apart, for the colour-blind too', () => {
    const fills = Object.entries(theme.fills);
    for (const [at, [shape, fill]] of fills.entries())
      for (const [other, beside] of fills.slice(at + 1))
        expect(leastDistance(fill, beside), `${shape} and ${other}`).toBeGreaterThan(0.06);
  });
});

test('contrast is 21 between black and white, 1 between equals, and has no order', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#757a80', '#757a80')).toBe(1);
  expect(contrast('#1c62ac', '#fbfaf7')).toBe(contrast('#fbfaf7', '#1c62ac'));
});
