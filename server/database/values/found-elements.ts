import type { TypedRelationship, TypedValue } from '../../core/model/typed-value.ts';

/** More than this no picture can show; what rows hold beyond is told as truncated. */
const MOST = { nodes: 5_000, edges: 20_000 };

/** The nodes and edges that rows contain, by their element ids. */
export interface FoundElements {
  nodes: string[];
  edges: FoundEdge[];
  /** Whether there are more than these. */
  truncated: boolean;
}

export interface FoundEdge {
  id: string;
  source: string;
  target: string;
}

/** Gathers the nodes and edges that rows contain, also inside lists, maps and paths. */
export interface ElementFinder {
  add(row: readonly TypedValue[]): void;
  found(): FoundElements;
}

export function createElementFinder(): ElementFinder {
  const nodes = new Set<string>();
  const edges = new Map<string, FoundEdge>();
  let truncated = false;

  function visit(value: TypedValue): void {
    if (value.$type === 'Node') addNode(value._value._element_id);
    else if (value.$type === 'Relationship') addEdge(value._value);
    else if (value.$type === 'List' || value.$type === 'Path') for (const each of value._value) visit(each);
    else if (value.$type === 'Map') for (const each of Object.values(value._value)) visit(each);
  }
  function addNode(id: string): void {
    if (nodes.size < MOST.nodes) nodes.add(id);
    else truncated ||= !nodes.has(id);
  }
  function addEdge(edge: TypedRelationship): void {
    const [id, source, target] = [edge._element_id, edge._start_node_element_id, edge._end_node_element_id];
    if (edges.size < MOST.edges) edges.set(id, { id, source, target });
    else truncated ||= !edges.has(id);
  }

  return {
    add(row) {
      for (const value of row) visit(value);
    },
    found: () => ({ nodes: [...nodes], edges: [...edges.values()], truncated }),
  };
}
