import { tooFewTriads } from '../amount.ts';
import {
  balanceInWords,
  isBalanced,
  listTriads,
  TRIAD_KINDS,
  type TriadKind,
  triadCensus,
} from '../balance/triads.ts';
import type { SignedMeasure } from '../measure.ts';
import { MOST_LISTED, type SignedNetwork } from '../signed-network.ts';

const UNBALANCED = TRIAD_KINDS.filter((kind) => !isBalanced(kind));
const WORDS: Record<TriadKind, string> = {
  '+++': 'three supports',
  '++-': 'two supports, one opposition',
  '+--': 'one support, two oppositions',
  '---': 'three oppositions',
};

function find({ signed, named }: SignedNetwork) {
  const unbalanced = listTriads(signed, UNBALANCED, MOST_LISTED);
  return { census: triadCensus(signed), unbalanced: unbalanced.map(({ edges }) => named(edges)) };
}

export const triads = {
  id: 'triads',
  name: 'Signed triad census',
  sentence:
    'A triad is balanced when a friend of a friend is a friend and an enemy of an enemy is a friend. The census counts the triads of each kind.',
  source: 'Heider 1946; Cartwright and Harary 1956',
  limits: 'Only triads in which every pair has an edge are counted; in sparse networks they are few.',
  of: 'signs',
  thin: tooFewTriads,
  find,
  printed: ({ census }) => ({ triads: census }),
  tell: ({ census, unbalanced }) => ({
    table: TRIAD_KINDS.map((kind) => ({
      ...{ sign: kind, words: WORDS[kind], note: balanceInWords(kind), count: census[kind] },
    })),
    groups: { title: 'Unbalanced triads', of: unbalanced },
  }),
} as const satisfies SignedMeasure<ReturnType<typeof find>>;
