import { decode } from '../bytes/decode.ts';
import { isZip, unzip } from '../bytes/unpack.ts';
import { refusal } from '../faults.ts';
import type { FileFormat } from '../format.ts';
import { readXml, type XmlElement } from '../xml/elements.ts';
import { MOST_COLUMNS, SheetRows } from './sheet.ts';
import { holds } from './xlsx.ts';

const CONTENT = 'content.xml';
const CONTAINERS = new Set([
  'document-content',
  'body',
  'spreadsheet',
  'table',
  'table-row-group',
  'table-header-rows',
  'table-rows',
]);

/** Spreadsheets of OpenDocument, each sheet a table. */
export const ods: FileFormat = {
  id: 'ods',
  title: 'OpenDocument spreadsheet',
  extensions: ['ods'],
  detect: ({ bytes }) => isZip(bytes) && holds(bytes, CONTENT) && holds(bytes, 'META-INF/manifest.xml'),
  read: (file, { table }) => {
    const bytes = unzip(file, (path) => path === CONTENT).get(CONTENT);
    if (!bytes) throw refusal(file.name, 'is a zip without a spreadsheet; save it again as .ods.');
    const sheets = new Map<XmlElement, { rows: SheetRows; at: number }>();
    readXml(decode(bytes).text, `${file.name}: ${CONTENT}`, CONTAINERS, (element, parents) => {
      if (element.name !== 'table-row') return;
      const parent = parents.findLast(({ name }) => name === 'table');
      if (!parent) return;
      const name = parent.attributes['table:name'] ?? '';
      const sheet = sheets.get(parent) ?? { rows: new SheetRows(`${file.name}, sheet ${name}`, name), at: 0 };
      sheets.set(parent, sheet);
      takeRow(element, sheet);
    });
    for (const { rows } of sheets.values()) table(rows.table('ods'));
  },
};

/** A row that stands for many is empty, or is taken as often as it says. */
function takeRow(element: XmlElement, sheet: { rows: SheetRows; at: number }): void {
  const cells = cellsOf(element);
  const times = repeated(element, 'table:number-rows-repeated');
  const filled = cells.some(([, text]) => text !== '');
  for (let time = 0; filled && time < Math.min(times, 10_000); time += 1) {
    sheet.rows.row(sheet.at + time + 1);
    for (const [column, text] of cells) sheet.rows.cell(column, text);
  }
  sheet.at += times;
}

function cellsOf({ children }: XmlElement): [column: number, text: string][] {
  const cells: [number, string][] = [];
  let column = 0;
  for (const child of children) {
    if (child.name !== 'table-cell' && child.name !== 'covered-table-cell') continue;
    const times = repeated(child, 'table:number-columns-repeated');
    const text = cellText(child);
    if (text !== '')
      for (let time = 0; time < Math.min(times, MOST_COLUMNS); time += 1) cells.push([column + time, text]);
    column += times;
  }
  return cells;
}

function repeated({ attributes }: XmlElement, name: string): number {
  return Math.max(1, Math.floor(Number(attributes[name] ?? 1)) || 1);
}

function cellText({ attributes, children }: XmlElement): string {
  const type = attributes['office:value-type'];
  if (['float', 'percentage', 'currency'].includes(type ?? '')) {
    const value = attributes['office:value'] ?? '';
    return /^-?\d+\.0+$/.test(value) ? value.replace(/\.0+$/, '') : value;
  }
  if (type === 'date') return (attributes['office:date-value'] ?? '').replace(/T00:00:00$/, '');
  if (type === 'boolean') return attributes['office:boolean-value'] ?? '';
  return children
    .filter(({ name }) => name === 'p')
    .map(paragraph)
    .join('\n');
}

/** Text with its spans; `text:s` stands for blanks. */
function paragraph(element: XmlElement): string {
  if (element.name === 's') return ' '.repeat(Math.min(1_000, repeated(element, 'text:c')));
  return (
    element.text +
    element.children
      .filter(({ name }) => name !== 'annotation')
      .map(paragraph)
      .join('')
  );
}
