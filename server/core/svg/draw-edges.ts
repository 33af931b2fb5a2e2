import { isInside } from '../geometry/area.ts';
import { controlsOf } from '../geometry/geometry.ts';
import type { Position } from '../geometry/position.ts';
import { cornersOf } from '../looks/look.ts';
import type { Theme } from '../looks/theme.ts';
import { HEADS, headOf, lineColour } from '../looks/weights.ts';
import { edgeClause } from '../words/words.ts';
import { firstShare, partOf, pointAt } from './curve.ts';
import { element, escaped, round } from './markup.ts';
import type { Scene, SceneEdge, SceneNode } from './scene.ts';

/** All edges of a scene, those in emphasis last, so that they lie over the others, which are faded. */
export function drawEdges({ edges, emphasis }: Scene, theme: Theme): string {
  const order = [...edges].sort((a, b) => Number(a.raised.raised) - Number(b.raised.raised));
  return order.map((edge) => drawEdge(edge, theme, emphasis !== undefined && !edge.raised.raised)).join('');
}

function drawEdge(edge: SceneEdge, theme: Theme, faded: boolean): string {
  const { width, raised, dashes } = edge;
  const { plain } = raised;
  const colour = faded ? theme.faded : lineColour(edge.look, theme, raised);
  const controls = controlsOf(edge.path);
  const [from, to] = [edge.source, edge.target].map(({ node }) => node.attributes.caption);
  const about = element('title', {}, escaped(edgeClause(from ?? '', edge.type, to ?? '')));
  const line = { fill: 'none', stroke: colour, 'stroke-width': width };
  const wrap = (inner: string) =>
    element(
      'g',
      { class: 'edge', 'data-key': edge.key, 'data-source': edge.source.key, 'data-target': edge.target.key },
      about + inner,
    );
  if (plain) return wrap(element('path', { ...line, d: pathOf(controls) }));
  const arrow = arrowOf(edge, controls, width);
  const way = partOf(controls, arrow.from, arrow.to);
  const body =
    dashes.length === 0
      ? { ...line, d: pathOf(way), 'stroke-linecap': 'round' }
      : {
          ...line,
          d: pathOf(way.reverse()),
          'stroke-dasharray': dashes.map(round).join(' '),
          'stroke-dashoffset': round(arrow.inside),
        };
  return wrap(element('path', body) + element('path', { d: arrow.head, fill: colour, class: 'head' }));
}

/** Where the line begins and ends on its way, how far before the tip that is, and the head that points at its target. */
function arrowOf({ source, target, look }: SceneEdge, controls: Position[], width: number) {
  const head = HEADS[headOf(look)];
  const [length, half] = [width * head.length, (width * head.width) / 2];
  const from = firstShare(controls, 0, 0.5, (point) => !covers(source, point, 0));
  const tip = firstShare(controls, 1, 0.5, (point) => !covers(target, point, 1));
  const end = pointAt(controls, tip);
  const base = firstShare(
    controls,
    tip,
    from,
    (point) => Math.hypot(point.x - end.x, point.y - end.y) >= length,
  );
  const back = pointAt(controls, base);
  const along = Math.hypot(end.x - back.x, end.y - back.y) || 1;
  const off = { x: (-(end.y - back.y) / along) * half, y: ((end.x - back.x) / along) * half };
  const corners = [end, { x: back.x + off.x, y: back.y + off.y }, { x: back.x - off.x, y: back.y - off.y }];
  // The line ends a little inside the head, so that no gap shows between them.
  const to = base + (tip - base) * 0.2;
  return { from, to, inside: length * 0.8, head: `M${corners.map(pair).join('L')}Z` };
}

/** Whether a point is on a node, or within a gap of it. */
function covers({ x, y, radius, shape }: SceneNode, point: Position, gap: number): boolean {
  const corners = cornersOf(shape);
  const reach = radius + gap;
  if (!corners) return Math.hypot(point.x - x, point.y - y) <= reach;
  const outline = corners.map(([right, down]) => ({ x: x + right * reach, y: y + down * reach }));
  return isInside(point, outline);
}

function pathOf(controls: readonly Position[]): string {
  const command = ['', 'L', 'Q', 'C'][controls.length - 1] ?? 'L';
  const [from, ...rest] = controls.map(pair);
  return `M${from}${command}${rest.join(' ')}`;
}

function pair({ x, y }: Position): string {
  return `${round(x)},${round(y)}`;
}
