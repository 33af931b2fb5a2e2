import { halfPlanesOf } from '../../../server/core/looks/half-planes.ts';
import type { Shape } from '../../../server/core/model/style.ts';

/** A shape with corners as a shader measures it: all are folded alike, and software compiles few sides sooner. */
export interface ShapeShader {
  /** Of a sector and of its axis, in radians, as GLSL. */
  sector: string;
  axis: string;
  /** Each side as a `vec3`: its normal and its distance. */
  sides: string[];
}

const number = (value: number) => value.toFixed(6);

export function shapeShader(shape: Exclude<Shape, 'circle'>): ShapeShader {
  const { sectors, angle, sides } = halfPlanesOf(shape);
  return {
    sector: number((2 * Math.PI) / sectors),
    axis: number(angle),
    sides: sides.map((side) => `vec3(${side.map(number).join(', ')})`),
  };
}

/** The body of a function that gives how far `uv` is from a shape of a `size`, negative inside. */
export function distanceIn(sector: string, axis: string, sides: readonly string[]): string {
  const distances = sides.map((side) => `dot(${side}, at)`);
  return `
  float turn = mod(atan(uv.x, uv.y) - ${axis} + ${sector} * 0.5, ${sector}) - ${sector} * 0.5;
  vec3 at = vec3(length(uv) * vec2(cos(turn), abs(sin(turn))), -size);
  return ${distances.reduce((one, other) => `max(${one}, ${other})`)};`;
}
