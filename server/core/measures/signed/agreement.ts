import { tooFewStances } from '../amount.ts';
import { agreementPairs } from '../blocs/pairs.ts';
import type { SignedMeasure } from '../measure.ts';
import { MOST_LISTED } from '../signed-network.ts';

/** Whichever network is measured: the pairs that agreement would be read from. */
export const agreement = {
  id: 'agreement',
  name: 'Agreement and conflict',
  sentence:
    'Two actors agree when they take the same stance on the same issues, and conflict when they take opposite stances.',
  source: 'Leifeld 2013, 2017 (discourse network analysis)',
  limits:
    'Silence is not disagreement: actors who take stances on different issues have no edge. Those who speak about many issues share many; the normalised form corrects for that.',
  of: 'pairs',
  thin: tooFewStances,
  find: ({ tables }) => agreementPairs(tables, MOST_LISTED),
} as const satisfies SignedMeasure;
