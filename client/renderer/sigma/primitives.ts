import type { EdgeExtremity, EdgeLayer } from 'sigma/rendering';
import { layerFill, pathLine } from 'sigma/rendering';
import { defineSigmaOptions } from 'sigma/types';
import { dashesOf, PATTERN_NAMES } from '../../../server/core/looks/look.ts';
import { HEADS } from '../../../server/core/looks/weights.ts';
import { anyShape } from './any-shape.ts';
import { pathBent } from './bent-path.ts';
import { LINE_UNITS } from './styles.ts';

/**
 * Shapes, paths, arrows and the pattern layer, as Sigma compiles them into its programs. Each is tried against each in
 * many places: one shape that is all, and one path for all that is bent, compile in a fraction of the time that Sigma's
 * own take where there is no graphics card.
 */
export function createPrimitives() {
  return defineSigmaOptions({
    primitives: {
      nodes: { shapes: [anyShape()], layers: [layerFill()] },
      edges: {
        paths: [pathLine(), pathBent()],
        extremities: [head('arrow'), head('slimArrow')],
        variables: { pattern: { type: 'number', default: 0 } },
        layers: [patternLayer()],
      },
    },
  }).primitives;
}

/** A triangle from its base at 0 to its tip. */
function head(name: keyof typeof HEADS): EdgeExtremity {
  const { length, width } = HEADS[name];
  return {
    ...{ name, length, widthFactor: width, margin: 0, uniforms: [], attributes: [] },
    glsl: `
float extremity_${name}(vec2 uv, float lengthRatio, float widthRatio) {
  if (uv.x > lengthRatio) return length(vec2(uv.x - lengthRatio, uv.y));
  float halfWidth = widthRatio * 0.5 * (1.0 - max(0.0, uv.x) / lengthRatio);
  return max(-uv.x, abs(uv.y) - halfWidth);
}
`,
  };
}

/** Fills an edge in its colour, broken by its pattern as `dashesOf` has it, told by its place in `PATTERN_NAMES`. */
function patternLayer(): EdgeLayer {
  const branches = PATTERN_NAMES.map((name, at) => branch(at, dashesOf(name)));
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
  float pixel = ${LINE_UNITS.toFixed(1)} * u_correctionRatio / u_sizeRatio;
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
  if (lengths.length === 0) return '';
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
