import type { Graph, GraphEdge } from '../../../server/core/model/graph.ts';
import { writtenOf } from '../selection/evidence.ts';
import { byTime } from '../selection/relations.ts';

/** What was coded from one paragraph of a source. */
export interface CodedParagraph {
  /** As the data has it; undefined for what names none. */
  paragraph: string | undefined;
  edges: readonly GraphEdge[];
}

/** What was coded from one source. */
export interface CodedSource {
  /** The source as the edges name it; undefined for those that name none. */
  source: string | undefined;
  paragraphs: readonly CodedParagraph[];
  count: number;
}

/**
 * The edges of a graph by the source and the paragraph they are coded from, to be checked against the text.
 * Sources with most edges first; paragraphs in their order in the text; what names none last.
 */
export function codingOf(graph: Pick<Graph, 'edges'>): CodedSource[] {
  return [...grouped(graph.edges, ({ attributes }) => writtenOf(attributes.properties.source))]
    .map(([source, edges]) => ({
      source,
      count: edges.length,
      paragraphs: [...grouped(edges, ({ attributes }) => writtenOf(attributes.properties.paragraph))]
        .map(([paragraph, coded]) => ({ paragraph, edges: [...coded].sort(byTime) }))
        .sort((a, b) => inText(a.paragraph, b.paragraph)),
    }))
    .sort((a, b) => Number(!a.source) - Number(!b.source) || b.count - a.count);
}

const collator = new Intl.Collator('en', { numeric: true });

function inText(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return collator.compare(a, b);
}

function grouped(
  edges: readonly GraphEdge[],
  by: (edge: GraphEdge) => string | undefined,
): Map<string | undefined, GraphEdge[]> {
  const groups = new Map<string | undefined, GraphEdge[]>();
  for (const edge of edges) {
    const group = groups.get(by(edge)) ?? [];
    group.push(edge);
    groups.set(by(edge), group);
  }
  return groups;
}
