import { reachOf, SHAPES } from '../../../server/core/looks/look.ts';
import { CATEGORIES, SCALE_STEPS } from '../../../server/core/looks/palette.ts';
import { EntenteError } from '../../../server/core/model/errors.ts';
import { LINE_COLOURS } from '../../../server/core/scene/overview.ts';
import { FOLDED, SHAPE_CASES } from '../sigma/any-shape.ts';

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

/** One-pixel lines, all of the same opacity. */
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
uniform float u_opacity;
out vec4 colour;
void main() {
  colour = vec4(v_colour * u_opacity, u_opacity);
}`,
};

/** How far the corners of each shape reach beyond the circle of its radius, by its place in `SHAPES`. */
const REACHES = SHAPES.map((shape) => reachOf(shape).toFixed(6)).join(', ');

/**
 * Nodes as points, in the shapes that Sigma draws: `uv` runs from -1 to 1 over a shape's furthest corners, y upwards.
 * What a shape is made of is found once for each node and not for each of its pixels.
 */
export const POINTS: Shaders = {
  vertex: `#version 300 es
in vec2 a_position;
in float a_radius;
in uint a_shape;
in uint a_fill;
uniform float u_size;
uniform vec3 u_colours[${FILLS}];
flat out vec3 v_colour, v_first, v_second;
flat out float v_radius, v_sector, v_axis;
const float reaches[${SHAPES.length}] = float[](${REACHES});
${PROJECT}
void main() {
  gl_Position = project(a_position);
  v_radius = max(a_radius * u_size, 1.0) * reaches[a_shape];
  gl_PointSize = 2.0 * v_radius + 2.0;
  v_colour = u_colours[a_fill];
  float sector = 0.0, axis = 0.0;
  vec3 first = vec3(0.0), second = vec3(0.0);
  switch (int(a_shape)) {
${SHAPE_CASES}
default: break;
  }
  v_sector = sector;
  v_axis = axis;
  v_first = first;
  v_second = second;
}`,
  fragment: `#version 300 es
precision highp float;
flat in vec3 v_colour, v_first, v_second;
flat in float v_radius, v_sector, v_axis;
out vec4 colour;
float folded(vec2 uv, float size, float sector, float axis, vec3 first, vec3 second) {${FOLDED}
}
void main() {
  vec2 uv = (gl_PointCoord * 2.0 - 1.0) * vec2(1.0, -1.0) * (1.0 + 1.0 / v_radius);
  float distance = v_sector == 0.0 ? length(uv) - 1.0 : folded(uv, 1.0, v_sector, v_axis, v_first, v_second);
  float covered = clamp(0.5 - distance * v_radius, 0.0, 1.0);
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
