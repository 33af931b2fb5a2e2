import { splitInTwo } from '../balance/two-colouring.ts';
import type { SignedMeasure } from '../measure.ts';
import { MOST_LISTED, type SignedNetwork } from '../signed-network.ts';

function find({ signed, named }: SignedNetwork) {
  const { balanced, witnesses } = splitInTwo(signed, MOST_LISTED);
  return { balanced, witnesses: witnesses.map(named) };
}

export const twoCamps = {
  id: 'twoCamps',
  name: 'Balance (two camps)',
  sentence:
    'Whether the actors split into two camps with support within and opposition between them. If not, negative cycles rule it out.',
  source: 'Harary 1953',
  limits:
    'Yes or no: a single edge is enough for no. The frustration index says how far the network is from yes.',
  of: 'signs',
  concludes: true,
  find,
  printed: ({ balanced }, tooThin) => (tooThin ? {} : { balanced }),
  brief: ({ balanced }) => (balanced ? 'yes' : 'no'),
  tell: ({ balanced, witnesses }, tooThin) => ({
    ...(!tooThin && {
      text: balanced
        ? 'Balanced: it splits into two camps without a frustrated edge.'
        : 'Not balanced: no split into two camps is free of frustrated edges.',
    }),
    groups: { title: 'Negative cycles', of: witnesses },
  }),
} as const satisfies SignedMeasure<ReturnType<typeof find>>;
