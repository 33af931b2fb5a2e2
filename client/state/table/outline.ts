import { primaryLabel } from '../../../server/core/looks/look.ts';
import type { Graph, GraphEdge, GraphNode } from '../../../server/core/model/graph.ts';
import { indexOf } from '../../../server/core/picture/graph-index.ts';
import { edgeInWords } from '../../../server/core/words/edge-words.ts';
import { amount } from '../../../server/core/words/words.ts';
import { groupRelations } from '../selection/relations.ts';

/** A relation as seen from one of its ends. */
export interface OutlineRelation {
  /** Unique in the outline, where an edge stands at both of its ends. */
  id: string;
  edge: GraphEdge;
  direction: 'out' | 'in';
  other: GraphNode;
  /** The whole of it as a sentence. */
  words: string;
}

export interface OutlineNode {
  /** Of its row: the node's key. A row that is another node's is another row. */
  id: string;
  node: GraphNode;
  /** What it is and how much is connected with it. */
  words: string;
  /** How many relations it has; they are looked for when they are asked for. */
  count: number;
  readonly relations: readonly OutlineRelation[];
}

/** Between the keys of a node and an edge in an id; no key holds it. */
const BETWEEN = '\u001f';

/** The keys in an id of the outline: of a node alone, or of a node and one of its edges. */
export function keysIn(id: string): { node: string; edge: string | undefined } {
  const [node = '', edge] = id.split(BETWEEN);
  return { node, edge };
}

/** The id of the row that offers more of a node's relations. */
export function moreId(node: string): string {
  return node + BETWEEN + BETWEEN;
}

/** The node whose relations a row offers more of; undefined for any other row. */
export function nodeOfMore(id: string): string | undefined {
  return id.endsWith(BETWEEN + BETWEEN) ? id.slice(0, -2 * BETWEEN.length) : undefined;
}

/** The order in which nodes stand in the outline: the most connected first, then by name. */
export function outlineOrder(graph: Graph): string[] {
  const { edgesOf } = indexOf(graph);
  const degree = (key: string) => edgesOf.get(key)?.length ?? 0;
  return [...graph.nodes]
    .sort((a, b) => degree(b.key) - degree(a.key) || compare(a.attributes.caption, b.attributes.caption))
    .map(({ key }) => key);
}

/** Some nodes of a graph with all their relations in it. */
export function outlineOf(graph: Graph, keys: readonly string[]): OutlineNode[] {
  const { nodes, edgesOf } = indexOf(graph);
  return keys.flatMap((key) => {
    const node = nodes.get(key);
    if (!node) return [];
    const count = edgesOf.get(key)?.length ?? 0;
    const words = [node.attributes.caption, primaryLabel(node.attributes.labels), amount(count, 'edge')];
    let found: readonly OutlineRelation[] | undefined;
    return {
      id: key,
      node,
      count,
      words: words.filter(Boolean).join(', '),
      get relations() {
        found ??= relationsOf(graph, node);
        return found;
      },
    };
  });
}

/** The relations of a node, support and opposition first. */
function relationsOf(graph: Graph, node: GraphNode): OutlineRelation[] {
  const { nodes, edgesOf } = indexOf(graph);
  const edges = [...(edgesOf.get(node.key) ?? [])];
  const ends = new Set([node.key, ...edges.flatMap(({ source, target }) => [source, target])]);
  const around = { ...graph, nodes: [...ends].flatMap((end) => nodes.get(end) ?? []), edges };
  return groupRelations(around, node.key).flatMap(({ direction, relations }) =>
    relations.map(({ edge, other }) => relationOf(node, edge, other, direction)),
  );
}

function relationOf(
  node: GraphNode,
  edge: GraphEdge,
  other: GraphNode,
  direction: 'out' | 'in',
): OutlineRelation {
  const [from, to] = direction === 'out' ? [node, other] : [other, node];
  return {
    id: node.key + BETWEEN + edge.key,
    edge,
    direction,
    other,
    words: edgeInWords(edge.attributes, from.attributes.caption, to.attributes.caption),
  };
}

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
