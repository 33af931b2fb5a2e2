import { describe, expect, it } from 'vitest';
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

  it('name only what Sigma declares there', () => {
    for (const { glsl } of ours)
      for (const shader of shaders.filter((text) => text.includes(glsl.trim()))) {
        const names = glsl.matchAll(/\b[uv]_\w+|\bctx\.(\w+)/g);
        for (const [name, field = name] of names)
          expect(shader, name).toMatch(new RegExp(`\\b(float|vec[234]|int)\\s+${field}\\s*[;=]`));
      }
  });
});
