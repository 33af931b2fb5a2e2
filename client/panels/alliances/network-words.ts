/** The three networks in words. */
export const NETWORK_WORDS = {
  direct: { title: 'Direct stances', says: 'Stances that actors take towards one another.' },
  agreement: { title: 'Agreement', says: 'Derived: who takes the same stance on the same issues.' },
  merged: {
    title: 'Both together',
    says: 'Direct stances and derived agreement, each counting once per pair.',
  },
} as const;
