import { SHAPES } from '../../../server/core/looks/look.ts';
import { colourOf } from '../../../server/core/looks/swatch.ts';
import type { Theme } from '../../../server/core/looks/theme.ts';
import { mix } from '../../../server/core/looks/weights.ts';
import { LINE_COLOURS, type Overview, USUAL } from '../../../server/core/scene/overview.ts';
import { type RenderParams, WORLD } from '../sigma/picture.ts';
import { LINES, POINTS, programOf } from './overview-shaders.ts';

/** What the layer is drawn by, asked anew for each frame. */
export interface OverviewPaint {
  theme: Theme;
  /** How much of each line's colour is taken by the ground, from 0 to 1, so that thousands do not hide the nodes. */
  thin: number;
  /** Of each line, from 0 to 1: darker is where more of them lie over one another. */
  opacity: number;
  /** How far all of it has faded, from 0 to 1. */
  fade: number;
  /** Radius of a node in pixels by its radius in layout units. */
  nodeScale: number;
}

/** The layer as Sigma drives it, and what it draws. */
export interface OverviewLayer {
  /** Draws another overview from now on; nothing when undefined. To be called again when its arrays change. */
  show(overview: Overview | undefined): void;
  render(params: RenderParams): void;
  kill(): void;
}

/**
 * Draws all lines of a graph in one call and all nodes in another. It shares Sigma's WebGL 2 context and
 * leaves no state in it but the bound program.
 */
export function createOverviewLayer(gl: WebGL2RenderingContext, paint: () => OverviewPaint): OverviewLayer {
  const lines = vertexList(gl, programOf(gl, LINES), [
    ['a_position', 2, gl.FLOAT],
    ['a_colour', 1, gl.UNSIGNED_BYTE],
  ]);
  const points = vertexList(gl, programOf(gl, POINTS), [
    ['a_position', 2, gl.FLOAT],
    ['a_radius', 1, gl.FLOAT],
    ['a_shape', 1, gl.UNSIGNED_BYTE],
    ['a_fill', 1, gl.UNSIGNED_BYTE],
  ]);
  return {
    show(overview) {
      lines.fill(overview ? linesOf(overview) : []);
      points.fill(overview ? pointsOf(overview) : []);
    },
    render({ matrix, pixelRatio }) {
      if (points.count() === 0) return;
      const { theme, thin, opacity, fade, nodeScale } = paint();
      const colours = LINE_COLOURS.map((token) =>
        mix(mix(colourOf(theme, token), theme.ground, thin), theme.faded, fade),
      );
      const fills = [...SHAPES.map((shape) => theme.fills[shape]), ...theme.palette].map((fill) =>
        mix(fill, theme.faded, fade),
      );
      const shared = { u_matrix: matrix, u_world: WORLD, u_size: nodeScale * pixelRatio };
      // Opaque lines need not look at what they cover, which without a card costs as much as a seventh of them.
      if (opacity === 1) gl.disable(gl.BLEND);
      lines.draw(gl.LINES, { ...shared, u_colours: rgb(colours), u_opacity: opacity });
      gl.enable(gl.BLEND);
      points.draw(gl.POINTS, { ...shared, u_colours: rgb(fills) });
    },
    kill() {
      lines.kill();
      points.kill();
    },
  };
}

function linesOf({ x, y, ends, colour }: Overview): ArrayBufferView[] {
  const positions = new Float32Array(ends.length * 2);
  const colours = new Uint8Array(ends.length);
  for (let end = 0; end < ends.length; end += 1) {
    const node = ends[end] ?? 0;
    positions[2 * end] = x[node] ?? 0;
    positions[2 * end + 1] = y[node] ?? 0;
    colours[end] = colour[end >> 1] ?? 0;
  }
  return [positions, colours];
}

function pointsOf({ x, y, radius, shape, fill, order }: Overview): ArrayBufferView[] {
  const positions = new Float32Array(order.length * 2);
  const radii = new Float32Array(order.length);
  const [shapes, fills] = [new Uint8Array(order.length), new Uint8Array(order.length)];
  // The most connected are drawn last, over the others.
  order.forEach((node, rank) => {
    const at = order.length - 1 - rank;
    positions[2 * at] = x[node] ?? 0;
    positions[2 * at + 1] = y[node] ?? 0;
    [radii[at], shapes[at]] = [radius[node] ?? 0, shape[node] ?? 0];
    const own = fill[node] ?? USUAL;
    fills[at] = own === USUAL ? (shape[node] ?? 0) : SHAPES.length + own;
  });
  return [positions, radii, shapes, fills];
}

/** `#rrggbb` colours as one list of shares of red, green and blue. */
function rgb(colours: readonly string[]): Float32Array {
  return Float32Array.from(
    colours.flatMap((colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)),
  );
}

type Attribute = [name: string, size: number, type: number];
type Uniforms = Readonly<Record<string, number | Float32Array>>;

/** Vertices with one buffer an attribute, and the program that draws them. */
function vertexList(gl: WebGL2RenderingContext, program: WebGLProgram, attributes: readonly Attribute[]) {
  const list = gl.createVertexArray();
  const buffers = attributes.map(() => gl.createBuffer());
  const places = new Map<string, WebGLUniformLocation | null>();
  let count = 0;
  gl.bindVertexArray(list);
  attributes.forEach(([name, size, type], at) => {
    gl.bindBuffer(gl.ARRAY_BUFFER, buffers[at] ?? null);
    const place = gl.getAttribLocation(program, name);
    gl.enableVertexAttribArray(place);
    if (type === gl.FLOAT) gl.vertexAttribPointer(place, size, type, false, 0, 0);
    else gl.vertexAttribIPointer(place, size, type, 0, 0);
  });
  gl.bindVertexArray(null);
  const set = (name: string, value: number | Float32Array) => {
    if (!places.has(name)) places.set(name, gl.getUniformLocation(program, name));
    const place = places.get(name) ?? null;
    if (typeof value === 'number') gl.uniform1f(place, value);
    else if (name === 'u_matrix') gl.uniformMatrix3fv(place, false, value);
    else gl.uniform3fv(place, value);
  };
  return {
    count: () => count,
    fill(data: readonly ArrayBufferView[]) {
      const [first] = data as readonly Float32Array[];
      count = first ? first.length / (attributes[0]?.[1] ?? 1) : 0;
      buffers.forEach((buffer, at) => {
        gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
        gl.bufferData(gl.ARRAY_BUFFER, data[at] ?? new Uint8Array(0), gl.STATIC_DRAW);
      });
    },
    draw(mode: number, uniforms: Uniforms) {
      // biome-ignore lint/correctness/useHookAtTopLevel: a name of WebGL's, not a hook
      gl.useProgram(program);
      for (const [name, value] of Object.entries(uniforms)) set(name, value);
      gl.bindVertexArray(list);
      gl.drawArrays(mode, 0, count);
      gl.bindVertexArray(null);
    },
    kill() {
      for (const buffer of buffers) gl.deleteBuffer(buffer);
      gl.deleteVertexArray(list);
      gl.deleteProgram(program);
    },
  };
}
