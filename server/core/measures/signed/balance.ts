import { tooFewTriads } from '../amount.ts';
import { type Balance, degreeOfBalance } from '../balance/balance.ts';
import { decimals, type SignedMeasure } from '../measure.ts';
import { triads } from './triads.ts';

export const balance = {
  id: 'balance',
  name: 'Degree of balance',
  sentence: 'The share of triads that are balanced: 1 means all of them.',
  source: 'Cartwright and Harary 1956; weak form, Davis 1967',
  limits: 'A network of mostly support is largely balanced by chance alone.',
  of: 'signs',
  thin: tooFewTriads,
  find: async (network) => degreeOfBalance((await network.of(triads)).census),
  printed: (found) => found,
  brief: ({ balance: value }) => (value === null ? '–' : decimals(value)),
  tell: ({ balance: value, weakBalance }) => ({
    value: value === null ? 'undefined: there are no triangles' : decimals(value),
    text: weakBalance === null ? '' : ` · weak balance ${decimals(weakBalance)}`,
  }),
} as const satisfies SignedMeasure<Balance>;
