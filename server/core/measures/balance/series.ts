import { spanOf } from '../../model/dates.ts';
import { type FrustrationOptions, frustrationIndex } from '../frustration/frustration.ts';
import { mergeEdges, type SignedEdges, type SignedGraph } from '../signed-graph.ts';
import { degreeOfBalance } from './balance.ts';
import { triadCensus } from './triads.ts';

/** Signed edges that hold for a time: ISO dates, whole or partial; without them, from ever or for ever. */
export interface DatedEdges extends SignedEdges {
  since: readonly (string | undefined)[];
  until: readonly (string | undefined)[];
}

export interface Period {
  from: string;
  to: string;
}

export interface Moment extends Period {
  positive: number;
  negative: number;
  balance: number | null;
  frustration: { lower: number; upper: number; normalised: number | null };
  /** What moved since the period before; pairs as `[lower node, higher node]`. */
  flipped: [number, number][];
  ended: [number, number][];
  begun: [number, number][];
  /** Nodes with an edge that had none in any period before. */
  newcomers: number[];
}

/** Measures every period: edges that hold at any time in it, both ends counted in. */
export async function seriesOf(
  rows: DatedEdges,
  periods: readonly Period[],
  options: FrustrationOptions = {},
): Promise<Moment[]> {
  const moments: Moment[] = [];
  const seen = new Set<number>();
  let before = new Map<string, number>();
  for (const period of periods) {
    const graph = mergeEdges(within(rows, period));
    const signs = signsOf(graph);
    const nodes = [...new Set([...graph.source, ...graph.target])].sort((a, b) => a - b);
    const { lower, upper, normalised } = await frustrationIndex(graph, options);
    const positive = graph.sign.reduce((count, sign) => count + (sign > 0 ? 1 : 0), 0);
    const first = moments.length === 0;
    moments.push({
      ...period,
      ...{ positive, negative: graph.sign.length - positive },
      balance: degreeOfBalance(triadCensus(graph)).balance,
      frustration: { lower, upper, normalised },
      flipped: pairs(signs, (pair, sign) => before.has(pair) && before.get(pair) !== sign),
      ended: pairs(before, (pair) => !signs.has(pair)),
      begun: first ? [] : pairs(signs, (pair) => !before.has(pair)),
      newcomers: first ? [] : nodes.filter((node) => !seen.has(node)),
    });
    for (const node of nodes) seen.add(node);
    before = signs;
  }
  return moments;
}

/** The rows that hold in a period. */
export function within(
  { nodes, source, target, sign, since, until }: DatedEdges,
  period: Period,
): SignedEdges {
  const [first, last] = [spanOf(period.from).first, spanOf(period.to).last];
  const held = Array.from(sign.keys()).filter((row) => {
    const [begin, end] = [since[row], until[row]];
    return (
      (begin === undefined || spanOf(begin).first <= last) && (end === undefined || spanOf(end).last >= first)
    );
  });
  return {
    nodes,
    source: Uint32Array.from(held, (row) => source[row] as number),
    target: Uint32Array.from(held, (row) => target[row] as number),
    sign: Int8Array.from(held, (row) => sign[row] as number),
  };
}

function signsOf({ source, target, sign }: SignedGraph): Map<string, number> {
  return new Map(Array.from(sign, (value, edge) => [`${source[edge]} ${target[edge]}`, value]));
}

function pairs(
  signs: ReadonlyMap<string, number>,
  test: (pair: string, sign: number) => boolean,
): [number, number][] {
  return [...signs]
    .filter(([pair, sign]) => test(pair, sign))
    .map(([pair]) => pair.split(' ').map(Number) as [number, number]);
}
