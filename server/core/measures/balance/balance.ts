import { isBalanced, TRIAD_KINDS, type TriadCensus, type TriadKind } from './triads.ts';

export interface Balance {
  /** Balanced triangles over all, from 0 to 1; null where there is no triangle. */
  balance: number | null;
  /** The same after Davis, who counts `---` as balanced too. */
  weakBalance: number | null;
}

/** The degree of balance, strict and weak. */
export function degreeOfBalance(census: TriadCensus): Balance {
  const count = (kinds: readonly TriadKind[]) => kinds.reduce((sum, kind) => sum + census[kind], 0);
  const share = (weakly: boolean) =>
    count(TRIAD_KINDS.filter((kind) => isBalanced(kind, weakly))) / count(TRIAD_KINDS);
  if (count(TRIAD_KINDS) === 0) return { balance: null, weakBalance: null };
  return { balance: share(false), weakBalance: share(true) };
}
