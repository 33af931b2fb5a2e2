import type { ErrorDetail } from '../model/errors.ts';
import type { Properties, PropertyTypes } from '../model/graph.ts';
import { refusal } from './faults.ts';
import { setProperty } from './values/property.ts';

export interface ReadNode {
  key: string;
  labels: string[];
  /** With `name`, and `x` and `y` where the file places it. */
  properties: Properties;
  propertyTypes?: PropertyTypes;
}

export interface ReadEdge {
  source: string;
  target: string;
  type?: string;
  directed: boolean;
  /** With `id`, `weight`, `sign`, `since`, `until` and evidence under their usual names. */
  properties: Properties;
  propertyTypes?: PropertyTypes;
}

/** What files hold, whatever their format. */
export interface ReadNetwork {
  /** The formats read, such as `gexf` or `csv`. */
  format: string;
  nodes: ReadNode[];
  edges: ReadEdge[];
  skipped: { nodes: number; edges: number };
  warnings: ErrorDetail[];
}

/** What happens to an edge that ends at a node which its file should declare and does not. */
export type Missing = 'skip' | 'make' | 'stop';

/** So many warnings of one kind are told; the others are counted. */
const MOST_ALIKE = 5;

/** Gathers nodes and edges of one or several files; edges may come before their nodes. */
export class NetworkBuilder {
  readonly nodes = new Map<string, ReadNode>();
  readonly #places = new Map<string, string>();
  readonly skipped = { nodes: 0, edges: 0 };
  readonly #warnings: ErrorDetail[] = [];
  readonly #alike = new Map<string, { path: string; count: number }>();
  readonly #edges: ReadEdge[] = [];
  /** Where each edge stands; a million of them would take much memory, so only of those whose ends may be missing. */
  readonly #wheres: (string | undefined)[] = [];
  readonly #missing: Missing;

  constructor(missing: Missing = 'skip') {
    this.#missing = missing;
  }

  /** @param kind what makes warnings alike */
  warn(path: string, message: string, kind: string): void {
    const alike = this.#alike.get(kind) ?? { path, count: 0 };
    this.#alike.set(kind, alike);
    alike.count += 1;
    if (alike.count <= MOST_ALIKE) this.#warnings.push({ path, message });
  }

  /**
   * Declares a node. Its id again is skipped, counted and told with both places.
   * @param where file and line
   */
  declare(key: string, properties: Properties, labels: string[], where: string): ReadNode {
    const before = this.#places.get(key);
    if (before !== undefined) {
      this.skipped.nodes += 1;
      this.warn(
        where,
        `has the node id ${shown(key)} of ${before} again; the first is kept. Rename or merge them.`,
        'duplicate node',
      );
      return this.nodes.get(key) as ReadNode;
    }
    this.#places.set(key, where);
    const node = this.touch(key);
    node.labels = labels;
    for (const [name, value] of Object.entries(properties)) setProperty(node.properties, name, value);
    return node;
  }

  /** The node of a key, made where it is not there yet. */
  touch(key: string, label?: string): ReadNode {
    let node = this.nodes.get(key);
    if (!node) {
      node = { key, labels: label === undefined ? [] : [label], properties: {} };
      this.nodes.set(key, node);
    }
    return node;
  }

  /** @param where file and line, told where an end is missing; without it, ends are known to be there */
  edge(edge: ReadEdge, where?: string): void {
    // What only repeats the type was written for programs that show an edge's label.
    for (const name of ['label', 'Label'])
      if (edge.properties[name] === edge.type) delete edge.properties[name];
    this.#edges.push(edge);
    this.#wheres.push(where);
  }

  skipEdge(where: string, message: string, kind: string): void {
    this.skipped.edges += 1;
    this.warn(where, message, kind);
  }

  skipEndless(where: string): void {
    this.skipEdge(where, 'is an edge without a source or target; it is skipped.', 'edge without an end');
  }

  /**
   * What was gathered, every edge between nodes that are there and under an id of its own.
   * @throws EntenteError `invalid_request` at the first missing end, where that was chosen
   */
  finish(format: string): ReadNetwork {
    const ids = new Set<string>();
    const edges = this.#edges.filter((edge, at) => {
      const where = this.#wheres[at];
      if (where !== undefined && !this.#hasEnds(edge, where)) return false;
      this.#ownId(edge, ids, where);
      return true;
    });
    for (const [kind, { path, count }] of this.#alike)
      if (count > MOST_ALIKE)
        this.#warnings.push({ path, message: `and ${count - MOST_ALIKE} more like this (${kind}).` });
    const { skipped } = this;
    return { format, nodes: [...this.nodes.values()], edges, skipped, warnings: this.#warnings };
  }

  #hasEnds(edge: ReadEdge, where: string): boolean {
    const missing = [edge.source, edge.target].filter((key) => !this.nodes.has(key));
    if (missing.length === 0) return true;
    const ends = missing.map(shown).join(' and ');
    if (this.#missing === 'stop')
      throw refusal(where, `ends at ${ends}, which is no node; add it, or choose --missing skip or make.`);
    if (this.#missing === 'make') {
      for (const key of missing) this.touch(key);
      this.warn(where, `ends at ${ends}, which is no node; it was made.`, 'edge to a missing node');
      return true;
    }
    this.skipEdge(
      where,
      `ends at ${ends}, which is no node; the edge is skipped. --missing make makes such nodes.`,
      'edge to a missing node',
    );
    return false;
  }

  #ownId({ properties }: ReadEdge, ids: Set<string>, where = ''): void {
    const { id } = properties;
    if (id === undefined) return;
    if (ids.has(String(id))) {
      this.warn(
        where,
        `has the edge id ${shown(String(id))} again; it is kept without one.`,
        'duplicate edge id',
      );
      delete properties.id;
    } else ids.add(String(id));
  }
}

/** A value as a message may hold it. */
export function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Whether edges have a direction; those of a mixed network have one each for itself. */
export function directionOf({ edges }: Pick<ReadNetwork, 'edges'>): boolean | 'mixed' {
  const some = edges.some(({ directed }) => directed);
  return some && edges.some(({ directed }) => !directed) ? 'mixed' : some;
}

/** The sum of weights, where an edge without one counts 1; null where none has one. */
export function weightSum({ edges }: Pick<ReadNetwork, 'edges'>): number | null {
  let [sum, weighted] = [0, false];
  for (const { properties } of edges) {
    const { weight } = properties;
    if (typeof weight === 'number') weighted = true;
    sum += typeof weight === 'number' ? weight : 1;
  }
  return weighted ? sum : null;
}

/** How many edges say support, opposition, neither, and nothing of the kind. */
export function signsOf({
  edges,
}: Pick<ReadNetwork, 'edges'>): Record<'positive' | 'negative' | 'neutral' | 'none', number> {
  const count = { positive: 0, negative: 0, neutral: 0, none: 0 };
  for (const { properties } of edges) count[NAMES_OF_SIGNS.get(properties.sign) ?? 'none'] += 1;
  return count;
}

const NAMES_OF_SIGNS = new Map<unknown, 'positive' | 'negative' | 'neutral'>([
  [1, 'positive'],
  [-1, 'negative'],
  [0, 'neutral'],
]);
