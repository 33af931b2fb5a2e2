import { primaryLabel } from '../../../server/core/looks/look.ts';
import type { GraphEdge, GraphNode } from '../../../server/core/model/graph.ts';
import type { GraphIndex } from '../../../server/core/picture/graph-index.ts';
import { dateOf, orderDate } from '../../../server/core/words/edge-words.ts';
import { dateInWords, typeAsTitle } from '../../../server/core/words/words.ts';
import { writtenOf } from '../selection/evidence.ts';
import { inRuns } from './collation.ts';

/** What a column can be filtered by: ranges of numbers or of dates, or what its texts contain. */
export type ColumnKind = 'number' | 'date' | 'text';

/** One column of a table of elements. */
export interface Column<T> {
  title: string;
  /** What is shown of an element. */
  cell(element: T): string | number;
  /** What elements are put in order by, where it is not what is shown. */
  order?(element: T): string | number;
  /** What is taken along, where it is not what is shown. */
  data?(element: T): string | number;
  /** Whether it holds sentences or titles, of which a row shows no more than their begin. */
  isLong?: boolean;
  /** What it holds, where that is no text. */
  kind?: ColumnKind;
}

/** What a measure or a property says of nodes, by key, as a column; a node without it has nothing there. */
export interface Measure {
  title: string;
  values: ReadonlyMap<string, number | string>;
  /** Whether numbers among them only name what they stand for. */
  areCategories: boolean;
  /** What a value is called; a number to so many significant digits. */
  named(value: number | string, digits?: number): string;
}

export function nodeColumns({ edgesOf }: GraphIndex, measures: readonly Measure[] = []): Column<GraphNode>[] {
  return [
    ...plainColumns(edgesOf),
    ...measures.map(({ title, values, named, areCategories }): Column<GraphNode> => {
      const order = ({ key }: GraphNode) => values.get(key) ?? '';
      const cell = (node: GraphNode) => (values.has(node.key) ? named(order(node)) : '');
      const isNumber = !areCategories && [...values.values()].every((value) => typeof value === 'number');
      return { title, cell, order, data: areCategories ? cell : order, ...(isNumber && { kind: 'number' }) };
    }),
  ];
}

function plainColumns(edgesOf: GraphIndex['edgesOf']): Column<GraphNode>[] {
  return [
    { title: 'Name', cell: ({ attributes }) => attributes.caption },
    { title: 'Kind', cell: ({ attributes }) => primaryLabel(attributes.labels) },
    { title: 'Edges here', cell: ({ key }) => edgesOf.get(key)?.length ?? 0, kind: 'number' },
  ];
}

/**
 * What edges are and rest on.
 *
 * @param index Of the graph that is shown.
 * @param whole Nodes that are loaded besides: sources and who asserts something are often not in the picture.
 */
export function edgeColumns({ nodes }: GraphIndex, whole?: GraphIndex['nodes']): Column<GraphEdge>[] {
  const caption = (key: string) => (nodes.get(key) ?? whole?.get(key))?.attributes.caption ?? key;
  const text = ({ attributes }: GraphEdge, name: string) => writtenOf(attributes.properties[name]) ?? '';
  const source = (edge: GraphEdge) => {
    const paragraph = text(edge, 'paragraph');
    return [caption(text(edge, 'source')), paragraph && `paragraph ${paragraph}`].filter(Boolean).join(', ');
  };
  return [
    { title: 'From', cell: ({ source }) => caption(source) },
    { title: 'Relationship type', cell: ({ attributes }) => typeAsTitle(attributes.type) },
    { title: 'To', cell: ({ target }) => caption(target) },
    { title: 'Claim', cell: (edge) => text(edge, 'claim'), isLong: true },
    { title: 'Modality', cell: (edge) => text(edge, 'modality') },
    { title: 'Confidence', cell: (edge) => text(edge, 'confidence') },
    { title: 'Asserted by', cell: (edge) => caption(text(edge, 'assertedBy')) },
    { title: 'Source', cell: source, isLong: true },
    {
      title: 'Date',
      cell: ({ attributes }) => dateInWords(dateOf(attributes) ?? ''),
      order: ({ attributes }) => orderDate(attributes) ?? '',
      data: ({ attributes }) => dateOf(attributes) ?? '',
      kind: 'date',
    },
  ];
}

export interface Sort {
  /** Place of the column. */
  column: number;
  direction: 'ascending' | 'descending';
}

/**
 * Elements in the order of a column; as they are without one. Equal ones keep their order, and what has nothing in the
 * column comes last either way. Each different text is compared once with some others, and not once for each of the
 * many elements that have it.
 */
export function inOrder<T>(elements: readonly T[], columns: readonly Column<T>[], sort?: Sort): readonly T[] {
  const column = sort && columns[sort.column];
  if (!column) return elements;
  const places = new Map<string | number, number[]>();
  elements.forEach((element, at) => {
    const value = (column.order ?? column.cell)(element);
    const having = places.get(value);
    if (having) having.push(at);
    else places.set(value, [at]);
  });
  const missing = places.get('') ?? [];
  places.delete('');
  const runs = inRuns(places.keys());
  if (sort.direction === 'descending') runs.reverse();
  const placesOf = (run: readonly (string | number)[]) => {
    const having = run.flatMap((value) => places.get(value) ?? []);
    return run.length > 1 ? having.sort((a, b) => a - b) : having;
  };
  return [...runs.flatMap(placesOf), ...missing].map((at) => elements[at] as T);
}
