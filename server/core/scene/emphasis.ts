import type { GraphEdge } from '../model/graph.ts';

/** What stays in full while the rest fades. */
export interface Emphasis {
  /** The one that is pointed at or walked to. */
  active?: string | undefined;
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
  /** Whether it is a path that was found, which is drawn more strongly. */
  isPath?: boolean;
}

/**
 * The one rule of emphasis, whether something is selected, pointed at or walked to, on the canvas as in saved pictures:
 * nodes with all their edges, and edges with their ends; of a single node also its neighbours. Undefined where nothing
 * of it is in the graph.
 */
export function emphasisOf(
  keys: readonly string[],
  hasNode: (key: string) => boolean,
  edges: readonly Pick<GraphEdge, 'key' | 'source' | 'target'>[],
): Emphasis | undefined {
  if (keys.length === 0) return undefined;
  const asked = new Set(keys);
  const nodes = new Set(keys.filter(hasNode));
  const raised = new Set<string>();
  const alone = keys.length === 1;
  for (const { key, source, target } of edges) {
    const isAsked = asked.has(key);
    if (!isAsked && !asked.has(source) && !asked.has(target)) continue;
    raised.add(key);
    if (isAsked || alone) nodes.add(source).add(target);
  }
  return nodes.size > 0 ? { nodes, edges: raised } : undefined;
}
