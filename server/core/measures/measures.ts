import { type Balance, degreeOfBalance } from './balance/balance.ts';
import { type TriadCensus, triadCensus } from './balance/triads.ts';
import { splitInTwo } from './balance/two-colouring.ts';
import { walkBalance } from './balance/walk-balance.ts';
import { type FrustrationOptions, frustrationIndex } from './frustration/frustration.ts';
import { type Amount, MEANINGS, type MeasureName } from './meanings.ts';
import { partsOf } from './parts.ts';
import { mergeEdges, type SignedEdges } from './signed-graph.ts';

/** The measures of one signed network, with nodes by name: what the command prints. */
export interface Measures extends Balance {
  nodes: number;
  edges: number;
  positive: number;
  negative: number;
  /** What was read and counts for nothing. */
  leftOut: { selfLoops: number; contradictoryPairs: number };
  triads: TriadCensus;
  walkBalance: number | null;
  /** Present when walk balance is an estimate: its standard error. */
  walkBalanceError?: number;
  /** Why some measures mean little here, by their names; empty when there is enough. */
  tooThin: Partial<Record<MeasureName, string>>;
  /** Whether the network splits into two camps without contradiction. */
  balanced: boolean;
  frustration: {
    lower: number;
    upper: number;
    /** Whether the two bounds meet. */
    proved: boolean;
    normalised: number | null;
    /**
     * The two camps of every connected part, by name, the largest part first: which camp of one part goes with which
     * of another the edges cannot tell. Who has no signed edge is in none.
     */
    camps: [string[], string[]][];
    /** The edges that contradict the camps. */
    edges: { source: string; target: string; sign: number }[];
  };
}

/** Measures signed edges whose nodes have these names. */
export async function measureNetwork(
  rows: SignedEdges,
  names: readonly string[],
  options: FrustrationOptions = {},
): Promise<Measures> {
  const graph = mergeEdges(rows);
  const census = triadCensus(graph);
  const name = (node: number | undefined) => names[node as number] as string;
  const positive = graph.sign.reduce((count, sign) => count + (sign > 0 ? 1 : 0), 0);
  const { camps, edges, lower, upper, normalised } = await frustrationIndex(graph, options);
  const triads = Object.values(census).reduce((sum, count) => sum + count, 0);
  const walk = walkBalance(graph, options);
  const { balanced } = splitInTwo(graph, 1);
  const parts = partsOf(graph);
  const split = Array.from({ length: partCount(parts) }, (): [string[], string[]] => [[], []]);
  names.forEach((each, node) => {
    split[parts[node] as number]?.[camps[node] as 0 | 1].push(each);
  });
  return {
    nodes: graph.nodes,
    edges: graph.sign.length,
    positive,
    negative: graph.sign.length - positive,
    leftOut: graph.leftOut,
    triads: census,
    ...degreeOfBalance(census),
    walkBalance: walk.walkBalance,
    ...(walk.error !== undefined && { walkBalanceError: walk.error }),
    tooThin: thinness({
      nodes: graph.nodes,
      edges: graph.sign.length,
      negative: graph.sign.length - positive,
      triads,
    }),
    balanced,
    frustration: {
      ...{ lower, upper, proved: lower === upper, normalised },
      camps: split,
      edges: edges.map((edge) => ({
        source: name(graph.source[edge]),
        target: name(graph.target[edge]),
        sign: graph.sign[edge] as number,
      })),
    },
  };
}

/** Parts are numbered from 0; −1 is none. In a loop, as there may be more nodes than a call takes arguments. */
function partCount(parts: Int32Array): number {
  let count = 0;
  for (const part of parts) count = Math.max(count, part + 1);
  return count;
}

const PRINTED = ['triads', 'balance', 'walkBalance', 'frustration'] as const satisfies readonly MeasureName[];

function thinness(amount: Amount): Measures['tooThin'] {
  return Object.fromEntries(
    PRINTED.map((name) => [name, MEANINGS[name].thin(amount)]).filter(([, reason]) => reason !== undefined),
  );
}
