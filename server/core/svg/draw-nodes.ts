import { cornersOf } from '../looks/look.ts';
import type { Theme } from '../looks/theme.ts';
import type { Shape } from '../model/style.ts';
import { element, escaped, round } from './markup.ts';
import type { Scene, SceneNode } from './scene.ts';

/** All nodes of a scene, those in emphasis and the most important over the others, with rings round those selected. */
export function drawNodes({ nodes, emphasis }: Scene, theme: Theme, selected: ReadonlySet<string>): string {
  const isFaded = ({ key }: SceneNode) => emphasis !== undefined && !emphasis.nodes.has(key);
  return [...nodes]
    .reverse()
    .sort((a, b) => Number(isFaded(b)) - Number(isFaded(a)))
    .map((node) => drawNode(node, theme, selected.has(node.key), isFaded(node)))
    .join('');
}

function drawNode(node: SceneNode, theme: Theme, selected: boolean, faded: boolean): string {
  const { key, x, y, radius, shape } = node;
  const own = (node.fill === undefined ? undefined : theme.palette[node.fill]) ?? theme.fills[shape];
  const fill = faded ? theme.faded : own;
  const ring = { fill: 'none', stroke: theme.selected, 'stroke-width': 2.5, class: 'ring' };
  return element(
    'g',
    { class: 'node', 'data-key': key },
    element('title', {}, escaped(node.node.attributes.caption)) +
      drawShape(shape, x, y, radius, { fill }) +
      (selected ? drawShape(shape, x, y, radius + 4.25, ring) : ''),
  );
}

/** A shape by its middle and radius. */
export function drawShape(
  shape: Shape,
  x: number,
  y: number,
  radius: number,
  attributes: Readonly<Record<string, string | number>>,
): string {
  const corners = cornersOf(shape);
  if (!corners) return element('circle', { cx: x, cy: y, r: radius, ...attributes });
  const points = corners.map(([right, down]) => `${round(x + right * radius)},${round(y + down * radius)}`);
  return element('polygon', { points: points.join(' '), ...attributes });
}
