import type { SignedMeasure } from '../measure.ts';

/** It changes the network before anything is found in it. */
export const whatIf = {
  id: 'whatIf',
  name: 'What if',
  sentence:
    'The measures of a scratch copy in which an edge has been flipped, added or removed; nothing is stored.',
  source: 'Harary 1959 (negation of edges)',
  limits: 'The others do not react: it shows how much an edge matters, not what would happen.',
  of: 'signs',
  find: ({ task }) => task.whatIf ?? [],
} as const satisfies SignedMeasure;
