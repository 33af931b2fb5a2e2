import type { EdgeExtremity, EdgeLayer, SDFShape } from 'sigma/rendering';
import { extremityArrow, layerFill, pathCurved, pathLine, pathLoop, sdfCircle } from 'sigma/rendering';
import { defineSigmaOptions } from 'sigma/types';
import { PATTERNS, type Pattern, SHAPES } from '../../../server/core/looks/look.ts';
import type { Shape } from '../../../server/core/model/style.ts';
import { distanceIn, shapeShader } from './shape-shaders.ts';

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

function polygon(name: Exclude<Shape, 'circle'>): SDFShape {
  const { sector, axis, sides } = shapeShader(name);
  const glsl = `\nfloat sdf_${name}(vec2 uv, float size) {${distanceIn(sector, axis, sides)}\n}\n`;
  return { name, uniforms: [], glsl };
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
