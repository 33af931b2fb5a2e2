import MiniSearch from 'minisearch';
import type { SearchHit, SearchResult } from '../core/contract/search.ts';
import type { Row, Value } from '../database/port.ts';
import { captionOf, captionProperty } from './elements/caption.ts';
import { nodeKey } from './elements/identity.ts';
import { integer } from './parameters.ts';
import type { Reader } from './service.ts';

interface Entry {
  id: number;
  key: string;
  caption: string;
  /** The property the caption is made of. */
  named: string;
  aliases: string[];
  labels: string[];
}

/** The names of one version of the data, made to be searched. */
export interface SearchIndex {
  version: string;
  truncated: boolean;
  find(text: string, limit: number): SearchResult;
}

/** More names than this are not indexed; the answer says `truncated`. */
const MOST_NAMES = 50_000;

/** A term without accents and case, so that "Jose" finds "José" and "lodz" finds "Łódź". */
export function foldTerm(term: string): string {
  return term
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðþßæœı]/g, (letter) => FOLDED[letter] ?? letter);
}
const FOLDED: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Builds the index of all names and aliases. */
export async function buildSearchIndex(reader: Reader): Promise<SearchIndex> {
  const rows = await reader.rows('read/names', { limit: integer(MOST_NAMES + 1) });
  const entries = rows.slice(0, MOST_NAMES).map((row, id) => toEntry(reader, row, id));
  const index = new MiniSearch<Entry>({
    fields: ['caption', 'aliases'],
    extractField: (entry, field) => {
      const value = entry[field as keyof Entry];
      return Array.isArray(value) ? value.join('\n') : String(value);
    },
    processTerm: (term) => foldTerm(term) || null,
    searchOptions: {
      prefix: true,
      // One slip in a short word, two in a long one.
      fuzzy: (term) => (term.length < 4 ? false : term.length < 8 ? 1 : 2),
      boost: { caption: 2 },
      combineWith: 'AND',
    },
  });
  index.addAll(entries);
  return {
    version: reader.context.version,
    truncated: rows.length > MOST_NAMES,
    find(text, limit) {
      const wanted = foldTerm(text).trim();
      const found = index.search(text, {
        boostDocument: (id) => closeness(entries[id as number] as Entry, wanted),
      });
      const hits = found.slice(0, limit).map((result) => toHit(entries[result.id] as Entry, result));
      return { hits, truncated: found.length > limit || rows.length > MOST_NAMES };
    },
  };
}

/** A name that is just what was typed comes first, then one that begins with it. */
function closeness({ caption, aliases }: Entry, wanted: string): number {
  const names = [caption, ...aliases].map(foldTerm);
  if (names[0] === wanted) return 20;
  if (names.includes(wanted)) return 10;
  return names.some((name) => name.startsWith(wanted)) ? 2 : 1;
}

function toEntry(reader: Reader, row: Row, id: number): Entry {
  const properties = row.properties as Record<string, Value>;
  const key = nodeKey(reader.context.identity, row.elementId ?? null, row.labels ?? null, properties);
  const aliases = Array.isArray(properties.aliases) ? properties.aliases.map(String) : [];
  return {
    id,
    key,
    caption: captionOf(properties, key),
    named: captionProperty(properties) ?? 'elementId',
    aliases,
    labels: row.labels as string[],
  };
}

function toHit(entry: Entry, result: { match: Record<string, string[]>; score: number }): SearchHit {
  const terms = Object.keys(result.match);
  const score = (text: string) => {
    const words = foldTerm(text).split(/[\s\p{P}]+/u);
    return terms.filter((term) => words.includes(term)).length;
  };
  let matched = { property: entry.named, text: entry.caption };
  for (const text of entry.aliases) {
    if (score(text) > score(matched.text)) matched = { property: 'aliases', text };
  }
  const { key, caption, labels } = entry;
  return { key, caption, labels, matched, score: Math.round(result.score * 1000) / 1000 };
}
