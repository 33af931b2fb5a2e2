import type { GroupTitle } from '../../../server/core/labels/group-titles.ts';
import { PATTERN_NAMES, reachOf, SHAPES } from '../../../server/core/looks/look.ts';
import type { Theme } from '../../../server/core/looks/theme.ts';
import { headOf, LIFT, lineColour, lineWidth, mix, plainSize } from '../../../server/core/looks/weights.ts';
import type { DrawnEdge, DrawnNode } from '../../../server/core/scene/build.ts';
import type { Emphasis } from '../../../server/core/scene/emphasis.ts';
import type { View } from '../../../server/core/view/view.ts';

/** What nodes and edges are drawn by, besides the graph. Changed in place, then shown by `refresh`. */
export interface Appearance {
  theme: Theme;
  emphasis: Emphasis | undefined;
  selected: ReadonlySet<string>;
  /** How far the rest has faded, from 0 to 1. */
  fade: number;
  plain: boolean;
  /** Names written over groups of nodes. */
  titles: readonly GroupTitle[];
  textSize: View['textSize'];
  /** Pixels per layout unit at Sigma's camera ratio of 1. */
  unit: number;
}

/** Sigma 4.0.4 takes sizes of nodes as radii in pixels, but counts half pixels along and across lines. */
export const LINE_UNITS = 2;

/** How Sigma draws a node. */
export function nodeStyle({ theme, emphasis, fade, plain }: Appearance, key: string, node: DrawnNode) {
  const kept = !emphasis || emphasis.nodes.has(key);
  const fill = (node.fill === undefined ? undefined : theme.palette[node.fill]) ?? theme.fills[node.shape];
  return {
    size: node.size * reachOf(node.shape) * plainSize(plain),
    figure: SHAPES.indexOf(node.shape),
    color: kept ? fill : mix(fill, theme.faded, fade),
    depth: emphasis?.nodes.has(key) ? 'topNodes' : 'nodes',
  };
}

/** How Sigma draws an edge. */
export function edgeStyle(appearance: Appearance, key: string, edge: DrawnEdge) {
  const { theme, emphasis, selected, fade, plain } = appearance;
  const pointedAt = emphasis?.edges.has(key) ?? false;
  const lift = pointedAt ? fade * LIFT[emphasis?.isPath ? 'path' : 'usual'] : 0;
  const raised = { plain, selected: selected.has(key), raised: pointedAt || selected.has(key), lift };
  const colour = lineColour(edge, theme, raised);
  const curvature = plain ? 0 : edge.curvature;
  const path = curvature !== 0 || edge.loop > 0 ? 'bent' : 'straight';
  const isApart = edge.band !== 0 || raised.selected || (pointedAt && emphasis?.isPath);
  return {
    visibility: isApart ? ('visible' as const) : ('hidden' as const),
    ...{ path, parallelPath: path, selfLoopPath: path, curvature, loop: edge.loop },
    color: !emphasis || raised.raised ? colour : mix(colour, theme.faded, fade),
    depth: raised.raised ? 'topEdges' : 'edges',
    size: LINE_UNITS * lineWidth(edge, raised),
    head: plain ? 'none' : headOf(edge),
    pattern: plain ? 0 : PATTERN_NAMES.indexOf(edge.pattern),
  };
}
