/** The three networks in words. */
export const NETWORK_WORDS = {
  direct: { title: 'Direct stances', says: 'What actors say of one another.' },
  agreement: { title: 'Agreement', says: 'Derived: who takes the same side on the same issues.' },
  merged: { title: 'Both together', says: 'Direct stances and derived agreement, one vote each for a pair.' },
} as const;
