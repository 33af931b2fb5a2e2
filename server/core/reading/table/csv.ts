import Papa from 'papaparse';
import { refusal } from '../faults.ts';
import type { FileFormat } from '../format.ts';
import { hasExtension } from '../format.ts';
import type { Table } from './table.ts';

/** So long a cell, and so many of them in a row, no table of use has. */
const MOST_CELL = 1_000_000;
const MOST_CELLS = 20_000;
const SAMPLE = 200_000;

/** Tables of text, parted by commas, semicolons, tabs, bars or blanks. Takes what no other format knows. */
export const csv: FileFormat = {
  id: 'csv',
  title: 'CSV',
  extensions: ['csv', 'tsv', 'tab', 'txt', 'edges', 'edgelist', 'ncol'],
  detect: ({ name, head }) =>
    head !== '' && (hasExtension(name, csv.extensions) || (!/^\s*</.test(head) && head.includes('\n'))),
  read: (file, { table }) => {
    const { text, skipped } = withoutComments(withoutDictionaries(file.text()));
    const sample = text.slice(0, SAMPLE);
    table(tableOfText(file.name, text, delimiterOf(sample), skipped));
  },
};

/** networkx ends the lines of its edge lists in dictionaries: of these, the weight is kept. */
function withoutDictionaries(text: string): string {
  if (!/^(?:#[^\n]*\n)*[^\s{}]+ [^\s{}]+ \{[^{}\n]*\}\r?\n/.test(text)) return text;
  return text.replaceAll(/ \{([^{}\n]*)\}\r?$/gm, (_, inner: string) => {
    const weight = /'weight': ([\d.eE+-]+)/.exec(inner)?.[1];
    return weight === undefined ? '' : ` ${weight}`;
  });
}

/** Lines that begin with # or % before a table are comments, and `sep=;` is Excel's. */
function withoutComments(text: string): { text: string; skipped: number } {
  let [at, skipped] = [0, 0];
  while (/^(?:[#%]|sep=.\r?\n)/.test(text.slice(at, at + 8))) {
    const end = text.indexOf('\n', at);
    if (end < 0) break;
    at = end + 1;
    skipped += 1;
  }
  return { text: at === 0 ? text : text.slice(at), skipped };
}

/** The character that parts most rows of a text into equally many cells. */
export function delimiterOf(sample: string): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of [',', ';', '\t', '|', ' ']) {
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: 60, skipEmptyLines: 'greedy' });
    const counts = new Map<number, number>();
    for (const { length } of data) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [length, rows] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
    // Names hold blanks, so these part cells only where nothing else does.
    const share = (rows / Math.max(1, data.length)) * (delimiter === ' ' ? 0.5 : 1);
    const score = share + Math.min(length, 50) / 10_000;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/**
 * A text as a table.
 * @param skipped the lines of its file before it
 */
export function tableOfText(name: string, text: string, delimiter: string, skipped = 0): Table {
  const blanks = delimiter === ' ';
  const whole = blanks ? text.replaceAll(/[ \t]+/g, '\t').replaceAll(/^\t|\t$/gm, '') : text;
  const where = (at: number) => `${name}:${at}`;
  return {
    name,
    format: delimiter === '\t' ? 'tsv' : 'csv',
    where,
    scan: (visit) => {
      let line = 1 + skipped;
      Papa.parse<string[]>(whole, {
        delimiter: blanks ? '\t' : delimiter,
        step: ({ data: cells, errors }, parser) => {
          const at = line;
          line += 1 + breaksIn(cells);
          if (errors.some(({ code }) => code === 'MissingQuotes'))
            throw refusal(
              where(at),
              'has a quotation mark that is never closed; double it, or close the text.',
            );
          if (cells.length > MOST_CELLS)
            throw refusal(
              where(at),
              `has ${cells.length} cells; at most ${MOST_CELLS} are read. Is it a table?`,
            );
          for (const [column, cell] of cells.entries())
            if (cell.length > MOST_CELL)
              throw refusal(
                `${where(at)}, cell ${column + 1}`,
                `holds ${cell.length} characters; at most ${MOST_CELL} are read. Is a quotation mark missing?`,
              );
          if (cells.some((cell) => cell !== '') && visit(cells, at) === false) parser.abort();
        },
      });
    },
  };
}

function breaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (cell.length === 0) continue;
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}
