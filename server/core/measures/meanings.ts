/** What decides whether there is enough to measure. */
export interface Amount {
  nodes: number;
  edges: number;
  negative: number;
  triads?: number;
  stands?: number;
  issues?: number;
  events?: number;
  windows?: number;
}

export interface Meaning {
  name: string;
  /** For a reader who never met it. */
  sentence: string;
  source: string;
  limits: string;
  /** Why the data are too thin for it to mean anything; undefined when they are not. */
  thin(amount: Amount): string | undefined;
}

const FEW_TRIADS = 10;
const FEW_EDGES = 15;
const FEW_SHARED = 5;

const few = (count: number, least: number, one: string, many = `${one}s`) => {
  if (count === 0) return `There are no ${many}.`;
  const only = count === 1 ? `There is only 1 ${one}` : `There are only ${count} ${many}`;
  return count < least
    ? `${only}; with fewer than ${least}, a single one more or less could change the result.`
    : undefined;
};

const signed = ({ edges, negative }: Amount) =>
  few(edges, FEW_EDGES, 'signed edge') ??
  (negative === 0
    ? 'No edge is an opposition, and without one every network is balanced.'
    : negative === edges
      ? 'Every edge is an opposition, so balance reflects who is connected rather than who supports whom.'
      : undefined);

const triadic = (amount: Amount) => few(amount.triads ?? 0, FEW_TRIADS, 'triangle') ?? signed(amount);

/** Each measure in words, with its source, its limits and when the data are too thin. */
export const MEANINGS = {
  agreement: {
    name: 'Agreement and conflict',
    sentence:
      'Two actors agree when they take the same stance on the same issues, and conflict when they take opposite stances.',
    source: 'Leifeld 2013, 2017 (discourse network analysis)',
    limits:
      'Silence is not disagreement: actors who take stances on different issues have no edge. Those who speak about many issues share many; the normalised form corrects for that.',
    thin: ({ stands = 0, issues = 0 }: Amount) =>
      few(issues, FEW_SHARED, 'issue with a stance', 'issues with a stance') ??
      few(stands, 2 * FEW_EDGES, 'stance'),
  },
  coAttendance: {
    name: 'Shared attendance',
    sentence:
      'Two actors are close when they attend the same events; a small meeting counts for more than a large one.',
    source: 'Newman 2001',
    limits:
      'Being in the same room is neither support nor opposition. Only attendance that took place counts; absences form a separate network.',
    thin: ({ events = 0 }: Amount) => few(events, FEW_SHARED, 'event'),
  },
  triads: {
    name: 'Signed triad census',
    sentence:
      'A triad is balanced when a friend of a friend is a friend and an enemy of an enemy is a friend. The census counts the triads of each kind.',
    source: 'Heider 1946; Cartwright and Harary 1956',
    limits: 'Only triads in which every pair has an edge are counted; in sparse networks they are few.',
    thin: triadic,
  },
  balance: {
    name: 'Degree of balance',
    sentence: 'The share of triads that are balanced: 1 means all of them.',
    source: 'Cartwright and Harary 1956; weak form, Davis 1967',
    limits: 'A network of mostly support is largely balanced by chance alone.',
    thin: triadic,
  },
  walkBalance: {
    name: 'Walk balance',
    sentence:
      'Like the degree of balance, but over all closed walks rather than triangles only; short walks count most.',
    source: 'Estrada and Benzi 2014',
    limits:
      'It falls with density, so networks of different sizes should not be compared by it. Above 300 nodes it is an estimate with an error.',
    thin: signed,
  },
  twoCamps: {
    name: 'Balance (two camps)',
    sentence:
      'Whether the actors split into two camps with support within and opposition between them. If not, negative cycles rule it out.',
    source: 'Harary 1953',
    limits:
      'Yes or no: a single edge is enough for no. The frustration index says how far the network is from yes.',
    thin: signed,
  },
  manyCamps: {
    name: 'Clusterability (weak balance)',
    sentence: 'The same test with any number of camps: three mutual enemies may then form three camps.',
    source: 'Davis 1967',
    limits: 'Actors without any support form camps of one.',
    thin: signed,
  },
  frustration: {
    name: 'Frustration index',
    sentence:
      'The smallest number of edges that contradict a split into two camps, and which they are; 0 means a perfect split.',
    source: 'Harary 1959; Aref, Mason and Wilson 2018; Aref and Wilson 2018',
    limits:
      'Hard to compute: where the two bounds differ, the index lies between them. Several splits may be equally good; one is shown.',
    thin: signed,
  },
  blocs: {
    name: 'Blocs',
    sentence:
      'Any number of groups with support within and opposition between them, and as few frustrated edges as possible.',
    source: 'Doreian and Mrvar 1996; Bansal, Blum and Chawla 2004; modularity, Gómez, Jensen and Arenas 2009',
    limits: 'Several partitions are often equally good; how many, and for whom it matters, is shown as well.',
    thin: signed,
  },
  brokerage: {
    name: 'Brokerage',
    sentence: 'Who connects two others who have no direct edge, within a camp or between camps.',
    source: 'Gould and Fernandez 1989',
    limits: 'It counts opportunities to mediate, not mediation, and depends on how the camps were drawn.',
    thin: ({ edges, negative }: Amount) => few(edges - negative, FEW_EDGES, 'support'),
  },
  series: {
    name: 'Over time',
    sentence: 'The measures period by period, with the edges that changed sign, ended or began in between.',
    source: 'Doreian and Mrvar 1996',
    limits:
      'An edge without dates holds at all times. More coverage in a period means more edges, not more politics.',
    thin: (amount: Amount) => few(amount.windows ?? 0, 3, 'period') ?? signed(amount),
  },
  chance: {
    name: 'Comparison with chance',
    sentence:
      'How far the measured value lies from those of the same network with its signs permuted at random.',
    source: 'Leskovec, Huttenlocher and Kleinberg 2010',
    limits: 'The permutations keep the edges and the number of oppositions; they say nothing about causes.',
    thin: triadic,
  },
  whatIf: {
    name: 'What if',
    sentence:
      'The measures of a scratch copy in which an edge has been flipped, added or removed; nothing is stored.',
    source: 'Harary 1959 (negation of edges)',
    limits: 'The others do not react: it shows how much an edge matters, not what would happen.',
    thin: signed,
  },
} as const satisfies Record<string, Meaning>;

export type MeasureName = keyof typeof MEANINGS;
