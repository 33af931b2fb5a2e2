import type { Graph } from '../model/graph.ts';

/** How many sources are named; of more only the number is told. */
const MOST_NAMED = 3;

/** The sources that edges were coded from, by their keys, those of most edges first. */
export function sourcesOf({ edges }: Pick<Graph, 'edges'>): string[] {
  const counts = new Map<string, number>();
  for (const { attributes } of edges) {
    const { source } = attributes.properties;
    if (typeof source === 'string') counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key);
}

/** Names sources as a line under a picture does: at most three of them; empty where there is none. */
export function creditOf(names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return `${names.length === 1 ? 'Source' : 'Sources'}: ${names.slice(0, MOST_NAMED).join('; ')}${more}`;
}
