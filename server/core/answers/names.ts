import MiniSearch from 'minisearch';
import type { SearchHit, SearchResult } from '../contract/search.ts';
import type { Row, Value } from '../model/rows.ts';
import { captionOf, captionProperty } from './caption.ts';
import { type Identity, nodeKey } from './identity.ts';

/** A node as it is looked for. */
export interface Named {
  key: string;
  caption: string;
  /** The property the caption is made of. */
  named: string;
  aliases: string[];
  labels: string[];
}

/** Names made to be searched. */
export interface Names {
  add(names: readonly Named[]): void;
  /** The hits that fit best, and whether there are more. */
  find(text: string, limit: number): SearchResult;
}

interface Entry extends Named {
  id: number;
  /** Caption and aliases, folded. */
  folded: string[];
}

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

/** Characters of each name that are searched. */
const SEARCHED = 200;

export function createNames(): Names {
  const entries: Entry[] = [];
  const index = new MiniSearch<Entry>({
    fields: ['caption', 'aliases'],
    extractField: (entry, field) => {
      const value = entry[field as keyof Entry];
      return Array.isArray(value)
        ? value.map((each) => each.slice(0, SEARCHED)).join('\n')
        : String(value).slice(0, SEARCHED);
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
  return {
    add(names) {
      for (const name of names) {
        const folded = [name.caption, ...name.aliases].map((each) => foldTerm(each.slice(0, SEARCHED)));
        const entry = { ...name, id: entries.length, folded };
        entries.push(entry);
        index.add(entry);
      }
    },
    find(text, limit) {
      const wanted = foldTerm(text).trim();
      const { looked, checked } = termsOf(wanted);
      const found = index.search(looked.join(' '), {
        boostDocument: (id) => closeness(entries[id as number] as Entry, wanted),
        filter: ({ id }) => hasAll(entries[id] as Entry, checked),
      });
      const hits = found.slice(0, limit).map((result) => toHit(entries[result.id] as Entry, result));
      return { hits, truncated: found.length > limit };
    },
  };
}

/**
 * The different words of a text: those that are looked up, the longest few, and those that what is found is checked
 * for. Each letter that is looked up goes through a tenth of all names, and a text may hold a hundred of them.
 */
function termsOf(text: string): { looked: string[]; checked: string[] } {
  const terms = [...new Set(wordsOf(text))].sort((a, b) => b.length - a.length);
  const long = terms.filter(({ length }) => length >= TELLING).slice(0, MOST_TERMS);
  const looked = long.length > 0 ? long : terms.slice(0, 1);
  return { looked, checked: terms.filter((term) => !looked.includes(term)) };
}

/** Letters of a word that few names share, and how many such words are looked up. */
const TELLING = 3;
const MOST_TERMS = 4;

function hasAll({ folded }: Entry, terms: readonly string[]): boolean {
  if (terms.length === 0) return true;
  const words = folded.flatMap(wordsOf);
  return terms.every((term) => words.some((word) => word.startsWith(term)));
}

const wordsOf = (folded: string) => folded.split(/[\s\p{P}]+/u).filter(Boolean);

/** A name that is just what was typed comes first, then one that begins with it. */
function closeness({ folded }: Entry, wanted: string): number {
  if (folded[0] === wanted) return 20;
  if (folded.includes(wanted)) return 10;
  return folded.some((name) => name.startsWith(wanted)) ? 2 : 1;
}

function toHit(entry: Entry, result: { match: Record<string, string[]>; score: number }): SearchHit {
  const terms = Object.keys(result.match);
  const score = (text: string) => {
    const words = wordsOf(foldTerm(text));
    return terms.filter((term) => words.includes(term)).length;
  };
  let matched = { property: entry.named, text: entry.caption };
  for (const text of entry.aliases) {
    if (score(text) > score(matched.text)) matched = { property: 'aliases', text };
  }
  const { key, caption, labels } = entry;
  return { key, caption, labels, matched, score: Math.round(result.score * 1000) / 1000 };
}

/** Characters of a name that are kept: a node without a name is called by its first text, which may be a book. */
const MOST_LENGTH = 1_000;
/** Other names of a node that are kept. */
const MOST_ALIASES = 50;

/** A row with elementId, labels and properties as it is looked for. */
export function toNamed(identity: Identity, row: Row): Named {
  const properties = row.properties as Record<string, Value>;
  const key = nodeKey(identity, row.elementId ?? null, row.labels ?? null, properties);
  const aliases = Array.isArray(properties.aliases)
    ? properties.aliases.slice(0, MOST_ALIASES).map((alias) => String(alias).slice(0, MOST_LENGTH))
    : [];
  return {
    key,
    caption: captionOf(properties, key).slice(0, MOST_LENGTH),
    named: captionProperty(properties) ?? 'elementId',
    aliases,
    labels: row.labels as string[],
  };
}
