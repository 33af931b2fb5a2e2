import { splitInMany } from '../balance/k-balance.ts';
import type { SignedMeasure } from '../measure.ts';
import { MOST_LISTED, type SignedNetwork } from '../signed-network.ts';

function find({ signed, named }: SignedNetwork) {
  const { clusterable, witnesses } = splitInMany(signed, MOST_LISTED);
  return { clusterable, witnesses: witnesses.map(named) };
}

export const manyCamps = {
  id: 'manyCamps',
  name: 'Clusterability (weak balance)',
  sentence: 'The same test with any number of camps: three mutual enemies may then form three camps.',
  source: 'Davis 1967',
  limits: 'Actors without any support form camps of one.',
  of: 'signs',
  find,
  tell: ({ clusterable, witnesses }, tooThin) => ({
    ...(!tooThin && {
      text: clusterable
        ? 'Clusterable: with as many camps as needed, it splits without a frustrated edge.'
        : 'Not clusterable: no number of camps is enough.',
    }),
    groups: { title: 'Cycles with exactly one opposition', of: witnesses },
  }),
} as const satisfies SignedMeasure<ReturnType<typeof find>>;
