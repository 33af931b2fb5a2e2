import type { GraphColumns } from '../../core/contract/columns.ts';
import type { Graph } from '../../core/model/graph.ts';

/** The same graph by columns; every edge's ends are among the nodes. */
export function toColumns({ attributes, options, nodes, edges }: Graph): GraphColumns {
  const labels = new Dictionary();
  const types = new Dictionary();
  const rows = new Map(nodes.map((node, row) => [node.key, row]));
  const row = (key: string) => rows.get(key) as number;
  return {
    attributes,
    options,
    nodes: {
      keys: nodes.map((node) => node.key),
      captions: nodes.map((node) => node.attributes.caption),
      labels: nodes.map((node) => node.attributes.labels.map((label) => labels.place(label))),
      degrees: nodes.map((node) => node.attributes.degree),
      properties: columnsOf(nodes.map((node) => node.attributes.properties)),
      propertyTypes: columnsOf(nodes.map((node) => node.attributes.propertyTypes)),
    },
    edges: {
      keys: edges.map((edge) => edge.key),
      sources: edges.map((edge) => row(edge.source)),
      targets: edges.map((edge) => row(edge.target)),
      types: edges.map((edge) => types.place(edge.attributes.type)),
      signs: edges.map((edge) => edge.attributes.sign),
      properties: columnsOf(edges.map((edge) => edge.attributes.properties)),
      propertyTypes: columnsOf(edges.map((edge) => edge.attributes.propertyTypes)),
    },
    labels: labels.values,
    types: types.values,
  };
}

class Dictionary {
  readonly values: string[] = [];
  readonly #places = new Map<string, number>();

  place(value: string): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    this.#places.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** One column a key, as long as there are rows; null where a row has none. */
function columnsOf<T>(
  rows: readonly (Readonly<Record<string, T>> | undefined)[],
): Record<string, (T | null)[]> {
  const columns = new Map<string, (T | null)[]>();
  for (const [row, record = {}] of rows.entries()) {
    for (const [key, value] of Object.entries(record)) {
      const column = columns.get(key) ?? new Array<T | null>(rows.length).fill(null);
      column[row] = value;
      columns.set(key, column);
    }
  }
  return Object.fromEntries(columns);
}
