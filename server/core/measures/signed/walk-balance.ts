import { tooFewSigns } from '../amount.ts';
import type { WalkBalance } from '../balance/walk-balance.ts';
import { decimals, type SignedMeasure } from '../measure.ts';

export const walkBalance = {
  id: 'walkBalance',
  name: 'Walk balance',
  sentence:
    'Like the degree of balance, but over all closed walks rather than triangles only; short walks count most.',
  source: 'Estrada and Benzi 2014',
  limits:
    'It falls with density, so networks of different sizes should not be compared by it. Above 300 nodes it is an estimate with an error.',
  of: 'signs',
  thin: tooFewSigns,
  find: async ({ signed, settings }) =>
    (await import('../balance/walk-balance.ts')).walkBalance(signed, settings),
  printed: ({ walkBalance: value, error }) => ({
    walkBalance: value,
    ...(error !== undefined && { walkBalanceError: error }),
  }),
  brief: ({ walkBalance: value }) => (value === null ? '–' : decimals(value)),
  tell: ({ walkBalance: value, error }) => ({
    value: value === null ? 'undefined' : decimals(value),
    text: error === undefined ? '' : ` ± ${error.toPrecision(2)}`,
  }),
} as const satisfies SignedMeasure<WalkBalance>;
