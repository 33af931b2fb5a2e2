import type { TriadCensus } from './triads.ts';

export interface Balance {
  /** Balanced triangles over all, from 0 to 1; null where there is no triangle. */
  balance: number | null;
  /** The same after Davis, who counts `---` as balanced too. */
  weakBalance: number | null;
}

/**
 * The degree of balance: a triangle is balanced when the product of its signs is positive (Heider 1946;
 * Cartwright and Harary 1956). Weak balance also admits three mutual enemies (Davis 1967).
 */
export function degreeOfBalance(census: TriadCensus): Balance {
  const all = census['+++'] + census['++-'] + census['+--'] + census['---'];
  if (all === 0) return { balance: null, weakBalance: null };
  const balanced = census['+++'] + census['+--'];
  return { balance: balanced / all, weakBalance: (balanced + census['---']) / all };
}
