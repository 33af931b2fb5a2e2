import type { Graph, GraphEdge } from '../../model/graph.ts';
import { numberInWords } from '../../numbers/number-words.ts';
import { byText } from '../../numbers/random.ts';
import { startOf } from '../sizes.ts';

/** One row of what widths mean. Widths are in pixels at natural size. */
export interface WidthRow {
  width: number;
  title: string;
}

/** Widths of edges by key, and what they mean. */
export interface EdgeWidths {
  widths: ReadonlyMap<string, number>;
  widthKey: readonly WidthRow[];
}

const [LEAST, MOST, SAME] = [1, 4, 2] as const;
/** How sure a claim is, from the surest on; what else is said of it is least sure. */
const SURE: readonly string[] = ['stated', 'inferred', 'contested'];

/** The same width for every edge. */
export function sameWidths({ edges }: Graph): EdgeWidths {
  return { widths: new Map(edges.map(({ key }) => [key, SAME])), widthKey: [] };
}

/** Wider the surer a claim is. */
export function widthsByConfidence({ edges }: Graph): EdgeWidths {
  const widthOf = (value: unknown) => {
    const at = SURE.indexOf(String(value));
    return at < 0 ? LEAST : MOST - ((MOST - LEAST) * at) / SURE.length;
  };
  const said = new Set(edges.map(({ attributes }) => attributes.properties.confidence));
  return {
    widths: new Map(edges.map(({ key, attributes }) => [key, widthOf(attributes.properties.confidence)])),
    widthKey: [
      ...SURE.filter((each) => said.has(each)).map((title) => ({ width: widthOf(title), title })),
      ...([...said].some((each) => !SURE.includes(String(each)))
        ? [{ width: LEAST, title: 'Not given' }]
        : []),
    ],
  };
}

/** Wider the more edges there are between the same two nodes, whichever way they lead. */
export function widthsByParallels(graph: Graph): EdgeWidths {
  const pair = ({ source, target }: GraphEdge) => JSON.stringify([source, target].sort(byText));
  const counts = new Map<string, number>();
  for (const edge of graph.edges) counts.set(pair(edge), (counts.get(pair(edge)) ?? 0) + 1);
  return widthsBy(graph, new Map(graph.edges.map((edge) => [edge.key, counts.get(pair(edge)) ?? 1])));
}

/** Wider the larger a number that edges have; those without it are the thinnest. */
export function widthsByProperty(graph: Graph, name: string): EdgeWidths {
  return widthsBy(
    graph,
    new Map(
      graph.edges.flatMap(({ key, attributes }): [string, number][] => {
        const value = Object.hasOwn(attributes.properties, name) ? attributes.properties[name] : undefined;
        return typeof value === 'number' && Number.isFinite(value) ? [[key, value]] : [];
      }),
    ),
  );
}

/** Widths that grow evenly from where `startOf` has it to the most. */
function widthsBy({ edges }: Graph, values: ReadonlyMap<string, number>): EdgeWidths {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values.values()) [least, most] = [Math.min(least, value), Math.max(most, value)];
  const from = startOf(least, most);
  const widthOf = (value: number) =>
    most > from ? LEAST + ((MOST - LEAST) * (value - from)) / (most - from) : SAME;
  const named = (value: number) => ({
    width: widthOf(value),
    title: numberInWords(value),
  });
  const lacking = edges.some(({ key }) => !values.has(key));
  return {
    widths: new Map(
      edges.map(({ key }) => {
        const value = values.get(key);
        return [key, value === undefined ? LEAST : widthOf(value)];
      }),
    ),
    widthKey: [
      ...(values.size === 0 ? [] : [...new Set([least, most])].map(named)),
      ...(lacking ? [{ width: LEAST, title: 'None' }] : []),
    ],
  };
}
