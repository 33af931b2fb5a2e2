import { SHAPES } from '../../../server/core/looks/look.ts';
import { CATEGORIES, SCALE_STEPS } from '../../../server/core/looks/palette.ts';
import { EntenteError } from '../../../server/core/model/errors.ts';
import { LINE_COLOURS } from '../../../server/core/scene/overview.ts';

/** The shapes' own fills, then a theme's palette. */
const FILLS = SHAPES.length + CATEGORIES + 1 + SCALE_STEPS;

export interface Shaders {
  vertex: string;
  fragment: string;
}

/** From layout units to Sigma's framed square, and by its matrix to the canvas. */
const PROJECT = `
uniform mat3 u_matrix;
uniform float u_world;
vec4 project(vec2 position) {
  return vec4((u_matrix * vec3(position / u_world + 0.5, 1.0)).xy, 0.0, 1.0);
}`;

/** One-pixel lines in opaque colours. */
export const LINES: Shaders = {
  vertex: `#version 300 es
in vec2 a_position;
in uint a_colour;
uniform vec3 u_colours[${LINE_COLOURS.length}];
flat out vec3 v_colour;
${PROJECT}
void main() {
  gl_Position = project(a_position);
  v_colour = u_colours[a_colour];
}`,
  fragment: `#version 300 es
precision mediump float;
flat in vec3 v_colour;
out vec4 colour;
void main() {
  colour = vec4(v_colour, 1.0);
}`,
};

/** How the shapes that can be told apart at a few pixels are measured; all others are round there. */
const MEASURES: Readonly<Record<string, string>> = {
  square: 'max(abs(at.x), abs(at.y)) * 1.13',
  diamond: '(abs(at.x) + abs(at.y)) * 0.8',
  triangle: 'max(abs(at.x) * 0.87 - at.y * 0.5, at.y) * 1.35 + 0.05',
  wedge: 'max(abs(at.x) * 0.87 + at.y * 0.5, -at.y) * 1.35 + 0.05',
};
const branches = Object.entries(MEASURES)
  .map(
    ([shape, measure]) =>
      `if (v_shape == ${(SHAPES as readonly string[]).indexOf(shape)}u) distance = ${measure};`,
  )
  .join('\n  ');

/** How far each of them reaches from its middle to a side of the square it is drawn in, by the radius. */
const REACHES: Readonly<Record<string, number>> = { square: 0.9, diamond: 1.25, triangle: 1.35, wedge: 1.35 };
const reachOf = `
float reachOf(uint shape) {
  ${Object.entries(REACHES)
    .map(
      ([shape, reach]) =>
        `if (shape == ${(SHAPES as readonly string[]).indexOf(shape)}u) return ${reach.toFixed(2)};`,
    )
    .join('\n  ')}
  return 1.0;
}`;

/** Nodes as points: `at` runs from -1 to 1 over the circle, y upwards. */
export const POINTS: Shaders = {
  vertex: `#version 300 es
in vec2 a_position;
in float a_radius;
in uint a_shape;
in uint a_fill;
uniform float u_size;
uniform vec3 u_colours[${FILLS}];
flat out vec3 v_colour;
flat out uint v_shape;
flat out float v_radius;
flat out float v_reach;
${PROJECT}
${reachOf}
void main() {
  gl_Position = project(a_position);
  v_radius = max(a_radius * u_size, 1.0);
  v_reach = reachOf(a_shape);
  gl_PointSize = 2.0 * v_radius * v_reach + 2.0;
  v_colour = u_colours[a_fill];
  v_shape = a_shape;
}`,
  fragment: `#version 300 es
precision mediump float;
flat in vec3 v_colour;
flat in uint v_shape;
flat in float v_radius;
flat in float v_reach;
out vec4 colour;
void main() {
  vec2 at = (gl_PointCoord * 2.0 - 1.0) * vec2(1.0, -1.0) * (v_reach + 1.0 / v_radius);
  float distance = length(at);
  ${branches}
  float covered = clamp((1.0 - distance) * v_radius + 0.5, 0.0, 1.0);
  colour = vec4(v_colour * covered, covered);
}`,
};

/**
 * Compiles and links a program.
 *
 * @throws EntenteError when the graphics driver refuses it, with what it says; not when the context is lost.
 */
export function programOf(gl: WebGL2RenderingContext, { vertex, fragment }: Shaders): WebGLProgram {
  const program = gl.createProgram() as WebGLProgram;
  const parts = [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const;
  const shaders = parts.map(([kind, text]) => {
    const shader = gl.createShader(kind) as WebGLShader;
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    return shader;
  });
  gl.linkProgram(program);
  const refused = !gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost();
  const said = refused ? shaders.map((shader) => gl.getShaderInfoLog(shader)).join(' ') : '';
  for (const shader of shaders) gl.deleteShader(shader);
  if (refused)
    throw new EntenteError('internal', 'This browser’s graphics driver cannot draw a graph of this size.', {
      cause: `${said} ${gl.getProgramInfoLog(program)}`,
    });
  return program;
}
