import { middleOf, type Segment } from '../../../server/core/geometry/geometry.ts';
import type { Position } from '../../../server/core/geometry/position.ts';
import { flushOf, flushX } from '../../../server/core/labels/label-sides.ts';
import { wedgeOf } from '../../../server/core/labels/pointer.ts';
import { isRightToLeft, LINE_HEIGHT } from '../../../server/core/labels/text.ts';
import { cornersOf } from '../../../server/core/looks/look.ts';
import { colourOf } from '../../../server/core/looks/swatch.ts';
import type { Theme } from '../../../server/core/looks/theme.ts';
import { MARK_HOLD, mix } from '../../../server/core/looks/weights.ts';
import type { DrawnGraph } from '../../../server/core/scene/build.ts';
import type { Emphasis } from '../../../server/core/scene/emphasis.ts';
import type { Scene, SeenNode } from '../sigma/scene.ts';
import { fontOf } from './label-text.ts';
import type { NodeLabel, Writing } from './labels.ts';

export interface OverlayOptions {
  graph: DrawnGraph;
  scene: Scene;
  writing: Writing;
  theme: Theme;
  emphasis: Emphasis | undefined;
  fade: number;
  selected: readonly string[];
  /** The node with the keyboard's focus, while the canvas has it. */
  focused: string | undefined;
}

type Context = CanvasRenderingContext2D;

/** Draws labels, marks and rings over the picture, on a canvas of the scene's size. */
export function drawOverlay(context: Context, canvas: HTMLCanvasElement, options: OverlayOptions): void {
  const { size } = options.scene;
  const density = window.devicePixelRatio || 1;
  const [width, height] = [Math.round(size.width * density), Math.round(size.height * density)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const mark of options.writing.marks) drawMark(context, mark, options);
  drawRings(context, options);
  const { titles, types, labels, fonts } = options.writing;
  for (const title of titles) drawWords(context, title, fonts.title, options.theme);
  for (const type of types) drawWords(context, type, fonts.type, options.theme);
  for (const label of labels) drawLabel(context, label, options);
}

function drawMark(context: Context, mark: Writing['marks'][number], options: OverlayOptions): void {
  const { theme, emphasis, fade } = options;
  const own = colourOf(theme, mark.edge.look.colour);
  const colour = emphasis && !emphasis.edges.has(mark.edge.key) ? mix(own, theme.faded, fade) : own;
  drawPiece(context, middleOf(mark.edge.path, mark.width * MARK_HOLD), colour, 1);
  context.beginPath();
  context.arc(mark.x, mark.y, mark.width / 2 - 0.5, 0, 2 * Math.PI);
  context.fillStyle = theme.ground;
  context.fill();
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.stroke();
  context.font = fontOf(700, mark.width * 0.73);
  context.textAlign = 'center';
  context.fillStyle = colour;
  context.fillText('?', mark.x, mark.y + 0.5);
}

function drawRings(
  context: Context,
  { graph, scene, theme, emphasis, selected, focused }: OverlayOptions,
): void {
  const ring = (key: string | undefined, colour: string, width: number, gap: number) => {
    const node = key === undefined ? undefined : scene.nodes.get(key);
    if (node) drawRing(context, node, graph, colour, width, gap);
  };
  for (const key of selected) ring(key, theme.selected, 2.5, 3);
  if (emphasis && emphasis.active !== focused)
    ring(emphasis.active, theme.hovered, 2, selected.includes(emphasis.active ?? '') ? 6.5 : 3);
  if (focused !== undefined) {
    ring(focused, theme.ground, 6, 6);
    ring(focused, theme.focusRing, 3, selected.includes(focused) ? 7.5 : 5);
  }
}

function drawRing(
  context: Context,
  { key, x, y, radius }: SeenNode,
  graph: DrawnGraph,
  colour: string,
  width: number,
  gap: number,
): void {
  const corners = cornersOf(graph.getNodeAttribute(key, 'shape'));
  const reach = radius + gap + width / 2;
  context.beginPath();
  if (corners) {
    for (const [right, down] of corners) context.lineTo(x + right * reach, y + down * reach);
    context.closePath();
  } else context.arc(x, y, reach, 0, 2 * Math.PI);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

function drawLabel(
  context: Context,
  label: NodeLabel,
  { theme, emphasis, fade, focused }: OverlayOptions,
): void {
  const kept = !emphasis || emphasis.nodes.has(label.key) || label.key === focused;
  const lineHeight = label.height / label.lines.length;
  if (label.pointer) drawBalloon(context, label, label.pointer, theme);
  const flush = flushOf(label.side);
  const x = flushX(label);
  context.font = label.font;
  context.textAlign = flush === 'middle' ? 'center' : flush;
  context.strokeStyle = theme.halo;
  context.lineWidth = Math.min(4, lineHeight / LINE_HEIGHT / 3.2);
  context.fillStyle = kept ? theme.label : mix(theme.label, theme.fadedText, fade);
  label.lines.forEach((line, at) => {
    const y = label.y + (at - (label.lines.length - 1) / 2) * lineHeight;
    context.direction = isRightToLeft(line) ? 'rtl' : 'ltr';
    context.strokeText(line, x, y);
    context.fillText(line, x, y);
  });
}

function drawPiece(context: Context, [fromX, fromY, toX, toY]: Segment, colour: string, width: number): void {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

/** The plate under a name that stands off its node, with a wedge that points there. */
function drawBalloon(
  context: Context,
  { x, y, width, height }: NodeLabel,
  pointer: Segment,
  theme: Theme,
): void {
  context.beginPath();
  for (const corner of wedgeOf(pointer)) context.lineTo(corner.x, corner.y);
  context.fillStyle = theme.textMuted;
  context.fill();
  context.beginPath();
  context.rect(x - width / 2, y - height / 2, width, height);
  context.fillStyle = theme.ground;
  context.fill();
  context.strokeStyle = theme.textMuted;
  context.lineWidth = 1;
  context.stroke();
}

/** Words about their middle: the type of an edge, or the name of a group. */
function drawWords(context: Context, label: Position & { text: string }, font: string, theme: Theme): void {
  context.font = font;
  context.textAlign = 'center';
  context.direction = isRightToLeft(label.text) ? 'rtl' : 'ltr';
  context.strokeStyle = theme.halo;
  context.lineWidth = 4;
  context.fillStyle = theme.textMuted;
  context.strokeText(label.text, label.x, label.y);
  context.fillText(label.text, label.x, label.y);
}
