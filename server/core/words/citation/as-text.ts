import { capital, dateInWords } from '../words.ts';
import { type Cited, dataInWords, inOneLine, KIND, PRODUCT, sourcesInWords } from './cited.ts';

/** A reference as APA style (7th edition) has works that have no author, no date and change: with the day of access. */
export function asApa(cited: Cited): string {
  const kind = [KIND, dataInWords(cited), sourcesInWords(cited)].filter(Boolean).join('; ');
  const product = `${PRODUCT} (Version ${cited.version})`;
  return inOneLine(
    `${cited.title} [${kind}]. (n.d.). ${product}. Retrieved ${american(cited.accessed)}, from ${cited.link}`,
  );
}

/** An entry as the bibliographies of the Chicago Manual of Style have it. */
export function asChicago(cited: Cited): string {
  const title = cited.title.replaceAll(/["“]([^"“”]*)["”]/g, '‘$1’');
  const facts = [KIND, dataInWords(cited), sourcesInWords(cited), `${PRODUCT}, version ${cited.version}`];
  const told = facts.filter(Boolean).map((fact) => ended(capital(fact)));
  const access = `Accessed ${american(cited.accessed)}.`;
  return inOneLine([`“${ended(title.trim())}”`, ...told, access, `${cited.link}.`].join(' '));
}

/** A full stop where a text does not end in a mark of its own. */
function ended(text: string): string {
  return /[.?!…][’”)]?$/u.test(text) ? text : `${text}.`;
}

/** `2026-12-01` as "December 1, 2026", as both styles write it. */
function american(day: string): string {
  const [number, month, year] = dateInWords(day).split(' ');
  return `${month} ${number}, ${year}`;
}
