import type { Properties } from '../../model/graph.ts';
import type { NetworkBuilder } from '../network.ts';
import { decimalOf, numberOf } from '../values/number.ts';
import { clean } from '../values/property.ts';
import { signOfWord } from '../values/sign.ts';
import { NOT_KNOWN } from './guess.ts';
import type { EdgeTable } from './read-edges.ts';

interface Cell {
  row: string;
  column: string;
  text: string;
  where: string;
}

/** Reads a matrix: an edge for each cell that is neither empty nor 0; of two modes where rows and columns differ. */
export function readMatrix(
  { table, header, mapping, keyOf }: Omit<EdgeTable, 'declared'>,
  builder: NetworkBuilder,
): void {
  const first = header.counts ? 1 : 0;
  const columns = header.names.slice(first + 1).map((name) => clean(name));
  const [rows, cells]: [string[], Cell[]] = [[], []];
  table.scan((row, at) => {
    if (at < header.firstAt) return undefined;
    const label = clean((row[first] ?? '').trim());
    if (label === '') return undefined;
    rows.push(label);
    for (const [column, name] of columns.entries()) {
      const text = (row[first + 1 + column] ?? '').trim();
      if (text !== '' && name !== '')
        cells.push({
          row: label,
          column: name,
          text,
          where: `${table.where(at)}, cell ${first + 2 + column}`,
        });
    }
    return undefined;
  });
  const names = new Set(columns);
  const shared = rows.filter((row) => names.has(row)).length;
  const oneMode = shared >= 0.8 * Math.min(rows.length, columns.length) && shared > 0;
  const clash = !oneMode && shared > 0;
  const [rowKey, columnKey] = [
    (name: string) => keyOf(clash ? `row: ${name}` : name),
    (name: string) => keyOf(clash ? `column: ${name}` : name),
  ];
  const label = (end: 'source' | 'target', usual: string) =>
    mapping[end]?.label ?? (oneMode ? undefined : usual);
  for (const name of rows) nameOf(builder.touch(rowKey(name), label('source', 'Actor')), clash, name);
  for (const name of columns)
    if (name !== '') nameOf(builder.touch(columnKey(name), label('target', 'Issue')), clash, name);
  const values = readCells(cells, builder, table.name);
  const symmetric = oneMode && isSymmetric(values);
  const directed = typeof mapping.directed === 'boolean' ? mapping.directed : oneMode && !symmetric;
  for (const { row, column, properties } of values) {
    if (symmetric && !directed && row > column) continue;
    const type = mapping.type?.value === undefined ? {} : { type: mapping.type.value };
    builder.edge({ source: rowKey(row), target: columnKey(column), directed, ...type, properties });
  }
}

function nameOf(node: { properties: Properties }, clash: boolean, name: string): void {
  if (clash) node.properties.name ??= name;
}

interface Value {
  row: string;
  column: string;
  properties: Properties;
}

const DASH = /^[-–—−]$/;

/** A dash is a negative sign where other cells are empty or 0, else it says that there is no tie. */
function readCells(cells: readonly Cell[], builder: NetworkBuilder, path: string): Value[] {
  const decimal = decimalOf(cells.map(({ text }) => text));
  const zeros = cells.some(({ text }) => text === '0');
  const dashed = cells.some(({ text }) => DASH.test(text));
  const plus = cells.some(({ text }) => text === '+');
  const dashIsNone = dashed && !(plus && zeros);
  if (dashIsNone && plus)
    builder.warn(path, 'has + and – and nothing else in its cells: – is read as no edge.', 'dash as no edge');
  const values: Value[] = [];
  for (const { row, column, text, where } of cells) {
    const number = numberOf(text, decimal);
    if (number === 0 || (DASH.test(text) && dashIsNone)) continue;
    if (number !== undefined) {
      values.push({ row, column, properties: { weight: number } });
      continue;
    }
    const sign = signOfWord(text);
    if (DASH.test(text)) values.push({ row, column, properties: { weight: -1 } });
    else if (text === '+') values.push({ row, column, properties: { weight: 1 } });
    else if (sign !== undefined && !NOT_KNOWN.test(text))
      values.push({ row, column, properties: { sign, value: clean(text) } });
    else if (!NOT_KNOWN.test(text))
      builder.skipEdge(
        where,
        `holds “${text.slice(0, 40)}”, which is no number and no sign; it is skipped.`,
        'cell of a matrix',
      );
  }
  return values;
}

function isSymmetric(values: readonly Value[]): boolean {
  const told = (properties: Properties) => properties.weight ?? properties.value;
  const cells = new Map(values.map(({ row, column, properties }) => [`${row}\0${column}`, told(properties)]));
  return values.every(({ row, column, properties }) => cells.get(`${column}\0${row}`) === told(properties));
}
