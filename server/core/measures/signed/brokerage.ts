import { type BrokerRole, brokerage as countRoles } from '../blocs/brokerage.ts';
import type { SignedMeasure } from '../measure.ts';
import { frustration } from './frustration.ts';

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
