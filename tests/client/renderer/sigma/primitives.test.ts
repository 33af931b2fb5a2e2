import { describe, expect, it } from 'vitest';
import { dashesOf, PATTERN_NAMES } from '../../../../server/core/looks/look.ts';
import { openPicture, pair } from './without-browser.ts';

const { createPrimitives } = await import('../../../../client/renderer/sigma/primitives.ts');

describe('shapes, paths, heads and patterns in GLSL', async () => {
  const { calls } = await openPicture(await pair());
  const shaders = calls('shaderSource').map(([, text]) => String(text));
  const { nodes, edges } = createPrimitives() ?? {};
  const ours: { glsl: string }[] = [
    ...(nodes?.shapes ?? []),
    ...(edges ? [...edges.paths.slice(1), ...edges.extremities, ...edges.layers] : []),
  ];

  it('stand in the shaders that Sigma makes', () => {
    expect(ours.length).toBe(5);
    for (const { glsl } of ours) expect(shaders.some((text) => text.includes(glsl.trim()))).toBe(true);
  });

  it('break lines where pictures as SVG do', () => {
    const [glsl = ''] = edges?.layers.map((layer) => layer.glsl) ?? [];
    PATTERN_NAMES.forEach((name, at) => {
      const [, branch = ''] = glsl.split(`if (abs(v_pattern - ${at}.0) < 0.5)`);
      const [own = ''] = branch.split('}');
      const strokes = [...own.matchAll(/patternStroke\(along, ([\d.]+), ([\d.]+), ([\d.]+)\)/g)];
      const dashes = dashesOf(name);
      const ends = dashes.map((_, to) => dashes.slice(0, to + 1).reduce((sum, length) => sum + length, 0));
      expect(strokes.length, name).toBe(dashes.length / 2);
      strokes.forEach(([, period, middle, half], nth) => {
        expect(Number(period)).toBeCloseTo(ends.at(-1) ?? 0, 5);
        expect(Number(middle) + Number(half)).toBeCloseTo(ends[2 * nth] ?? 0, 5);
        expect(2 * Number(half)).toBeCloseTo(dashes[2 * nth] ?? 0, 5);
      });
    });
  });

  it('name only what Sigma declares there', () => {
    for (const { glsl } of ours)
      for (const shader of shaders.filter((text) => text.includes(glsl.trim()))) {
        const names = glsl.matchAll(/\b[uv]_\w+|\bctx\.(\w+)/g);
        for (const [name, field = name] of names)
          expect(shader, name).toMatch(new RegExp(`\\b(float|vec[234]|int)\\s+${field}\\s*[;=]`));
      }
  });
});
