import { capital } from '../words.ts';
import { type Cited, dataInWords, inOneLine, KIND, PRODUCT, sourcesInWords } from './cited.ts';

/** An item of CSL-JSON, as its schema has it. */
export interface CslItem {
  id: string;
  type: 'graphic';
  title: string;
  genre: string;
  'container-title': string;
  version: string;
  note?: string;
  URL: string;
  accessed: { 'date-parts': [[year: number, month: number, day: number]] };
}

/** A list of one item for programs that read CSL-JSON, such as Zotero and Pandoc. */
export function asCsl(cited: Cited): string {
  const [year = 0, month = 0, day = 0] = cited.accessed.split('-').map(Number);
  const note = noteOf(cited);
  const item: CslItem = {
    id: idOf(cited),
    type: 'graphic',
    title: inOneLine(cited.title),
    genre: KIND,
    'container-title': PRODUCT,
    version: cited.version,
    ...(note && { note }),
    URL: cited.link,
    accessed: { 'date-parts': [[year, month, day]] },
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

/** An entry for LaTeX, read by BibTeX and by biblatex. */
export function asBibtex(cited: Cited): string {
  const note = noteOf(cited);
  const fields = {
    // In braces of its own: styles would make capitals small.
    title: `{${escaped(cited.title)}}`,
    howpublished: escaped(`${KIND}, ${PRODUCT} ${cited.version}`),
    ...(note && { note: escaped(note) }),
    url: address(cited.link),
    urldate: cited.accessed,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return `@misc{${idOf(cited)},\n${lines.join('\n')}\n}\n`;
}

/** Data and sources as sentences. */
function noteOf(cited: Cited): string {
  const facts = [dataInWords(cited), sourcesInWords(cited)].filter(Boolean);
  return facts.map((fact) => `${capital(inOneLine(fact))}.`).join(' ');
}

/** What an item is called in a document: the same for the same title and snapshot. */
function idOf({ title, snapshot }: Cited): string {
  const plain = title.normalize('NFD').toLowerCase();
  const words = plain.replaceAll(/\p{M}/gu, '').match(/[a-z\d]+/g) ?? [];
  const begun = words.slice(0, 4).join('-').slice(0, 40);
  const data = snapshot?.replaceAll(/[^A-Za-z\d]/g, '').slice(0, 8);
  return ['entente', begun, data].filter(Boolean).join('-');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text as LaTeX prints it. A brace, escaped or not, must have its match, or the file could not be read. */
function escaped(text: string): string {
  const even = hasMatchingBraces(text) ? text : text.replaceAll('{', '(').replaceAll('}', ')');
  return inOneLine(even).replaceAll(/[\\{}$&#%_~^]/g, (character) => ESCAPES[character] ?? character);
}

function hasMatchingBraces(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '{') open += 1;
    if (character === '}') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** An address as it stands in the field of that name, where nothing is escaped but what would end the field. */
function address(link: string): string {
  return link.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('\\', '%5C');
}
