import { spanOf } from '../model/dates.ts';
import type { Filters } from '../model/filters.ts';

/** The parameters that every filtering statement declares for edges; null keeps all. */
export function edgeParameters(filters: Partial<Filters>): Record<string, unknown> {
  return {
    types: some(filters.type),
    modalities: some(filters.modality),
    confidences: some(filters.confidence),
    sources: some(filters.source),
    from: filters.from === undefined ? null : spanOf(filters.from).first,
    to: filters.to === undefined ? null : spanOf(filters.to).last,
    when: filters.when ?? null,
    dated: filters.dated ?? false,
  };
}

/** The parameter for node labels; null keeps all. */
export function labelParameter(filters: Partial<Filters>): Record<string, unknown> {
  return { labels: some(filters.label) };
}

/** Whether any filter speaks of edges, so that a node without a remaining edge says nothing. */
export function filtersEdges(filters: Partial<Filters>): boolean {
  const { when, dated, ...narrowing } = edgeParameters(filters);
  return dated === true || Object.values(narrowing).some((value) => value !== null);
}

/** Neo4j's LIMIT takes an integer only, and the driver sends plain numbers as floats. */
export function integer(value: number): bigint {
  return BigInt(Math.trunc(value));
}

function some<T>(values: readonly T[] | undefined): readonly T[] | null {
  return values && values.length > 0 ? values : null;
}
