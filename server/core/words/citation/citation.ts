import { asBibtex, asCsl } from './as-data.ts';
import { asApa, asChicago } from './as-text.ts';
import type { Cited } from './cited.ts';

/** How a citation is written, and the file that it is saved as. */
interface Style {
  title: string;
  write(cited: Cited): string;
  /** What a file of it is called after its dot. */
  ending: string;
  mediaType: string;
}

/** The styles that a view can be cited in: two to be read, two to be read by programs. */
export const CITATIONS = {
  apa: { title: 'APA', write: asApa, ending: 'txt', mediaType: 'text/plain' },
  chicago: { title: 'Chicago', write: asChicago, ending: 'txt', mediaType: 'text/plain' },
  bibtex: { title: 'BibTeX', write: asBibtex, ending: 'bib', mediaType: 'application/x-bibtex' },
  csl: {
    title: 'CSL-JSON',
    write: asCsl,
    ending: 'json',
    mediaType: 'application/vnd.citationstyles.csl+json',
  },
} as const satisfies Record<string, Style>;
export type CitationStyle = keyof typeof CITATIONS;
