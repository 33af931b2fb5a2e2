import type { SignedMeasure } from '../measure.ts';
import type { SignedEdges } from '../signed-graph.ts';
import { frustration } from './frustration.ts';

/** Roles of b in a → b → c by the groups of the three (Gould and Fernandez 1989). */
export const BROKER_ROLES = ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison'] as const;
export type BrokerRole = (typeof BROKER_ROLES)[number];

/** By role and actor, along direct support. Camps of two connected parts are four groups: nothing tells which go together. */
export const brokerage = {
  id: 'brokerage',
  name: 'Brokerage',
  sentence: 'Who connects two others who have no direct edge, within a camp or between camps.',
  source: 'Gould and Fernandez 1989',
  limits: 'It counts opportunities to mediate, not mediation, and depends on how the camps were drawn.',
  of: 'signs',
  find: async (network) => {
    const { actors, direct } = network.tables;
    const { camps } = await network.of(frustration);
    const supports = Array.from(direct.sign.keys()).filter(
      (edge) => Number(direct.sign[edge]) * (direct.weight?.[edge] ?? 1) > 0,
    );
    const end = (ends: Uint32Array) => Uint32Array.from(supports, (edge) => ends[edge] as number);
    const group = new Map(camps.flat().flatMap((members, at) => members.map((key) => [key, at] as const)));
    const counts = countRoles(
      { nodes: actors.length, source: end(direct.source), target: end(direct.target) },
      actors.map((key) => group.get(key) ?? -1),
    );
    const byKey = Object.entries(counts).map(([role, by]) => [role, network.byKey(by)]);
    return Object.fromEntries(byKey) as Record<BrokerRole, Record<string, number>>;
  },
} as const satisfies SignedMeasure;

/**
 * Counts for every node the open chains a → b → c, without an edge a → c, in which it stands in the middle:
 * coordinator AAA, itinerant ABA, gatekeeper ABB (it lets into its own group), representative AAB (it speaks
 * for its own group), liaison ABC. Parallel edges count once, self loops never. O(Σ in·out).
 *
 * @param groups The group of each node, such as its camp or bloc.
 */
export function countRoles(
  { nodes, source, target }: Pick<SignedEdges, 'nodes' | 'source' | 'target'>,
  groups: ArrayLike<number>,
): Record<BrokerRole, Uint32Array> {
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
