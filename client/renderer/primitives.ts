import type { EdgeExtremity, EdgeLayer, SDFShape } from 'sigma/rendering';
import { extremityArrow, layerFill, pathCurved, pathLine, pathLoop, sdfCircle } from 'sigma/rendering';
import { defineSigmaOptions } from 'sigma/types';
import type { Shape } from '../../server/contract/style.ts';
import { PATTERNS, type Pattern, SHAPES } from '../graph/look.ts';
import { profileOf, reachOf } from '../graph/shapes.ts';

const POLYGONS = SHAPES.filter((shape) => shape !== 'circle');

/** The patterns by the number the shader knows them by. */
export const PATTERN_NUMBERS: Readonly<Record<Pattern, number>> = {
  solid: 0,
  dashed: 1,
  dotted: 2,
  dashDotted: 3,
};

/** Shapes, paths, arrows and the pattern layer, as Sigma compiles them into its two programs. */
export function createPrimitives() {
  const arrow = extremityArrow({ lengthRatio: 3.8, widthRatio: 3.4 });
  return defineSigmaOptions({
    primitives: {
      nodes: { shapes: [sdfCircle(), ...POLYGONS.map(polygon)], layers: [layerFill()] },
      edges: {
        paths: [pathLine(), pathCurved(), pathLoop()],
        extremities: [arrow, renamed(extremityArrow({ lengthRatio: 7, widthRatio: 6 }), 'slimArrow')],
        variables: { pattern: { type: 'number', default: 0 } },
        layers: [patternLayer()],
      },
    },
  }).primitives;
}

/** An arrow for thin lines: its head would be too small at the same share of the line's width. */
function renamed(extremity: EdgeExtremity, name: string): EdgeExtremity {
  return { ...extremity, name, glsl: extremity.glsl.replaceAll('extremity_arrow', `extremity_${name}`) };
}

/**
 * The signed distance to a shape, folded onto its profile: as few sides as can be, as software that draws
 * without a graphics card takes seconds to compile many. `size` is that of the furthest corner.
 */
function polygon(name: Exclude<Shape, 'circle'>): SDFShape {
  const { sectors, angle, points } = profileOf(name);
  const reach = reachOf(name);
  const number = (value: number) => value.toFixed(6);
  const vector = ([along, off]: readonly [number, number]) =>
    `size * vec2(${number(along / reach)}, ${number(off / reach)})`;
  const sides = points.slice(1).map((to, at) => {
    const from = points[at] ?? to;
    return `
  from = ${vector(from)};
  way = ${vector(to)} - from;
  off = folded - from;
  nearest = off - way * clamp(dot(off, way) / dot(way, way), 0.0, 1.0);
  distance = min(distance, length(nearest));
  if (way.x * off.y < way.y * off.x) side = 1.0;`;
  });
  return {
    name,
    uniforms: [],
    inradiusFactor: Math.min(...points.slice(1).map((to, at) => distanceTo(points[at] ?? to, to))) / reach,
    glsl: `
float sdf_${name}(vec2 uv, float size) {
  float sector = ${number((2 * Math.PI) / sectors)};
  float angle = mod(atan(uv.x, uv.y) - ${number(angle)} + sector * 0.5, sector) - sector * 0.5;
  vec2 folded = length(uv) * vec2(cos(angle), abs(sin(angle)));
  vec2 from, way, off, nearest;
  float distance = 1e6;
  float side = -1.0;${sides.join('')}
  return side * distance;
}
`,
  };
}

/** How far a straight piece is from the origin. */
function distanceTo(
  [fromX, fromY]: readonly [number, number],
  [toX, toY]: readonly [number, number],
): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const share = Math.min(1, Math.max(0, -(fromX * dx + fromY * dy) / (dx * dx + dy * dy)));
  return Math.hypot(fromX + share * dx, fromY + share * dy);
}

/**
 * Fills an edge in its colour, broken by its pattern. Strokes are counted from the target, so that they
 * meet the arrow alike on every edge; the arrow itself is never broken. Lengths scale as widths do.
 */
function patternLayer(): EdgeLayer {
  const branches = Object.entries(PATTERNS)
    .filter(([, lengths]) => lengths.length > 0)
    .map(([name, lengths]) => branch(PATTERN_NUMBERS[name as Pattern], lengths));
  return {
    name: 'pattern',
    uniforms: [],
    attributes: [{ name: 'a_pattern', size: 1, type: WebGL2RenderingContext.FLOAT, source: 'pattern' }],
    glsl: `
float patternStroke(float along, float period, float middle, float halfLength) {
  return halfLength - abs(mod(along - middle + period * 0.5, period) - period * 0.5);
}

vec4 layer_pattern(EdgeContext ctx) {
  if (v_pattern < 0.5 || v_zone > 1.5) return v_color;
  float pixel = u_correctionRatio / u_sizeRatio;
  float along = ctx.distanceToTarget / pixel;
  float inside = -1.0;
${branches.join('\n')}
  float feather = max(ctx.aaWidth / pixel, 0.01);
  return vec4(v_color.rgb, v_color.a * smoothstep(-feather, feather, inside));
}
`,
  };
}

function branch(pattern: number, lengths: readonly number[]): string {
  const period = lengths.reduce((sum, length) => sum + length, 0);
  const strokes: string[] = [];
  let at = 0;
  lengths.forEach((length, index) => {
    if (index % 2 === 0) {
      const [middle, half] = [at + length / 2, length / 2].map((value) => value.toFixed(2));
      strokes.push(`inside = max(inside, patternStroke(along, ${period.toFixed(2)}, ${middle}, ${half}));`);
    }
    at += length;
  });
  return `  if (abs(v_pattern - ${pattern}.0) < 0.5) { ${strokes.join(' ')} }`;
}
