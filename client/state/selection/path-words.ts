import type { PathsAnswer } from '../../../server/core/contract/answers.ts';
import type { GraphEdge } from '../../../server/core/model/graph.ts';
import { indexOf } from '../../../server/core/picture/graph-index.ts';
import { MOST_STEPS } from '../../../server/core/view/path-query.ts';
import { amount, edgeClause } from '../../../server/core/words/words.ts';
import { byTime } from './relations.ts';

/** One way from node to node; each step may rest on several edges between the same two. */
export interface Route {
  nodes: readonly string[];
  /** The edges of each step in the order of time; one step less than there are nodes. */
  steps: readonly (readonly GraphEdge[])[];
}

/** The routes of an answer: paths that differ only in parallel edges are one route. */
export function routesOf({ paths, graph }: PathsAnswer): Route[] {
  const { edges } = indexOf(graph);
  const routes = new Map<string, { nodes: string[]; steps: Set<string>[] }>();
  for (const path of paths) {
    const name = JSON.stringify(path.nodes);
    const route = routes.get(name) ?? { nodes: path.nodes, steps: path.edges.map(() => new Set<string>()) };
    path.edges.forEach((edge, at) => {
      route.steps[at]?.add(edge);
    });
    routes.set(name, route);
  }
  return [...routes.values()].map(({ nodes, steps }) => ({
    nodes,
    steps: steps.map((keys) => [...keys].flatMap((key) => edges.get(key) ?? []).sort(byTime)),
  }));
}

type CaptionOf = (key: string) => string;

/** What is known of how two nodes are connected, as sentences. */
export function pathsInWords(
  answer: PathsAnswer,
  { from, to, all }: { from: string; to: string; all: boolean },
  captionOf: CaptionOf,
): string[] {
  const routes = routesOf(answer);
  const [first] = routes;
  const ends = `${captionOf(from)} and ${captionOf(to)}`;
  if (!first) return [`${ends} are not connected within ${amount(MOST_STEPS, 'edge')}.`];
  const length = amount(first.steps.length, 'edge');
  if (from === to) return [`${captionOf(from)} is both ends of this path.`];
  const way = `from ${captionOf(from)} to ${captionOf(to)}`;
  if (!all || routes.length === 1) {
    const only = all ? 'The only shortest path' : 'A shortest path';
    return [`${only} ${way} has ${length}.`, ...sentencesOf(first, captionOf)];
  }
  const cut = answer.graph.attributes.truncated ? 'There are more than can be shown; here are' : 'There are';
  return [
    `${cut} ${amount(routes.length, 'shortest path')} ${way}, of ${length} each.`,
    ...routes.map((route, at) => `${at + 1}: ${sentencesOf(route, captionOf).join(' ')}`),
  ];
}

/** A route as sentences, one a step. */
export function sentencesOf({ steps }: Route, captionOf: CaptionOf): string[] {
  return steps.map((edges) => {
    const told = edges.map((edge) => clauseOf(edge, captionOf));
    return `${[...new Set(told)].join('; ')}.`;
  });
}

/** An edge as a clause, with what is doubtful about it. */
export function clauseOf({ source, target, attributes }: GraphEdge, captionOf: CaptionOf): string {
  const { modality, confidence } = attributes.properties;
  const doubts = [
    typeof modality === 'string' && modality !== 'actual' ? modality : undefined,
    typeof confidence === 'string' && confidence !== 'stated' ? confidence : undefined,
  ].filter((doubt) => doubt !== undefined);
  const doubt = doubts.length > 0 ? ` (${doubts.join(', ')})` : '';
  return `${edgeClause(captionOf(source), attributes.type, captionOf(target))}${doubt}`;
}
