import { primaryLabel } from '../looks/look.ts';
import type { Graph, GraphEdge, GraphNode } from '../model/graph.ts';
import { emptyGraph } from '../view/merge-graphs.ts';
import { NARROWING, narrows } from '../view/narrow.ts';
import { shownOfView } from '../view/shown.ts';
import type { PictureState } from './state.ts';

/** A graph by key, with the edges of each node and the counts a legend needs. */
export interface GraphIndex {
  nodes: ReadonlyMap<string, GraphNode>;
  edges: ReadonlyMap<string, GraphEdge>;
  edgesOf: ReadonlyMap<string, readonly GraphEdge[]>;
  /** How many elements are shown by facet and value; a node counts once, under its leading label. */
  counts: Readonly<
    Record<'label' | 'type' | 'modality' | 'confidence' | 'source', ReadonlyMap<string, number>>
  >;
}

const EMPTY = emptyGraph();

const shownOf = new WeakMap<Graph, { by: readonly unknown[]; shown: Graph }>();

/** The graph that is in the picture: what is loaded, narrowed, without what is hidden. Empty while nothing is loaded. */
export function shownGraph({ graph, view }: Pick<PictureState, 'graph' | 'view'>): Graph {
  if (graph.state !== 'ready') return EMPTY;
  if (!view.hide && !narrows(view)) return graph.value;
  const thins = view.backbone !== undefined || view.nearest !== undefined;
  const by = [view.hide, ...NARROWING.map((field) => view[field]), thins ? view.width : undefined];
  const known = shownOf.get(graph.value);
  if (known?.by.every((each, at) => each === by[at])) return known.shown;
  const shown = shownOfView(graph.value, view);
  shownOf.set(graph.value, { by, shown });
  return shown;
}

const indexes = new WeakMap<Graph, GraphIndex>();

/** The index of a graph; the same for the same graph. */
export function indexOf(graph: Graph): GraphIndex {
  const known = indexes.get(graph);
  if (known) return known;
  const index = build(graph);
  indexes.set(graph, index);
  return index;
}

/** The index of all data, where they are loaded, whether or not they are in the picture. */
export function indexOfAll({ base, whole }: Pick<PictureState, 'base' | 'whole'>): GraphIndex | undefined {
  const all = base?.state === 'ready' ? base.value : whole;
  return all && indexOf(all);
}

/** Each part is made when it is first asked for: of a big graph most questions need but one. */
function build(graph: Graph): GraphIndex {
  const property = (name: string) => tally(graph.edges, ({ attributes }) => attributes.properties[name]);
  return {
    get nodes() {
      return kept(this, 'nodes', new Map(graph.nodes.map((node) => [node.key, node])));
    },
    get edges() {
      return kept(this, 'edges', new Map(graph.edges.map((edge) => [edge.key, edge])));
    },
    get edgesOf() {
      return kept(this, 'edgesOf', edgesByNode(graph));
    },
    get counts() {
      return kept(this, 'counts', {
        label: tally(graph.nodes, ({ attributes }) => primaryLabel(attributes.labels)),
        type: tally(graph.edges, ({ attributes }) => attributes.type),
        modality: property('modality'),
        confidence: property('confidence'),
        source: property('source'),
      });
    },
  };
}

/** Puts a value in the place of the getter that has made it. */
function kept<T>(holder: object, name: string, value: T): T {
  Object.defineProperty(holder, name, { value });
  return value;
}

function edgesByNode({ nodes, edges }: Graph): Map<string, GraphEdge[]> {
  const edgesOf = new Map<string, GraphEdge[]>(nodes.map((node) => [node.key, []]));
  for (const edge of edges) {
    edgesOf.get(edge.source)?.push(edge);
    if (edge.target !== edge.source) edgesOf.get(edge.target)?.push(edge);
  }
  return edgesOf;
}

function tally<T>(items: readonly T[], told: (item: T) => unknown): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const value = told(item);
    if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
