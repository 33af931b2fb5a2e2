import { isInside } from '../geometry/area.ts';
import { controlsOf } from '../geometry/geometry.ts';
import type { Position } from '../geometry/position.ts';
import { cornersOf, dashesOf } from '../looks/look.ts';
import type { Theme } from '../looks/theme.ts';
import { firstShare, partOf, pointAt } from './curve.ts';
import { element, escaped, round } from './markup.ts';
import type { Scene, SceneEdge, SceneNode } from './scene.ts';

/** All edges of a scene, the selected last, so that they lie over the others. */
export function drawEdges(scene: Scene, theme: Theme, selected: ReadonlySet<string>): string {
  const edges = [...scene.edges].sort((a, b) => Number(selected.has(a.key)) - Number(selected.has(b.key)));
  return edges.map((edge) => drawEdge(edge, theme, selected.has(edge.key), scene.plain)).join('');
}

function drawEdge(edge: SceneEdge, theme: Theme, selected: boolean, plain: boolean): string {
  const width = edge.width + (selected ? 1.6 : 0);
  const colour = theme[edge.look.colour];
  const controls = controlsOf(edge.path);
  const title = [edge.source, edge.target].map(({ node }) => node.attributes.caption);
  const type = edge.edge.attributes.type.replaceAll('_', ' ').toLowerCase();
  const about = element('title', {}, escaped(`${title[0]}: ${type} ${title[1]}`));
  const line = {
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': plain ? undefined : 'round',
  };
  const wrap = (inner: string) =>
    element(
      'g',
      { class: 'edge', 'data-key': edge.key, 'data-source': edge.source.key, 'data-target': edge.target.key },
      about + inner,
    );
  if (plain) return wrap(element('path', { ...line, d: pathOf(controls) }));
  const { from, to, head } = arrowOf(edge, controls, width);
  const dashes = dashesOf(edge.look.pattern, width).map(round).join(' ') || undefined;
  return wrap(
    element('path', { ...line, d: pathOf(partOf(controls, from, to)), 'stroke-dasharray': dashes }) +
      element('path', { d: head, fill: colour }),
  );
}

/** Where the line begins and ends on its way, and the head that points at its target. */
function arrowOf({ source, target, look }: SceneEdge, controls: Position[], width: number) {
  const slim = look.width < 1.4;
  const [length, half] = [width * (slim ? 7 : 3.8), (width * (slim ? 6 : 3.4)) / 2];
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
  return { from, to: base + (tip - base) * 0.2, head: `M${corners.map(pair).join('L')}Z` };
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
