import type { Graph } from '../model/graph.ts';
import { sourcesOf } from './credit.ts';
import { edgeInWords } from './edge-words.ts';
import { amount } from './words.ts';

/** At most this many sentences are in the text of one embed. */
export const MOST_SENTENCES = 500;

/** The picture of an embed in words: what whoever does not see it reads instead. */
export interface EmbedText {
  /** `12 nodes and 34 edges` and whether that is all. */
  counts: string;
  /** The names of all nodes that no edge leads to or from. */
  alone: string[];
  /** One for each edge, by the node that it leaves. */
  groups: { from: string; sentences: string[] }[];
  /** How many edges are not told. */
  untold: number;
  /** The ids of the sources that the edges rest on, those of most edges first. */
  sources: string[];
}

/**
 * A graph as text, in the order of the graph.
 *
 * @param most At most this many sentences, and names of nodes without any.
 */
export function embedText(graph: Graph, most = MOST_SENTENCES): EmbedText {
  const captions = new Map(graph.nodes.map(({ key, attributes }) => [key, attributes.caption]));
  const groups = new Map<string, string[]>();
  for (const { source, target, attributes } of graph.edges.slice(0, most)) {
    const sentences = groups.get(source) ?? [];
    const name = (key: string) => captions.get(key) ?? key;
    sentences.push(`${edgeInWords(attributes, name(source), name(target))}.`);
    groups.set(source, sentences);
  }
  const ends = new Set(graph.edges.flatMap(({ source, target }) => [source, target]));
  const { truncated } = graph.attributes;
  return {
    counts:
      `${amount(graph.nodes.length, 'node')} and ${amount(graph.edges.length, 'edge')}` +
      (truncated ? ', cut off at a limit' : ''),
    alone: graph.nodes
      .filter(({ key }) => !ends.has(key))
      .slice(0, most)
      .map(({ attributes }) => attributes.caption),
    groups: [...groups].map(([key, sentences]) => ({ from: captions.get(key) ?? key, sentences })),
    untold: Math.max(0, graph.edges.length - most),
    sources: sourcesOf(graph),
  };
}
