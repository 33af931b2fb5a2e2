import { beginOf as begins, readDate, spanOf } from '../../model/dates.ts';
import type { Graph, GraphEdge } from '../../model/graph.ts';
import type { FrustrationOptions } from '../frustration/frustration.ts';
import { edgesFrom, mergeEdges } from '../signed-graph.ts';
import { type NetworkName, networkEdges, type TableOptions, tablesOf } from '../tables.ts';
import { type DatedEdges, type Moment, type Period, seriesOf } from './series.ts';

/** A moment of the series, with nodes by key. */
export interface NamedMoment extends Omit<Moment, 'flipped' | 'ended' | 'begun' | 'newcomers'> {
  flipped: [string, string][];
  ended: [string, string][];
  begun: [string, string][];
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
 * The series of one of the three networks of a graph. An edge holds from `since`, or else `statedOn`, to `until`;
 * what has no date holds always. Agreement is derived in each period from the stands that hold in it.
 */
export async function seriesOfGraph(
  graph: Graph,
  periods: readonly Period[],
  { network, threshold, tables, ...options }: SeriesOptions,
): Promise<NamedMoment[]> {
  const { actors } = tablesOf(graph, tables);
  const rows = periods.flatMap((period) => {
    const edges = graph.edges.filter((edge) => holds(edge, period));
    const signed = networkEdges(tablesOf({ ...graph, edges }, tables), network, threshold);
    const { source, target, sign } = mergeEdges(signed);
    return Array.from(sign, (value, at) => ({
      ...period,
      row: [Number(source[at]), Number(target[at]), value] as const,
    }));
  });
  const dated: DatedEdges = {
    ...edgesFrom(
      actors.length,
      rows.map(({ row }) => row),
    ),
    since: rows.map(({ from }) => from),
    until: rows.map(({ to }) => to),
  };
  const key = (node: number) => actors[node] as string;
  const pairs = (found: [number, number][]) => found.map(([a, b]): [string, string] => [key(a), key(b)]);
  return (await seriesOf(dated, periods, options)).map((moment) => ({
    ...moment,
    flipped: pairs(moment.flipped),
    ended: pairs(moment.ended),
    begun: pairs(moment.begun),
    newcomers: moment.newcomers.map(key),
  }));
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
