import type { Sign } from '../model/graph.ts';
import { LABEL_STYLES, TYPE_PHRASES } from '../model/style.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A relationship type as words: `MEMBER_OF` is "member of", `actedIn` "acted in". */
export function typeInWords(type: string): string {
  const spaced = type.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[_\s]+/g, ' ');
  return spaced.trim().toLowerCase() || type;
}

/** The same, to begin a line with. */
export function typeAsTitle(type: string): string {
  return capital(typeInWords(type));
}

/** What nodes of a label are called together. */
export function labelInWords(label: string): string {
  if (Object.hasOwn(LABEL_STYLES, label)) return LABEL_STYLES[label]?.plural ?? label;
  return label || 'Without label';
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}

/** A title inside of a sentence; a name such as PageRank keeps its capitals, and so does a property's. */
export function uncapital(title: string): string {
  return /^\p{Lu}\p{Ll}*(?!\p{L})/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** An edge as a clause: who, what, whom. */
export function edgeClause(from: string, type: string, to: string): string {
  const phrase = Object.hasOwn(TYPE_PHRASES, type) ? TYPE_PHRASES[type] : typeInWords(type);
  return `${from} ${phrase} ${to}`;
}

/** A property's key as words: `statedOn` is "Stated on". */
export function propertyInWords(key: string): string {
  return typeAsTitle(key);
}

const SIGNS: Readonly<Record<Sign, string>> = {
  1: 'support',
  [-1]: 'opposition',
  0: 'neither support nor opposition',
};

/** What a sign means. */
export function signInWords(sign: Sign): string {
  return SIGNS[sign];
}

/** A partial ISO date for people: `2025-10` is "October 2025"; what is no such date comes back as it is. */
export function dateInWords(date: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date) ?? [];
  if (!year) return date;
  const name = month && MONTHS[Number(month) - 1];
  if (month && !name) return date;
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** `1 edge`, `1,204 edges`. */
export function amount(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

let withCommas: Intl.NumberFormat | undefined;

/** A whole number with a comma at the thousands. */
export function number(count: number): string {
  // The first use of a locale costs a tenth of a second, and small numbers have no comma to place.
  if (count < 1_000) return String(count);
  withCommas ??= new Intl.NumberFormat('en-GB');
  return withCommas.format(count);
}
