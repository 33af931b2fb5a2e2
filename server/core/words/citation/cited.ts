/** A view as it is cited: all that tells a reader later what was seen, where and when. */
export interface Cited {
  /** Of what the view shows. */
  title: string;
  /** The ids of the data sets that it shows, or the name of an opened file; empty where that is not known. */
  dataSets: readonly string[];
  /** The names of the sources that its edges rest on, those of most edges first. */
  sources: readonly string[];
  /** Of the data; undefined where it is not known. */
  snapshot: string | undefined;
  /** The address of the view. */
  link: string;
  /** The day it was seen, as `2026-12-01`. */
  accessed: string;
  /** The product's version. */
  version: string;
}

/** What kind of thing is cited. */
export const KIND = 'Interactive graph';
/** Where it was published. */
export const PRODUCT = 'Entente';
/** So many sources are named; of more only the number is told. */
const MOST_NAMED = 20;

/** Data sets and snapshot in words, such as `data set nato-2025-12, snapshot XsDa`; empty where neither is known. */
export function dataInWords({ dataSets, snapshot }: Pick<Cited, 'dataSets' | 'snapshot'>): string {
  const sets = dataSets.length > 0 && `data set${dataSets.length > 1 ? 's' : ''} ${dataSets.join(' and ')}`;
  return [sets, snapshot && `snapshot ${snapshot}`].filter(Boolean).join(', ');
}

/** The sources in words, such as `sources: A; B`; empty where there is none. */
export function sourcesInWords({ sources }: Pick<Cited, 'sources'>): string {
  if (sources.length === 0) return '';
  const more = sources.length > MOST_NAMED ? [`and ${sources.length - MOST_NAMED} more`] : [];
  const named = [...sources.slice(0, MOST_NAMED), ...more].join('; ');
  return `source${sources.length > 1 ? 's' : ''}: ${named}`;
}

/** Text in one line, without control characters: a citation is a line, or a field of a file. */
export function inOneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}
