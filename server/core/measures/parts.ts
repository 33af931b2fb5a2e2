import type { SignedGraph } from './signed-graph.ts';

/**
 * The connected part of every node, the largest part 0; −1 for nodes without an edge. Parts of equal size are
 * in the order of their lowest node. O(n + m).
 */
export function partsOf({ nodes, offsets, neighbours }: SignedGraph): Int32Array {
  const found = new Int32Array(nodes).fill(-1);
  const parts: number[][] = [];
  for (let start = 0; start < nodes; start++) {
    if ((found[start] as number) >= 0 || offsets[start] === offsets[start + 1]) continue;
    const members = [start];
    found[start] = parts.length;
    for (const node of members)
      for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
        const next = neighbours[at] as number;
        if ((found[next] as number) >= 0) continue;
        found[next] = parts.length;
        members.push(next);
      }
    parts.push(members);
  }
  parts.sort((a, b) => b.length - a.length || Number(a[0]) - Number(b[0]));
  parts.forEach((members, part) => {
    for (const node of members) found[node] = part;
  });
  return found;
}
