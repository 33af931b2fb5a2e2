import { SHAPES } from '../../../server/core/looks/look.ts';
import { distanceIn, shapeShader } from './shape-shaders.ts';

/** What only those of Sigma's vertex shaders hold that draw its labels, or what a click is looked up in. */
const UNUSED = ['#define PICKING_MODE', 'a_labelWidth', 'v_edgeDist'];

/**
 * Sigma 4.0.4's shaders as this picture needs them. Without a graphics card a browser takes a second for each
 * picture to turn Sigma's own into what it runs. A third of that is for what is never drawn; most of the rest for
 * where edges end: there each of three paths is tried against each of ten shapes, in eight places. Here all paths
 * are cubic Bézier curves, which straight lines and quadratic curves are too, and all shapes are half-planes folded
 * around the middle. The picture is the same, as its camera is never turned.
 *
 * @returns What gives for each shader that Sigma hands to WebGL, in turn, the one to take: undefined for one that
 * nothing is drawn by, and one that is not known as it is.
 */
export function leanShaders(): (text: string) => string | undefined {
  let unused = false;
  return (text) => {
    // The fragment shader comes after the vertex shader that it belongs to.
    unused = UNUSED.some((mark) => text.includes(mark)) || (unused && !text.includes('gl_Position'));
    if (unused) return undefined;
    return text.includes('queryPathPosition(') ? lean(text) : text;
  };
}

/** One of the shaders of edges. */
function lean(text: string): string {
  return [...PATHS, ...ENDS].reduce((edited, edit) => edit(edited), text);
}

type Edit = (text: string) => string;

/** Puts another body into a function, given by how its head begins. */
function body(head: string, glsl: string): Edit {
  return (text) => {
    const start = text.indexOf(head);
    if (start < 0) return text;
    const opened = text.indexOf('{', start);
    return `${text.slice(0, opened)}{\n${glsl}\n}${text.slice(closedAt(text, opened))}`;
  };
}

/** Where a block ends that opens at a place. */
function closedAt(text: string, opened: number): number {
  let depth = 0;
  for (let at = opened; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function before(line: string, glsl: string): Edit {
  return (text) => text.replace(line, `${glsl}\n${line}`);
}

function after(line: string, glsl: string): Edit {
  return (text) => text.replace(line, `${line}\n${glsl}`);
}

/** The two points that a path bends towards; of Sigma's loop as it places them. */
const CONTROLS = `
vec2 control1;
vec2 control2;
void bend(int pathId, vec2 source, vec2 target) {
  vec2 way = target - source;
  vec2 middle = 0.5 * (source + target);
  if (pathId == 1) middle += vec2(-way.y, way.x) * v_curvature;
  control1 = mix(source, middle, 2.0 / 3.0);
  control2 = mix(target, middle, 2.0 / 3.0);
  if (pathId != 2) return;
  float radius = max(v_loopRadius * v_sourceNodeSize * u_correctionRatio / u_sizeRatio, 0.001);
  float spread = v_loopSpread * 0.5;
  float reach = radius / (0.75 * cos(spread));
  control1 = source + reach * vec2(cos(v_loopAngle - spread), sin(v_loopAngle - spread));
  control2 = source + reach * vec2(cos(v_loopAngle + spread), sin(v_loopAngle + spread));
}
vec2 slope(float t, vec2 source, vec2 target) {
  float u = 1.0 - t;
  return 3.0 * (u * u * (control1 - source) + 2.0 * u * t * (control2 - control1) + t * t * (target - control2));
}
`;

const LENGTH = `
vec2 from = source;
float sum = 0.0;
for (int i = 1; i <= 16; i++) {
  vec2 to = queryPathPosition(pathId, float(i) / 16.0, source, target);
  sum += length(to - from);
  from = to;
}
return sum;`;

const PATHS: Edit[] = [
  before('vec2 queryPathPosition(', CONTROLS),
  body(
    'vec2 queryPathPosition(',
    `  float u = 1.0 - t;
  return u * u * u * source + 3.0 * u * t * (u * control1 + t * control2) + t * t * t * target;`,
  ),
  body('vec2 queryPathTangent(', '  return normalize(slope(t, source, target));'),
  body(
    'vec2 queryPathNormal(',
    '  vec2 way = normalize(slope(t, source, target));\n  return vec2(-way.y, way.x);',
  ),
  body('float queryPathLength(', LENGTH),
  // Where a shader knows all that a path needs.
  after('v_targetNodeSize = tgtNodeData.z;', 'bend(pathId, a_source, a_target);'),
  after('v_targetNodeSize = a_targetSize;', 'bend(pathId, a_source, a_target);'),
  before('float tNorm = ', 'bend(v_pathId, v_source, v_target);'),
];

/** Sets what the shapes differ in. */
const CASES = SHAPES.map((shape, id) => {
  if (shape === 'circle') return '';
  const { sector, axis, sides } = shapeShader(shape);
  const [first, second = first] = sides;
  return `case ${id}: sector = ${sector}; axis = ${axis}; first = ${first}; second = ${second}; break;`;
}).join('\n');

/** Finds the share of the way to the middle of the path at which it leaves the shape at one of its ends. */
const leaves = (end: 'source' | 'target', from: number) => `
  float extent = ${end}Size * u_correctionRatio / u_sizeRatio * 2.0;
  float inside = ${from}.0;
  float outside = 0.5;
  for (int i = 0; i < 12; i++) {
    float mid = (inside + outside) * 0.5;
    vec2 at = (queryPathPosition(pathId, mid, source, target) - ${end}) / extent;
    if (querySDF(${end}ShapeId, at, 1.0 - u_correctionRatio / extent) < 0.0) inside = mid;
    else outside = mid;
  }
  return (inside + outside) * 0.5;`;

const ENDS: Edit[] = [
  body(
    'float querySDF(',
    `float sector, axis;
vec3 first, second;
switch (shapeId) {
${CASES}
default: return length(uv) - size;
}
${distanceIn('sector', 'axis', ['first', 'second'])}`,
  ),
  body('float queryFindSourceClampT(', leaves('source', 0)),
  body('float queryFindTargetClampT(', leaves('target', 1)),
];
