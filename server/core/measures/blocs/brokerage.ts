/** Directed edges in plain columns; brokerage goes along edges of support. */
export interface DirectedEdges {
  nodes: number;
  source: Uint32Array;
  target: Uint32Array;
}

/** Roles of b in a → b → c by the groups of the three (Gould and Fernandez 1989). */
export const BROKER_ROLES = ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison'] as const;
export type BrokerRole = (typeof BROKER_ROLES)[number];

/**
 * Counts for every node the open chains a → b → c, without an edge a → c, in which it stands in the middle:
 * coordinator AAA, itinerant ABA, gatekeeper ABB (it lets into its own group), representative AAB (it speaks
 * for its own group), liaison ABC. Parallel edges count once, self loops never. O(Σ in·out).
 *
 * @param groups The group of each node, such as its camp or bloc.
 */
export function brokerage(edges: DirectedEdges, groups: ArrayLike<number>): Record<BrokerRole, Uint32Array> {
  const { nodes, source, target } = edges;
  const out = Array.from({ length: nodes }, () => new Set<number>());
  const into = Array.from({ length: nodes }, () => new Set<number>());
  source.forEach((from, edge) => {
    const to = target[edge] as number;
    if (from === to) return;
    out[from]?.add(to);
    into[to]?.add(from);
  });
  const counts = Object.fromEntries(BROKER_ROLES.map((role) => [role, new Uint32Array(nodes)])) as Record<
    BrokerRole,
    Uint32Array
  >;
  for (let middle = 0; middle < nodes; middle++)
    for (const first of into[middle] as Set<number>)
      for (const last of out[middle] as Set<number>) {
        if (first === last || out[first]?.has(last)) continue;
        const role = counts[roleOf(groups[first], groups[middle], groups[last])];
        role[middle] = (role[middle] as number) + 1;
      }
  return counts;
}

function roleOf(a: number | undefined, b: number | undefined, c: number | undefined): BrokerRole {
  if (a === c) return a === b ? 'coordinator' : 'itinerant';
  if (b === c) return 'gatekeeper';
  return a === b ? 'representative' : 'liaison';
}
