import type { Filters } from '../../core/model/filters.ts';
import type { Context } from '../context.ts';
import type { Reader } from '../service.ts';

type Names = ReadonlySet<string>;
const NONE: Names = new Set();
const kept = new WeakMap<Context, Map<string, Names>>();

/** The labels, relationship types and sources that the database knows, for those filters that name any. */
export async function readKnown(
  reader: Reader,
  filters: Partial<Filters>,
): Promise<{ labels: Names; types: Names; sources: Names }> {
  const labels = filters.label?.length ? await names(reader, 'describe/known-labels') : NONE;
  const types = filters.type?.length ? await names(reader, 'describe/known-types') : NONE;
  const sources = filters.source?.length ? await names(reader, 'describe/known-sources') : NONE;
  return { labels, types, sources };
}

/** Read once for each version of the data. */
async function names(reader: Reader, statement: string): Promise<Names> {
  const mine = kept.get(reader.context) ?? new Map<string, Names>();
  kept.set(reader.context, mine);
  const known = mine.get(statement) ?? new Set((await reader.rows(statement)).map((row) => String(row.name)));
  mine.set(statement, known);
  return known;
}
