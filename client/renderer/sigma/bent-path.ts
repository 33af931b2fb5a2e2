import type { EdgePath } from 'sigma/rendering';
import { LOOP_ANGLE, LOOP_REACH, LOOP_SPREAD } from '../../../server/core/geometry/geometry.ts';

const away = (angle: number) => `vec2(${Math.cos(angle).toFixed(6)}, ${Math.sin(angle).toFixed(6)})`;

/**
 * Every edge that is not straight, as core/scene has it: a cubic Bézier curve, which parallel edges' quadratic ones
 * are too. Sigma's own paths differ in nothing but that it decides how far they bend.
 */
export function pathBent(): EdgePath {
  const { FLOAT } = WebGL2RenderingContext;
  return {
    name: 'bent',
    segments: 32,
    needsNodeSize: true,
    uniforms: [],
    attributes: [
      { name: 'curvature', size: 1, type: FLOAT },
      { name: 'loop', size: 1, type: FLOAT },
    ],
    variables: { curvature: { type: 'number', default: 0 }, loop: { type: 'number', default: 0 } },
    glsl: `
vec4 path_bent_controls(vec2 source, vec2 target) {
  vec2 way = target - source;
  vec2 middle = 0.5 * (source + target) + vec2(-way.y, way.x) * v_curvature;
  float reach = max(v_loop * v_sourceNodeSize * 2.0 * u_correctionRatio / u_sizeRatio, 0.001) * ${LOOP_REACH.toFixed(6)};
  return v_loop > 0.5
    ? vec4(source + reach * ${away(LOOP_ANGLE - LOOP_SPREAD)}, source + reach * ${away(LOOP_ANGLE + LOOP_SPREAD)})
    : vec4(mix(source, middle, 2.0 / 3.0), mix(target, middle, 2.0 / 3.0));
}
vec2 path_bent_position(float t, vec2 source, vec2 target) {
  vec4 controls = path_bent_controls(source, target);
  float u = 1.0 - t;
  return u * u * u * source + 3.0 * u * t * (u * controls.xy + t * controls.zw) + t * t * t * target;
}
`,
  };
}
