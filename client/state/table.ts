import { dateOf, orderDate } from '../../server/contract/edge-words.ts';
import type { GraphEdge, GraphNode } from '../../server/contract/graph.ts';
import { primaryLabel } from '../graph/look.ts';
import type { GraphIndex } from './graph-index.ts';
import { dateInWords, typeAsTitle } from './words.ts';

/** One column of a table of elements. */
export interface Column<T> {
  title: string;
  /** What is shown of an element. */
  cell(element: T): string | number;
  /** What elements are put in order by, where it is not what is shown. */
  order?(element: T): string | number;
  /** What is taken along, where it is not what is shown. */
  data?(element: T): string | number;
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
      return { title, cell, order, data: areCategories ? cell : order };
    }),
  ];
}

function plainColumns(edgesOf: GraphIndex['edgesOf']): Column<GraphNode>[] {
  return [
    { title: 'Name', cell: ({ attributes }) => attributes.caption },
    { title: 'Kind', cell: ({ attributes }) => primaryLabel(attributes.labels) },
    { title: 'Edges here', cell: ({ key }) => edgesOf.get(key)?.length ?? 0 },
  ];
}

export function edgeColumns({ nodes }: GraphIndex): Column<GraphEdge>[] {
  const caption = (key: string) => nodes.get(key)?.attributes.caption ?? key;
  const text = (edge: GraphEdge, name: string) => {
    const value = edge.attributes.properties[name];
    return typeof value === 'string' ? value : '';
  };
  return [
    { title: 'From', cell: ({ source }) => caption(source) },
    { title: 'Relationship type', cell: ({ attributes }) => typeAsTitle(attributes.type) },
    { title: 'To', cell: ({ target }) => caption(target) },
    { title: 'How real', cell: (edge) => text(edge, 'modality') },
    { title: 'How certain', cell: (edge) => text(edge, 'confidence') },
    {
      title: 'Date',
      cell: ({ attributes }) => dateInWords(dateOf(attributes) ?? ''),
      order: ({ attributes }) => orderDate(attributes) ?? '',
      data: ({ attributes }) => dateOf(attributes) ?? '',
    },
  ];
}

export interface Sort {
  /** Place of the column. */
  column: number;
  direction: 'ascending' | 'descending';
}

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Elements in the order of a column; as they are without one. Equal ones keep their order, and what has nothing in the
 * column comes last either way. Each different text is compared once with some others, and not once for each of the
 * many elements that have it.
 */
export function inOrder<T>(elements: readonly T[], columns: readonly Column<T>[], sort?: Sort): readonly T[] {
  const column = sort && columns[sort.column];
  if (!column) return elements;
  const values = elements.map((element) => (column.order ?? column.cell)(element));
  const ranks = ranksOf(new Set(values));
  const turn = sort.direction === 'descending' ? -1 : 1;
  const rankAt = (at: number) => ranks.get(values[at] ?? '') ?? 0;
  const missing = (at: number) => Number((values[at] ?? '') === '');
  return [...elements.keys()]
    .sort((a, b) => missing(a) - missing(b) || turn * (rankAt(a) - rankAt(b)) || a - b)
    .map((at) => elements[at] as T);
}

/** The place of each value in their order; those that compare as equal have the same. */
function ranksOf(values: ReadonlySet<string | number>): Map<string | number, number> {
  const sorted = [...values].sort(compareValues);
  const ranks = new Map<string | number, number>();
  let rank = 0;
  sorted.forEach((value, at) => {
    if (at > 0 && compareValues(sorted[at - 1] ?? '', value) !== 0) rank += 1;
    ranks.set(value, rank);
  });
  return ranks;
}

function compareValues(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
}
