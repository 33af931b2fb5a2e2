import type { Insets, Size } from '../geometry/frame.ts';
import type { Positions } from '../geometry/position.ts';
import type { PictureLooks } from '../looks/looks.ts';
import { THEMES, type ThemeName } from '../looks/theme.ts';
import type { Graph } from '../model/graph.ts';
import { legendRows } from '../scene/legend.ts';
import type { View } from '../view/view.ts';
import { drawEdges } from './draw-edges.ts';
import { drawNodes } from './draw-nodes.ts';
import { drawWriting, text } from './draw-writing.ts';
import { drawLegend } from './legend.ts';
import { FONTS, linesOf } from './lettering.ts';
import { element, escaped } from './markup.ts';
import { isDense, type Scene, sceneOf } from './scene.ts';
import { freeOf, type Writing, write } from './writing.ts';

/** What a picture is made of. All lengths are in CSS pixels. */
export interface PictureOptions {
  graph: Graph;
  /** In layout units; a node without one lies in the middle. */
  positions: Positions;
  view: Pick<View, 'size' | 'camera' | 'pins' | 'select' | 'textSize'>;
  /** What size and colour of nodes mean, where it is not the usual. */
  looks?: PictureLooks | undefined;
  width: number;
  height: number;
  theme: ThemeName;
  /** Whether there is no ground under the picture. */
  transparent?: boolean;
  /** Whether it is described below what the marks mean. */
  legend?: boolean;
  /** Plain text over the picture; its first line is the title. */
  caption?: string | undefined;
  /** Plain text at the foot, such as where the data are from. */
  credit?: string | undefined;
}

/** A picture as SVG, with what is where in it. */
export interface Picture {
  svg: string;
  scene: Scene;
  writing: Writing;
  /** How many entries of the legend had no room. */
  leftOut: number;
}

const MARGIN = 16;
const TITLE = { size: 17, line: 23 };
const CAPTION = { size: 14, line: 19 };
const CREDIT = { size: 11, line: 15 };
/** Caption and credit take at most this share of the height each; what is longer is cut, with an ellipsis. */
const MOST_TEXT = 0.3;
/** What is written around the graph leaves it this share of the height, where the legend can give way. */
const LEAST_GRAPH = 0.45;

/**
 * Draws a graph as a standalone SVG document. The same options always give the same text, on any machine. Labels
 * cover neither each other nor a node. Everything from data is text.
 */
export function drawPicture(options: PictureOptions): Picture {
  const { graph, width, height, caption = '', credit = '' } = options;
  const theme = THEMES[options.theme];
  const size: Size = { width, height };
  const room = width - 2 * MARGIN;
  const [title = '', ...said] = caption.split('\n');
  const titles = cut(linesOf(title, TITLE.size, room, true), (MOST_TEXT * height) / 2 / TITLE.line);
  const captions = cut(linesOf(said.join('\n'), CAPTION.size, room), (MOST_TEXT * height) / CAPTION.line);
  const head = titles.length * TITLE.line + captions.length * CAPTION.line;
  const credits = cut(linesOf(credit, CREDIT.size, room), (MOST_TEXT * height) / CREDIT.line);
  const legend = drawLegend(
    options.legend
      ? legendRows(graph, options.looks ?? { key: [] }, options.view.select, isDense(options))
      : [],
    theme,
    room,
    (1 - LEAST_GRAPH) * height - head - credits.length * CREDIT.line - 2 * MARGIN,
  );
  const foot = legend.height + credits.length * CREDIT.line;
  const insets: Insets = {
    ...NONE,
    top: head > 0 ? head + MARGIN : 0,
    bottom: foot > 0 ? foot + MARGIN : 0,
  };
  const scene = sceneOf({ ...options, size, insets });
  const selected = new Set(options.view.select ?? []);
  const writing = write(scene, selected);
  const drawn =
    drawEdges(scene, theme) + drawNodes(scene, theme, selected) + drawWriting(writing, theme, scene.emphasis);
  const below = height - insets.bottom;
  const svg = frame(
    options,
    describe(graph, caption) +
      (options.transparent ? '' : element('rect', { width, height, fill: theme.ground })) +
      clipped(scene, drawn) +
      lettered(titles, TITLE, MARGIN, MARGIN * 0.75, { fill: theme.text, 'font-weight': 600 }) +
      lettered(captions, CAPTION, MARGIN, MARGIN * 0.75 + titles.length * TITLE.line, { fill: theme.text }) +
      element('g', { 'font-family': FONTS }, legend.at(MARGIN, below)) +
      lettered(credits, CREDIT, MARGIN, below + legend.height + 2, { fill: theme.textMuted }),
  );
  return { svg, scene, writing, leftOut: legend.leftOut };
}

const NONE: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

function frame({ width, height }: PictureOptions, inner: string): string {
  const xmlns = 'http://www.w3.org/2000/svg';
  const viewBox = `0 0 ${width} ${height}`;
  return element('svg', { xmlns, width, height, viewBox, role: 'img', 'font-family': FONTS }, inner);
}

function describe({ nodes, edges }: Graph, caption: string): string {
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const told = `Graph of ${counted(nodes.length, 'node')} and ${counted(edges.length, 'edge')}`;
  return element('title', {}, escaped(caption.split('\n')[0] || told)) + element('desc', {}, escaped(told));
}

/** What is drawn, cut off where caption and legend begin. */
function clipped(scene: Scene, drawn: string): string {
  const { x, y, width, height } = freeOf(scene);
  const [left, top] = [x - width / 2, y - height / 2];
  const viewBox = [left, top, width, height].join(' ');
  return element('svg', { x: left, y: top, width, height, viewBox, class: 'graph' }, drawn);
}

function lettered(
  lines: readonly string[],
  { size, line }: { size: number; line: number },
  x: number,
  y: number,
  attributes: Readonly<Record<string, string | number>>,
): string {
  return lines
    .map((each, at) =>
      text(each, x, y + (at + 0.5) * line, { 'font-size': size, 'text-anchor': 'start', ...attributes }),
    )
    .join('');
}

function cut(lines: readonly string[], most: number): string[] {
  const whole = Math.max(1, Math.floor(most));
  if (lines.length <= whole) return [...lines];
  return [...lines.slice(0, whole - 1), `${lines[whole - 1]} …`];
}
