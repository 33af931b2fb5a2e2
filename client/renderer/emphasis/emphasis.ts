import type { PathsAnswer } from '../../../server/core/contract/answers.ts';
import type { DrawnGraph } from '../../../server/core/scene/build.ts';
import { type Emphasis, emphasisOf } from '../../../server/core/scene/emphasis.ts';
import type { ExplorerState } from '../../state/store.ts';

/**
 * What a state puts in emphasis: what is pointed at or walked to, else the path that was found, else what is selected.
 * Who points at a path, or at one of several that are selected, goes on seeing all of it.
 */
export function emphasisIn(
  graph: DrawnGraph,
  { hovered, path, view: { select = [] } }: Pick<ExplorerState, 'hovered' | 'path' | 'view'>,
): Emphasis | undefined {
  const on = (keys: readonly string[]) => emphasisOn(graph, keys);
  const found = path?.found.state === 'ready' ? emphasisOnPath(graph, path.found.value) : undefined;
  const lasting = found ?? on(select);
  if (hovered === undefined) return lasting;
  const isOfIt = lasting?.nodes.has(hovered) || lasting?.edges.has(hovered);
  const stays = isOfIt && (found !== undefined || select.length > 1);
  const shown = (stays ? lasting : on([hovered])) ?? lasting;
  return shown && { ...shown, ...(shown !== lasting || stays ? { active: hovered } : {}) };
}

function emphasisOn(graph: DrawnGraph, keys: readonly string[]): Emphasis | undefined {
  if (keys.length === 0) return undefined;
  const edges = graph.mapEdges((key, _, source, target) => ({ key, source, target }));
  return emphasisOf(keys, (key) => graph.hasNode(key), edges);
}

/** As far as the graph draws it. */
function emphasisOnPath(graph: DrawnGraph, { graph: { nodes, edges } }: PathsAnswer): Emphasis | undefined {
  const drawn = {
    nodes: new Set(nodes.map(({ key }) => key).filter((key) => graph.hasNode(key))),
    edges: new Set(edges.map(({ key }) => key).filter((key) => graph.hasEdge(key))),
    isPath: true,
  };
  return drawn.nodes.size > 0 ? drawn : undefined;
}
