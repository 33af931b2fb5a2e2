import { tooFewSigns } from '../amount.ts';
import { boundsInWords, type SignedMeasure } from '../measure.ts';
import type { NamedEdge, SignedNetwork } from '../signed-network.ts';

interface Frustration {
  lower: number;
  upper: number;
  /** Whether the two bounds meet. */
  proved: boolean;
  normalised: number | null;
  /**
   * The two camps of every connected part, by name, the largest part first: which camp of one part goes with which
   * of another the edges cannot tell. Who has no signed edge is in none.
   */
  camps: [string[], string[]][];
  /** The edges that contradict the camps. */
  edges: NamedEdge[];
}

export const frustration = {
  id: 'frustration',
  name: 'Frustration index',
  sentence:
    'The smallest number of edges that contradict a split into two camps, and which they are; 0 means a perfect split.',
  source: 'Harary 1959; Aref, Mason and Wilson 2018; Aref and Wilson 2018',
  limits:
    'Hard to compute: where the two bounds differ, the index lies between them. Several splits may be equally good; one is shown.',
  of: 'signs',
  concludes: true,
  thin: tooFewSigns,
  find: async (network) => {
    const { frustrationIndex } = await import('../frustration/frustration.ts');
    const { camps, edges, lower, upper, normalised } = await frustrationIndex(
      network.signed,
      network.settings,
    );
    return {
      ...{ lower, upper, proved: lower === upper, normalised },
      ...{ camps: campsByPart(network, camps), edges: network.named(edges) },
    };
  },
  printed: (found, tooThin) => {
    const { proved: _, ...bounds } = found;
    return { frustration: tooThin ? bounds : found };
  },
  brief: boundsInWords,
} as const satisfies SignedMeasure<Frustration>;

function campsByPart({ parts, tables: { actors } }: SignedNetwork, camps: Uint8Array): Frustration['camps'] {
  const split: Frustration['camps'] = [];
  actors.forEach((actor, node) => {
    const part = parts[node] as number;
    if (part < 0) return;
    split[part] ??= [[], []];
    split[part][camps[node] as 0 | 1].push(actor);
  });
  return split;
}
