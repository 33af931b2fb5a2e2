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
  return count < least ? `${only}; below ${least}, one more or less would change the result.` : undefined;
};

const signed = ({ edges, negative }: Amount) =>
  few(edges, FEW_EDGES, 'signed edge') ??
  (negative === 0
    ? 'No edge is an opposition; without one every network is balanced.'
    : negative === edges
      ? 'Every edge is an opposition; balance then speaks of who meets whom, not of who is with whom.'
      : undefined);

const triadic = (amount: Amount) => few(amount.triads ?? 0, FEW_TRIADS, 'triangle') ?? signed(amount);

/** Each measure in words, with its source, its limits and when the data are too thin. */
export const MEANINGS = {
  agreement: {
    name: 'Agreement and conflict',
    sentence:
      'Two actors are near when they take the same side on the same issues, and far when they take opposite sides.',
    source: 'Leifeld 2013, 2017 (discourse network analysis)',
    limits:
      'Silence is not disagreement: actors who speak of different issues have no edge. Who speaks of much shares much; the normalised form takes that out.',
    thin: ({ stands = 0, issues = 0 }: Amount) =>
      few(issues, FEW_SHARED, 'issue with a stand', 'issues with a stand') ??
      few(stands, 2 * FEW_EDGES, 'stand'),
  },
  coAttendance: {
    name: 'Shared attendance',
    sentence:
      'Two actors are near when they attend the same events; a small meeting counts more than a large one.',
    source: 'Newman 2001',
    limits:
      'To be in one room is neither support nor opposition. Only attendance that happened counts; absences are a network of their own.',
    thin: ({ events = 0 }: Amount) => few(events, FEW_SHARED, 'event'),
  },
  triads: {
    name: 'Triads by sign',
    sentence:
      'Three actors are at ease when the friend of a friend is a friend and the enemy of an enemy is a friend; the census counts how often that holds and how often not.',
    source: 'Heider 1946; Cartwright and Harary 1956',
    limits:
      'Only actors of whom every two have an edge are counted; in sparse networks that is a small part.',
    thin: triadic,
  },
  balance: {
    name: 'Degree of balance',
    sentence: 'The share of all triangles that are at ease: 1 where all are.',
    source: 'Cartwright and Harary 1956; weak form, Davis 1967',
    limits: 'A network with many supports is balanced by chance already; look at the comparison with chance.',
    thin: triadic,
  },
  walkBalance: {
    name: 'Walk balance',
    sentence:
      'As the degree of balance, but looking at all roundabout ways and not only at triangles, short ones most.',
    source: 'Estrada and Benzi 2014',
    limits:
      'Falls with density, so that networks of different size are not to be compared by it. Estimated with an error above 300 nodes.',
    thin: signed,
  },
  twoCamps: {
    name: 'Two camps',
    sentence:
      'Whether the actors split into two camps with support inside and opposition between; if not, rings of actors in which the signs cannot all hold stand in the way.',
    source: 'Harary 1953',
    limits:
      'Yes or no: one contradicting edge is enough for no. The frustration index says how far from yes.',
    thin: signed,
  },
  manyCamps: {
    name: 'Camps of any number',
    sentence: 'The same for any number of camps: three enemies of one another may then be three camps.',
    source: 'Davis 1967',
    limits: 'Actors without support from anybody are camps of their own.',
    thin: signed,
  },
  frustration: {
    name: 'Frustration index',
    sentence:
      'How many relations contradict the best split into two camps, and which they are; 0 means a clean split.',
    source: 'Harary 1959; Aref, Mason and Wilson 2018; Aref and Wilson 2018',
    limits:
      'Hard to compute: where the two bounds differ, the truth lies between them. Several splits may be equally good; one is shown.',
    thin: signed,
  },
  blocs: {
    name: 'Blocs',
    sentence:
      'Groups of any number with support inside and opposition between them, with as few contradictions as possible.',
    source: 'Doreian and Mrvar 1996; Bansal, Blum and Chawla 2004; modularity, Gómez, Jensen and Arenas 2009',
    limits:
      'Often several partitions are equally good; how many, and for whom it makes a difference, is given along.',
    thin: signed,
  },
  brokerage: {
    name: 'Go-betweens',
    sentence: 'Who connects two others that have no direct relation, inside a camp or between camps.',
    source: 'Gould and Fernandez 1989',
    limits: 'Counts opportunities to mediate, not mediation. It depends on how the camps were drawn.',
    thin: ({ edges, negative }: Amount) => few(edges - negative, FEW_EDGES, 'support'),
  },
  series: {
    name: 'Over time',
    sentence:
      'The measures of one period after the other, with the relations that turned, ended or began between them.',
    source: 'Doreian and Mrvar 1996',
    limits:
      'A relation without dates holds always. More coverage in a period means more edges, not more politics.',
    thin: (amount: Amount) => few(amount.windows ?? 0, 3, 'period') ?? signed(amount),
  },
  chance: {
    name: 'Beyond chance',
    sentence:
      'How far the measured value lies from that of the same network with its signs dealt anew at random.',
    source: 'Leskovec, Huttenlocher and Kleinberg 2010',
    limits: 'Chance here keeps who relates to whom and how many oppose; it says nothing of why.',
    thin: triadic,
  },
  whatIf: {
    name: 'What if',
    sentence:
      'The measures of a scratch copy in which a relation was turned, added or taken away; nothing is stored.',
    source: 'Our own; as the switching of Harary 1959',
    limits: 'The others do not react; it shows the weight of an edge, not what would happen.',
    thin: signed,
  },
} as const satisfies Record<string, Meaning>;

export type MeasureName = keyof typeof MEANINGS;
