import { decode } from '../bytes/decode.ts';
import { isZip, unzip } from '../bytes/unpack.ts';
import { refusal } from '../faults.ts';
import type { FileFormat } from '../format.ts';
import { allText, readXml, type XmlElement } from '../xml/elements.ts';
import { SheetRows } from './sheet.ts';

const WORKBOOK = 'xl/workbook.xml';
const wanted = (path: string) =>
  /^xl\/(?:workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(
    path,
  );

/** Excel's workbooks (ECMA-376), each sheet a table; of formulas, the values that were saved with them. */
export const xlsx: FileFormat = {
  id: 'xlsx',
  title: 'Excel (XLSX)',
  extensions: ['xlsx', 'xlsm'],
  detect: ({ bytes }) => isZip(bytes) && holds(bytes, 'xl/'),
  read: (file, { table }) => {
    const parts = unzip(file, wanted);
    const xml = (
      path: string,
      containers: string[],
      found: (element: XmlElement, parents: readonly XmlElement[]) => void,
    ) => {
      const bytes = parts.get(path);
      if (bytes) readXml(decode(bytes).text, `${file.name}: ${path}`, new Set(containers), found);
      return bytes !== undefined;
    };
    const strings: string[] = [];
    xml(
      'xl/sharedStrings.xml',
      ['sst'],
      (element) => void (element.name === 'si' && strings.push(textOf(element))),
    );
    const dates = dateStyles(xml);
    const targets = new Map<string, string>();
    xml('xl/_rels/workbook.xml.rels', ['Relationships'], ({ attributes: { Id = '', Target = '' } }) => {
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    });
    const sheets: [name: string, path: string][] = [];
    let early = 1899;
    const found = xml(WORKBOOK, ['workbook', 'sheets'], ({ name, attributes }) => {
      if (name === 'sheet') sheets.push([attributes.name ?? '', targets.get(attributes['r:id'] ?? '') ?? '']);
      if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes.date1904 ?? '')) early = 1904;
    });
    if (!found) throw refusal(file.name, 'is a zip without a workbook; save it again as .xlsx.');
    for (const [name, path] of sheets) {
      const rows = new SheetRows(sheets.length > 1 ? `${file.name}, sheet ${name}` : file.name, name);
      let row: XmlElement | undefined;
      const read = xml(path, ['worksheet', 'sheetData', 'row'], (element, parents) => {
        if (element.name !== 'c') return;
        const parent = parents.at(-1);
        if (parent !== row) rows.row(Number(parent?.attributes.r) || 1);
        row = parent;
        takeCell(element, rows, { strings, dates, early });
      });
      if (read) table(rows.table('xlsx'));
    }
  },
};

/** Whether a name of a packed file begins so; names stand in the clear. */
export function holds(bytes: Uint8Array, path: string): boolean {
  const text = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 200_000)));
  return text.includes(path);
}

/** The styles under which a number is a date. */
function dateStyles(
  xml: (
    path: string,
    containers: string[],
    found: (e: XmlElement, p: readonly XmlElement[]) => void,
  ) => boolean,
) {
  const custom = new Map<string, boolean>();
  const dates = new Set<string>();
  let at = 0;
  xml('xl/styles.xml', ['styleSheet', 'numFmts', 'cellXfs'], ({ name, attributes }, parents) => {
    const { numFmtId = '', formatCode = '' } = attributes;
    if (name === 'numFmt')
      custom.set(numFmtId, /[ymdhs]/i.test(formatCode.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')));
    if (name !== 'xf' || parents.at(-1)?.name !== 'cellXfs') return;
    const number = Number(numFmtId);
    if (custom.get(numFmtId) ?? ((number >= 14 && number <= 22) || (number >= 45 && number <= 47)))
      dates.add(String(at));
    at += 1;
  });
  return dates;
}

interface Workbook {
  strings: readonly string[];
  dates: ReadonlySet<string>;
  /** The year in which days are counted from. */
  early: number;
}

function takeCell(element: XmlElement, rows: SheetRows, book: Workbook): void {
  const { r = '', t = 'n', s = '' } = element.attributes;
  const value = element.children.find(({ name }) => name === 'v')?.text ?? '';
  const column = columnOf(r);
  if (t === 's') rows.cell(column, book.strings[Number(value)] ?? '');
  else if (t === 'inlineStr') rows.cell(column, textOf(element));
  else if (t === 'b') rows.cell(column, value === '1' ? 'true' : 'false');
  else if (t === 'e') rows.cell(column, '');
  else rows.cell(column, t === 'n' && book.dates.has(s) ? dateOfDays(Number(value), book.early) : value);
}

/** The text of a cell without what is written above it to be read aloud. */
function textOf(element: XmlElement): string {
  return element.children
    .map((child) =>
      child.name === 't'
        ? child.text
        : child.name === 'rPh'
          ? ''
          : child.name === 'f' || child.name === 'v'
            ? ''
            : allTexts(child),
    )
    .join('');
}

const allTexts = (element: XmlElement): string =>
  element.name === 'is' || element.name === 'r' ? textOf(element) : allText(element);

/** The column of a cell's name from 0: B7 is in 1. */
function columnOf(name: string): number {
  let column = 0;
  for (const letter of /^[A-Z]*/.exec(name)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return Math.max(0, column - 1);
}

/** A day as Excel counts it, which takes 1900 for a leap year. */
function dateOfDays(days: number, early: number): string {
  if (!Number.isFinite(days) || days < 1 || days > 2_958_466) return String(days);
  const start = early === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 61 ? 31 : 30);
  const iso = new Date(start + Math.round(days * 86_400) * 1000).toISOString();
  return Number.isInteger(days) ? iso.slice(0, 10) : iso.slice(0, 19);
}
