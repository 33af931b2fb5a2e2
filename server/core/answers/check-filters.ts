import { spanOf } from '../model/dates.ts';
import { EntenteError, type ErrorDetail } from '../model/errors.ts';
import type { Filters } from '../model/filters.ts';
import type { Context, Reader } from './reader.ts';

/** @throws EntenteError `invalid_request` when more is asked for than this server gives */
export function checkLimit(limit: number, rowLimit: number): void {
  if (limit <= rowLimit) return;
  refuse([
    { path: 'limit', message: `is ${limit}; this server gives at most ${rowLimit} (ENTENTE_ROW_LIMIT).` },
  ]);
}

/**
 * Refuses filters that could only ever give nothing: values the database does not know (a slip would
 * otherwise look like an empty network), and a range of dates that ends before it begins.
 * @throws EntenteError `invalid_request`, naming each parameter and value
 */
export async function checkFilters(reader: Reader, filters: Partial<Filters>): Promise<void> {
  const details: ErrorDetail[] = [];
  if (filters.from && filters.to && spanOf(filters.from).first > spanOf(filters.to).last) {
    details.push({ path: 'from', message: `is ${filters.from}, after to (${filters.to}); swap them.` });
  }
  const { labels, types, sources } = await readKnown(reader, filters);
  const check = (path: string, given: readonly string[] | undefined, known: ReadonlySet<string>) => {
    for (const value of given ?? []) {
      if (!known.has(value))
        details.push({ path, message: `${value} is not in this database; ${listing(known)}` });
    }
  };
  check('label', filters.label, labels);
  check('type', filters.type, types);
  check('source', filters.source, sources);
  if (details.length > 0) refuse(details);
}

function listing(known: ReadonlySet<string>): string {
  if (known.size === 0) return 'it has none.';
  const names = [...known].sort();
  const more = names.length > 30 ? ` and ${names.length - 30} more` : '';
  return `it has ${names.slice(0, 30).join(', ')}${more}.`;
}

function refuse(details: ErrorDetail[]): never {
  const text = details.map((each) => `${each.path}: ${each.message}`).join(' ');
  throw new EntenteError('invalid_request', text, { details });
}

type Names = ReadonlySet<string>;
const NONE: Names = new Set();
const kept = new WeakMap<Context, Map<string, Names>>();

/** The labels, relationship types and sources that the database knows, for those filters that name any. */
async function readKnown(
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
