import { EntenteError } from '../../model/errors.ts';
import type { Graph } from '../../model/graph.ts';
import { type Expansion, readExpansion } from '../expansion.ts';
import { emptyGraph, mergeGraphs } from '../merge-graphs.ts';
import type { View } from '../view.ts';
import { type AskGraph, type GraphQuery, graphQuery } from './graph-query.ts';

/** At most this many nodes are asked for at once, as the server takes no longer focus. */
const AT_ONCE = 100;

/** A graph with what is added to it, expanded and revealed by hand. */
export async function withAdditions(view: View, base: Promise<Graph>, ask: AskGraph): Promise<Graph> {
  const expansions = [
    ...(view.expand ?? []).map((key) => ({ key, direction: 'both' as const, type: undefined })),
    ...(view.expandBy ?? []).flatMap((text) => readExpansion(text) ?? []),
  ];
  const [start, expanded, added, revealed] = await Promise.all([
    base,
    Promise.all(expansions.map((expansion) => askExpansion(view, expansion, ask))),
    askRound(view, view.add ?? [], 1, ask),
    askRound(view, view.reveal ?? [], 0, ask),
  ]);
  const alone = added.map((graph) => only(graph, new Set(view.add)));
  return mergeGraphs(start, [...expanded, ...alone, ...revealed.map(edgesOf)]);
}

/** Adding takes nothing away, so the filter on labels, which does, does not apply to what is added. */
function queryRound(view: View, focus: string[], depth: number): GraphQuery {
  return { ...graphQuery(view), label: undefined, focus, depth };
}

async function askExpansion(view: View, expansion: Expansion, ask: AskGraph): Promise<Graph> {
  const { key, type, direction } = expansion;
  const query = queryRound(view, [key], 1);
  // A type that the filter takes out stays out: the legend is always true.
  if (type !== undefined && view.type && !view.type.includes(type)) return emptyGraph();
  const graph = await ask(type === undefined ? query : { ...query, type: [type] }).catch(nothingThere);
  return graph && direction !== 'both' ? along(graph, key, direction) : (graph ?? emptyGraph());
}

/** The part of an ego network that edges of one direction lead to, with all its edges. */
function along(graph: Graph, key: string, direction: 'out' | 'in'): Graph {
  const [near, far] = direction === 'out' ? (['source', 'target'] as const) : (['target', 'source'] as const);
  const reached = new Set([
    key,
    ...graph.edges.filter((edge) => edge[near] === key).map((edge) => edge[far]),
  ]);
  const edges = graph.edges.filter(
    (edge) =>
      reached.has(edge.source) && reached.has(edge.target) && (edge[far] !== key || edge[near] === key),
  );
  return { ...graph, nodes: graph.nodes.filter((node) => reached.has(node.key)), edges };
}

/** The surroundings of some nodes, in as many requests as it takes; nodes that do not exist are left out. */
async function askRound(view: View, keys: readonly string[], depth: number, ask: AskGraph): Promise<Graph[]> {
  const parts: string[][] = [];
  for (let at = 0; at < keys.length; at += AT_ONCE) parts.push(keys.slice(at, at + AT_ONCE));
  const graphs = parts.map(async (part) => {
    try {
      return await ask(queryRound(view, part, depth));
    } catch (cause) {
      nothingThere(cause);
      const gone = (cause as EntenteError).details.map(({ path }) => path);
      const left = part.filter((key) => !gone.includes(key));
      return left.length > 0 && left.length < part.length ? ask(queryRound(view, left, depth)) : emptyGraph();
    }
  });
  return Promise.all(graphs);
}

/** Nodes with their edges to each other and to whatever else is in the picture. */
function only(graph: Graph, keys: ReadonlySet<string>): Graph {
  const edges = graph.edges.filter(({ source, target }) => keys.has(source) || keys.has(target));
  const nodes = graph.nodes.filter(({ key }) => keys.has(key));
  return counted({ ...graph, nodes, edges });
}

function edgesOf(graph: Graph): Graph {
  return counted({ ...graph, nodes: [] });
}

function counted(graph: Graph): Graph {
  const total = { nodes: graph.nodes.length, edges: graph.edges.length };
  return { ...graph, attributes: { ...graph.attributes, total } };
}

/** A link may name a node that is gone; that is told elsewhere and is no reason to show nothing. */
function nothingThere(cause: unknown): undefined {
  if (!(cause instanceof EntenteError && cause.code === 'not_found')) throw cause;
}
