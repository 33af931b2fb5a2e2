import { tooFewTriads } from '../amount.ts';
import { isBalanced, TRIAD_KINDS, type TriadCensus, type TriadKind } from '../balance/triads.ts';
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
} as const satisfies SignedMeasure<ReturnType<typeof degreeOfBalance>>;

/**
 * Balanced triangles over all, from 0 to 1, and the same after Davis, who counts `---` as balanced too; null where there
 * is no triangle.
 */
export function degreeOfBalance(census: TriadCensus) {
  const count = (kinds: readonly TriadKind[]) => kinds.reduce((sum, kind) => sum + census[kind], 0);
  const share = (weakly: boolean) =>
    count(TRIAD_KINDS.filter((kind) => isBalanced(kind, weakly))) / count(TRIAD_KINDS);
  if (count(TRIAD_KINDS) === 0) return { balance: null, weakBalance: null };
  return { balance: share(false), weakBalance: share(true) };
}
