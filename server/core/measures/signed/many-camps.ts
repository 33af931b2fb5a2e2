import { splitInMany } from '../balance/k-balance.ts';
import type { SignedMeasure } from '../measure.ts';
import { MOST_LISTED, type NamedEdge } from '../signed-network.ts';

interface ManyCamps {
  clusterable: boolean;
  count: number;
  /** Cycles with exactly one opposition, which stand in the way. */
  witnesses: NamedEdge[][];
}

export const manyCamps = {
  id: 'manyCamps',
  name: 'Clusterability (weak balance)',
  sentence: 'The same test with any number of camps: three mutual enemies may then form three camps.',
  source: 'Davis 1967',
  limits: 'Actors without any support form camps of one.',
  of: 'signs',
  find: ({ signed, named }) => {
    const { clusterable, count, witnesses } = splitInMany(signed, MOST_LISTED);
    return { clusterable, count, witnesses: witnesses.map(named) };
  },
  tell: ({ clusterable, witnesses }, tooThin) => ({
    ...(!tooThin && {
      text: clusterable
        ? 'Clusterable: with as many camps as needed, it splits without a frustrated edge.'
        : 'Not clusterable: no number of camps is enough.',
    }),
    groups: { title: 'Cycles with exactly one opposition', of: witnesses },
  }),
} as const satisfies SignedMeasure<ManyCamps>;
