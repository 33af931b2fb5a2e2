import { beginOf as begins, readDate, spanOf } from '../../model/dates.ts';
import type { Graph, GraphEdge } from '../../model/graph.ts';
import { type FrustrationOptions, frustrationIndex } from '../frustration/frustration.ts';
import { degreeOfBalance } from '../signed/balance.ts';
import { mergeEdges, type SignedGraph } from '../signed-graph.ts';
import { type NetworkName, networkEdges, type TableOptions, tablesOf } from '../tables.ts';
import { triadCensus } from './triads.ts';

export interface Period {
  from: string;
  to: string;
}

/** What is measured of a period, with nodes by key. */
export interface Moment extends Period {
  positive: number;
  negative: number;
  balance: number | null;
  frustration: { lower: number; upper: number; normalised: number | null };
  /** What moved since the period before; of a pair the lower key first. */
  flipped: [string, string][];
  ended: [string, string][];
  begun: [string, string][];
  /** Nodes with an edge that had none in any period before. */
  newcomers: string[];
}

const beginOf = ({ attributes }: GraphEdge) => begins(attributes.properties);

/**
 * The periods that the signed edges of a graph begin in, from the first to the last: months where there are at
 * most `most` of them, else years, of which the last `most` are taken.
 */
export function periodsOf(graph: Graph, most = 24): Period[] {
  const dates = graph.edges
    .filter(({ attributes }) => attributes.sign !== 0)
    .flatMap((edge) => beginOf(edge) ?? [])
    .map((date) => spanOf(date).first)
    .sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const month = (date: string) => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7)) - 1;
  const year = (at: number) => String(at).padStart(4, '0');
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const months = range(month(first), month(last));
  const names =
    months.length <= most
      ? months.map((at) => `${year(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`)
      : range(Number(first.slice(0, 4)), Number(last.slice(0, 4)))
          .slice(-most)
          .map(year);
  return names.map((name) => ({ from: name, to: name }));
}

/**
 * The series of one of the three networks of a graph. An edge holds from `since`, or else `statedOn`, to `until`, both
 * ends counted in; what has no date holds always. Agreement is derived in each period from the stands that hold in it.
 */
export async function seriesOfGraph(
  graph: Graph,
  periods: readonly Period[],
  { network, threshold, tables, ...options }: SeriesOptions,
): Promise<Moment[]> {
  const { actors } = tablesOf(graph, tables);
  const moments: Moment[] = [];
  const seen = new Set<number>();
  const pairs = (signs: Signs, test: (pair: string, sign: number) => boolean) =>
    [...signs]
      .filter(([pair, sign]) => test(pair, sign))
      .map(([pair]) => pair.split(' ').map((node) => actors[Number(node)]) as [string, string]);
  let before: Signs = new Map();
  for (const period of periods) {
    const edges = graph.edges.filter((edge) => holds(edge, period));
    const signed = mergeEdges(networkEdges(tablesOf({ ...graph, edges }, tables), network, threshold));
    const signs = signsOf(signed);
    const nodes = [...new Set([...signed.source, ...signed.target])].sort((a, b) => a - b);
    const { lower, upper, normalised } = await frustrationIndex(signed, options);
    const positive = signed.sign.reduce((count, sign) => count + (sign > 0 ? 1 : 0), 0);
    const first = moments.length === 0;
    moments.push({
      ...period,
      ...{ positive, negative: signed.sign.length - positive },
      balance: degreeOfBalance(triadCensus(signed)).balance,
      frustration: { lower, upper, normalised },
      flipped: pairs(signs, (pair, sign) => before.has(pair) && before.get(pair) !== sign),
      ended: pairs(before, (pair) => !signs.has(pair)),
      begun: first ? [] : pairs(signs, (pair) => !before.has(pair)),
      newcomers: first ? [] : nodes.flatMap((node) => (seen.has(node) ? [] : (actors[node] ?? []))),
    });
    for (const node of nodes) seen.add(node);
    before = signs;
  }
  return moments;
}

/** The sign of each pair of nodes. */
type Signs = ReadonlyMap<string, number>;

function signsOf({ source, target, sign }: SignedGraph): Signs {
  return new Map(Array.from(sign, (value, edge) => [`${source[edge]} ${target[edge]}`, value]));
}

interface SeriesOptions extends FrustrationOptions {
  network: NetworkName;
  threshold?: number | undefined;
  tables?: TableOptions | undefined;
}

function holds(edge: GraphEdge, { from, to }: Period): boolean {
  const [begin, end] = [beginOf(edge), readDate(edge.attributes.properties.until)];
  return (
    (begin === undefined || spanOf(begin).first <= spanOf(to).last) &&
    (end === undefined || spanOf(end).last >= spanOf(from).first)
  );
}
