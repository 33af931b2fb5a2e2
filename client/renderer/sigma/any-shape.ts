import type { SDFShape } from 'sigma/rendering';
import { halfPlanesOf } from '../../../server/core/looks/half-planes.ts';
import { SHAPES } from '../../../server/core/looks/look.ts';

const number = (value: number) => value.toFixed(6);

/** Sets what the shapes differ in: the angle of a sector and of its axis, and the normal and distance of each side. */
export const SHAPE_CASES = SHAPES.map((shape, at) => {
  if (shape === 'circle') return '';
  const { sectors, angle, sides } = halfPlanesOf(shape);
  const [first, second = first] = sides.map((side) => `vec3(${side.map(number).join(', ')})`);
  const [sector, axis] = [number((2 * Math.PI) / sectors), number(angle)];
  return `case ${at}: sector = ${sector}; axis = ${axis}; first = ${first}; second = ${second}; break;`;
}).join('\n');

/** How far `uv`, y upwards, is from a shape whose furthest corner is at `size`. */
export const FOLDED = `
  float turn = mod(atan(uv.x, uv.y) - axis + sector * 0.5, sector) - sector * 0.5;
  vec3 at = vec3(length(uv) * vec2(cos(turn), abs(sin(turn))), -size);
  return max(dot(first, at), dot(second, at));`;

/**
 * All shapes as one, told by a node's `figure`, its place in `SHAPES`: all with corners are half-planes folded around
 * the middle, and Sigma, which asks for shapes where edges end too, writes out every one that it is given.
 */
export function anyShape(): SDFShape {
  return {
    name: 'any',
    uniforms: [],
    attributes: [{ name: 'figure', size: 1, type: WebGL2RenderingContext.FLOAT, source: 'figure' }],
    variables: { figure: { type: 'number', default: 0 } },
    glsl: `
float sdf_any(vec2 uv, float size, float figure) {
  float sector, axis;
  vec3 first, second;
  switch (int(figure + 0.5)) {
${SHAPE_CASES}
default: return length(uv) - size;
  }${FOLDED}
}
`,
  };
}
