import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readDataSet } from '../../seed/read.ts';
import { validateDataSet } from '../../seed/validate.ts';
import { csvCell } from '../../server/core/formats/csv-cell.ts';

const BUILT_IN = join('seed', 'data', 'nato-2025-12');
const TABLED = ['sources', 'actors', 'events', 'issues', 'edges'];
const HEADER = 'id,from,type,to,claim,source,paragraph,assertedBy,modality,confidence,statedOn';
const ROW =
  'rutte-for-nato,mark-rutte,SUPPORTS,nato,Rutte is for NATO.,news-report-2025-12-02,1,mark-rutte,actual,stated,2025-12-02';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-set-'));
  cpSync(BUILT_IN, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const checked = () => validateDataSet(readDataSet(folder));
const problems = () => checked().problems.map(({ path, message }) => `${path} ${message}`);

/** A list of entries as a table. */
function tableOf(entries: Record<string, unknown>[], delimiter: string): string {
  const names = [...new Set(entries.flatMap((each) => Object.keys(each)))];
  const cell = (value: unknown) => {
    const text = [value ?? ''].flat().join(' | ');
    return text.includes(delimiter) && !text.includes(',')
      ? `"${text.replaceAll('"', '""')}"`
      : csvCell(text);
  };
  const rows = [names, ...entries.map((each) => names.map((name) => each[name]))];
  return rows.map((row) => `${row.map(cell).join(delimiter)}\r\n`).join('');
}

describe('tables in a data set', () => {
  it.each([
    ['commas', ',', (text: string) => ['.csv', text] as const],
    ['semicolons', ';', (text: string) => ['.csv', `\uFEFF${text}`] as const],
    ['tabs, packed', '\t', (text: string) => ['.csv.gz', gzipSync(text)] as const],
  ])('say what the YAML files say, instead of them, separated by %s', (_, delimiter, as) => {
    const before = checked().dataSet;
    for (const name of TABLED) {
      const entries = parse(readFileSync(join(folder, `${name}.yaml`), 'utf8')) as Record<string, unknown>[];
      const [ending, content] = as(tableOf(entries, delimiter));
      rmSync(join(folder, `${name}.yaml`));
      write(name + ending, content);
    }
    expect(problems()).toEqual([]);
    expect(checked().dataSet).toEqual(before);
  });

  it('stand beside YAML files', () => {
    const before = checked().dataSet?.edges.length ?? 0;
    write('edges.csv', `${HEADER}\n${ROW}\n`);
    expect(problems()).toEqual([]);
    expect(checked().dataSet?.edges).toHaveLength(before + 1);
  });

  it.each([
    [
      'a column twice',
      HEADER.replace('claim', 'to'),
      [/^edges\.csv:1 column 5 has the name to of column 4 again/, /lacks the column claim/],
    ],
    [
      'an unknown column',
      HEADER.replace('claim', 'clam'),
      [/^edges\.csv:1 column 5 has the unknown name clam\. Did you mean claim\?/, /lacks the column claim/],
    ],
    ['a column without a name', HEADER.replace('statedOn', ''), [/^edges\.csv:1 column 11 has no name/]],
    [
      'no column of what each entry needs',
      HEADER.replace('type', 'until'),
      [/^edges\.csv:1 lacks the column type; add it/],
    ],
    [
      'a row of fewer cells',
      `${HEADER}\n${ROW}\nann,ben\n`,
      [/^edges\.csv:3 has 2 cells where the first row has 11/],
    ],
    [
      'a row of more cells',
      `${HEADER}\n${ROW},more\n`,
      [/^edges\.csv:2 has 12 cells where the first row has 11/],
    ],
    ['a quotation mark that is never closed', `${HEADER}\n"${ROW}\n`, [/^edges\.csv:2 has a quotation mark/]],
    [
      'a cell of the wrong kind, after a text of two lines',
      `${HEADER}\n${ROW.replace('Rutte is for NATO.', '"Rutte\nis"')}\n${ROW.replace('rutte-for', 'rutte-again-for').replace(',1,', ',first,')}\n`,
      [/^edges\.csv:4 paragraph: /],
    ],
    [
      'an empty cell of what each entry needs',
      `${HEADER}\n${ROW.replace('SUPPORTS', '')}\n`,
      [/^edges\.csv:2 lacks the field type/],
    ],
    [
      'an end that no node has',
      `${HEADER}\n${ROW.replace(',nato,', ',natto,')}\n`,
      [/^edges\.csv:2 to: no node has the id natto\. Did you mean nato\?/],
    ],
    [
      'an id of a YAML file',
      `${HEADER}\n${ROW.replace('rutte-for-nato', 'rutte-leads-nato')}\n`,
      [/^edges\.csv:2 has the id rutte-leads-nato of edges\.yaml:\d+ again/],
    ],
    ['nothing', '', [/^edges\.csv is empty; name the fields/]],
  ])('are refused with %s', (_, content, expected) => {
    write('edges.csv', content);
    expect(problems()).toEqual(expected.map((each) => expect.stringMatching(each)));
  });

  it.each([
    ['cut short', gzipSync(`${HEADER}\n${ROW}\n`).subarray(0, 60)],
    ['no gzip at all', Buffer.from(`${HEADER}\n${ROW}\n`)],
  ])('are refused where they are packed and %s', (_, bytes) => {
    write('edges.csv.gz', bytes);
    expect(problems()).toEqual([expect.stringMatching(/^edges\.csv\.gz .*(?:unpacked|in the middle)/)]);
  });

  it('are never ignored under another name', () => {
    write('people.csv', `${HEADER}\n`);
    write('types.csv', 'type\n');
    expect(problems()).toEqual([
      expect.stringMatching(
        /^people\.csv is not a file of a data set; they are .*actors\.csv, actors\.csv\.gz/,
      ),
      expect.stringMatching(/^types\.csv is not a file/),
    ]);
  });
});
