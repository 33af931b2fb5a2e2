import { isInside } from '../geometry/area.ts';
import { controlsOf } from '../geometry/geometry.ts';
import type { Position } from '../geometry/position.ts';
import { headOn } from '../labels/ends.ts';
import { cornersOf } from '../looks/look.ts';
import type { Theme } from '../looks/theme.ts';
import { HEADS, headOf, lineColour } from '../looks/weights.ts';
import { amount, edgeClause } from '../words/words.ts';
import { firstShare, partOf, pointAt } from './curve.ts';
import { element, escaped, round } from './markup.ts';
import type { Scene, SceneEdge, SceneNode } from './scene.ts';

/** All edges of a scene, those in emphasis last, so that they lie over the others, which are faded. */
export function drawEdges({ edges, emphasis, opacity }: Scene, theme: Theme): string {
  const draw = (raised: boolean) =>
    edges
      .filter((edge) => edge.raised.raised === raised)
      .map((edge) => drawEdge(edge, theme, opacity, emphasis !== undefined && !raised))
      .join('');
  const others = draw(false);
  return (opacity < 1 ? element('g', { 'stroke-opacity': opacity }, others) : others) + draw(true);
}

function drawEdge(edge: SceneEdge, theme: Theme, opacity: number, faded: boolean): string {
  const { width, raised, dashes } = edge;
  const { plain } = raised;
  const colour = faded ? theme.faded : lineColour(edge.look, theme, raised, opacity);
  const controls = controlsOf(edge.path);
  const [from = '', to = ''] = [edge.source, edge.target].map(({ node }) => node.attributes.caption);
  const { band } = edge.look;
  const words = band ? `${amount(band, 'edge')} between ${from} and ${to}` : edgeClause(from, edge.type, to);
  const about = element('title', {}, escaped(words));
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
  const head = band ? '' : element('path', { d: arrow.head, fill: colour, class: 'head' });
  return wrap(element('path', body) + head);
}

/** Where the line begins and ends on its way, how far before the tip that is, and the head that points at its target. */
function arrowOf(edge: SceneEdge, controls: Position[], width: number) {
  const { share, corners } = headOn({ ...edge, width });
  const length = width * HEADS[headOf(edge.look)].length;
  const from = firstShare(controls, 0, 0.5, (point) => !covers(edge.source, point));
  const tip = pointAt(controls, share);
  const base = firstShare(
    controls,
    share,
    from,
    (point) => Math.hypot(point.x - tip.x, point.y - tip.y) >= length,
  );
  // The line ends a little inside the head, so that no gap shows between them.
  const to = base + (share - base) * 0.2;
  return { from, to, inside: length * 0.8, head: `M${corners.map(pair).join('L')}Z` };
}

/** Whether a point is on a node. */
function covers({ x, y, radius, shape }: SceneNode, point: Position): boolean {
  const corners = cornersOf(shape);
  if (!corners) return Math.hypot(point.x - x, point.y - y) <= radius;
  return isInside(
    point,
    corners.map(([right, down]) => ({ x: x + right * radius, y: y + down * radius })),
  );
}

function pathOf(controls: readonly Position[]): string {
  const command = ['', 'L', 'Q', 'C'][controls.length - 1] ?? 'L';
  const [from, ...rest] = controls.map(pair);
  return `M${from}${command}${rest.join(' ')}`;
}

function pair({ x, y }: Position): string {
  return `${round(x)},${round(y)}`;
}
