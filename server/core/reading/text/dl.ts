import type { Properties } from '../../model/graph.ts';
import { refusal } from '../faults.ts';
import type { FileFormat, ReadableFile } from '../format.ts';
import type { NetworkBuilder } from '../network.ts';
import { clean } from '../values/property.ts';
import { linesOf } from './lines.ts';

/** UCINET's DL: matrices, edge lists and node lists, of one mode or two. */
export const dl: FileFormat = {
  id: 'dl',
  title: 'UCINET DL',
  extensions: ['dl', 'dat'],
  detect: ({ head }) => /^\s*dl[\s,]/i.test(head),
  read: (file, { builder }) => new DlReader(file, builder).read(),
};

interface Token {
  text: string;
  line: number;
}

/** What the head of a file says. */
interface Head {
  rows: number;
  columns: number;
  matrices: number;
  format: string;
  diagonal: boolean;
  embedded: boolean;
  rowLabels: string[];
  columnLabels: string[];
  matrixLabels: string[];
}

const SECTION = /^(labels|row labels|column labels|col labels|matrix labels|level labels|data)\s*:/i;
const EMBEDDED = /^(?:row |column |col )?labels embedded\s*:?/i;
/** Two modes of so many nodes make more cells than a file holds. */
const MOST_NODES = 1_000_000;

class DlReader {
  readonly #file: ReadableFile;
  readonly #builder: NetworkBuilder;
  readonly #data: Token[] = [];
  /** Lines of the data: of lists, each is an entry of its own. */
  readonly #lines: Token[][] = [];
  readonly #head: Head = {
    rows: 0,
    columns: 0,
    matrices: 1,
    format: 'fullmatrix',
    diagonal: true,
    embedded: false,
    rowLabels: [],
    columnLabels: [],
    matrixLabels: [],
  };
  #twoMode = false;

  constructor(file: ReadableFile, builder: NetworkBuilder) {
    this.#file = file;
    this.#builder = builder;
  }

  read(): void {
    this.#readHead();
    const { format, rows } = this.#head;
    if (rows === 0)
      throw refusal(`${this.#file.name}:1`, 'says no number of nodes; write N=10, or NR=5 NC=7.');
    if (/matrix|half/.test(format)) this.#matrices();
    else if (/^(?:edge|node)list[12]b?$/.test(format)) this.#lists();
    else
      throw refusal(
        `${this.#file.name}:1`,
        `has the format ${format}; fullmatrix, lowerhalf, upperhalf, edgelist1, edgelist2, nodelist1 and nodelist2 are read.`,
      );
  }

  #readHead(): void {
    let section = 'head';
    for (const [line, at] of linesOf(this.#file.text())) {
      let text = line.trim();
      const embedded = EMBEDDED.exec(text);
      if (embedded) {
        this.#head.embedded = true;
        text = text.slice(embedded[0].length).trim();
      }
      const named = SECTION.exec(text);
      if (named) {
        section = (named[1] as string).toLowerCase().replace('col ', 'column ');
        text = text.slice(named[0].length).trim();
      }
      if (text === '') continue;
      if (section === 'head') this.#facts(text, at);
      else if (section === 'data') this.#dataLine(text, at);
      else this.#labels(section, text);
    }
  }

  #facts(text: string, line: number): void {
    for (const [, name = '', value = ''] of text.matchAll(/\b(n|nr|nc|nm)\s*=\s*(\d+)/gi)) {
      const count = Number(value);
      if (count > MOST_NODES)
        throw refusal(`${this.#file.name}:${line}`, `says ${value} nodes; at most ${MOST_NODES} are read.`);
      if (/^n$/i.test(name)) this.#head.rows = this.#head.columns = count;
      if (/^nr$/i.test(name)) this.#head.rows = count;
      if (/^nc$/i.test(name)) this.#head.columns = count;
      if (/^nm$/i.test(name)) this.#head.matrices = count;
      if (/^n[rc]$/i.test(name)) this.#twoMode = true;
    }
    const format = /format\s*=\s*(\w+)/i.exec(text)?.[1];
    if (format) this.#head.format = format.toLowerCase();
    if (/diagonal\s*=?\s*absent/i.test(text)) this.#head.diagonal = false;
  }

  #labels(section: string, text: string): void {
    const labels = [...text.matchAll(/"([^"]*)"|([^\s,"]+)/g)].map(([, quoted, word]) =>
      clean(quoted ?? word ?? ''),
    );
    const { rowLabels, columnLabels, matrixLabels } = this.#head;
    const list = section.startsWith('column')
      ? columnLabels
      : /matrix|level/.test(section)
        ? matrixLabels
        : rowLabels;
    for (const label of labels) list.push(label);
  }

  #dataLine(text: string, line: number): void {
    const words = [...text.matchAll(/"([^"]*)"|([^\s,"]+)/g)].map(([, quoted, word]) => {
      return { text: clean(quoted ?? word ?? ''), line };
    });
    this.#lines.push(words);
    for (const word of words) this.#data.push(word);
  }

  #matrices(): void {
    const { rows, columns, matrices, format, embedded, diagonal } = this.#head;
    const half = format.includes('lower') ? 'lower' : format.includes('upper') ? 'upper' : undefined;
    let at = 0;
    for (let matrix = 0; matrix < matrices; matrix += 1) {
      if (embedded) {
        this.#head.columnLabels = this.#data.slice(at, at + columns).map(({ text }) => text);
        at += columns;
      }
      for (let row = 0; row < rows; row += 1) {
        if (embedded) this.#head.rowLabels[row] = this.#data[at++]?.text ?? '';
        for (let column = 0; column < columns; column += 1) {
          if (half === 'lower' && column > row) continue;
          if (half === 'upper' && column < row) continue;
          if (!diagonal && row === column) continue;
          const cell = this.#data[at++];
          if (!cell) throw this.#tooShort();
          this.#cell(row, column, cell, matrix, half !== undefined);
        }
      }
    }
    this.#declareAll();
    const extra = this.#data[at];
    if (extra)
      throw refusal(
        `${this.#file.name}:${extra.line}`,
        `holds more cells than ${rows} × ${columns}; correct N or the matrix.`,
      );
  }

  #tooShort() {
    const { rows, columns, matrices } = this.#head;
    const expected = matrices > 1 ? `${matrices} matrices of ${rows} × ${columns}` : `${rows} × ${columns}`;
    const line = this.#data.at(-1)?.line ?? 1;
    return refusal(
      `${this.#file.name}:${line}`,
      `ends after ${this.#data.length} cells, but ${expected} are expected; correct N or the matrix.`,
    );
  }

  #cell(row: number, column: number, { text, line }: Token, matrix: number, half: boolean): void {
    const weight = Number(text);
    if (/^(?:na|\.|missing)$/i.test(text) || weight === 0) return;
    if (!Number.isFinite(weight))
      throw refusal(`${this.#file.name}:${line}`, `holds ${text}, which is no number.`);
    const type =
      this.#head.matrices > 1 ? { type: this.#head.matrixLabels[matrix] ?? `MATRIX_${matrix + 1}` } : {};
    this.#builder.edge({
      source: this.#rowKey(row),
      target: this.#columnKey(column),
      directed: !this.#twoMode && !half,
      ...type,
      properties: { weight },
    });
  }

  #rowKey(at: number): string {
    return this.#head.rowLabels[at] ?? `${this.#twoMode ? 'row ' : ''}${at + 1}`;
  }

  #columnKey(at: number): string {
    if (!this.#twoMode) return this.#head.rowLabels[at] ?? this.#head.columnLabels[at] ?? String(at + 1);
    return this.#head.columnLabels[at] ?? `column ${at + 1}`;
  }

  #declareAll(): void {
    const { rows, columns } = this.#head;
    const where = `${this.#file.name}:1`;
    for (let row = 0; row < rows; row += 1)
      this.#builder.declare(this.#rowKey(row), {}, this.#twoMode ? ['Actor'] : [], where);
    if (this.#twoMode)
      for (let column = 0; column < columns; column += 1)
        this.#builder.declare(this.#columnKey(column), {}, ['Issue'], where);
  }

  #lists(): void {
    const { format, embedded } = this.#head;
    this.#twoMode ||= /2b?$/.test(format);
    if (!embedded) this.#declareAll();
    for (const words of this.#lines) {
      const [source, ...rest] = words as [Token, ...Token[]];
      const where = `${this.#file.name}:${source.line}`;
      const from = this.#listKey(source, 'row');
      if (format.startsWith('node'))
        for (const to of rest) this.#add(from, this.#listKey(to, 'column'), {}, where);
      else this.#listEdge(from, rest, where);
    }
  }

  #listEdge(from: string, [target, weight]: Token[], where: string): void {
    if (!target)
      throw refusal(where, 'is no line of an edge; write two nodes, and a number if it has a weight.');
    const number = weight === undefined ? undefined : Number(weight.text);
    if (number !== undefined && !Number.isFinite(number))
      throw refusal(where, `holds ${weight?.text}, which is no weight.`);
    this.#add(from, this.#listKey(target, 'column'), number === undefined ? {} : { weight: number }, where);
  }

  #listKey({ text }: Token, side: 'row' | 'column'): string {
    const label = this.#twoMode ? (side === 'row' ? 'Actor' : 'Issue') : undefined;
    if (this.#head.embedded) return this.#builder.touch(text, label).key;
    const at = Number(text) - 1;
    const labels = side === 'row' || !this.#twoMode ? this.#head.rowLabels : this.#head.columnLabels;
    if (!Number.isInteger(at) || labels.includes(text)) return text;
    const count = side === 'row' ? this.#head.rows : this.#head.columns;
    if (at < 0 || at >= count) return `node ${text} of ${count}`;
    return side === 'row' ? this.#rowKey(at) : this.#columnKey(at);
  }

  #add(source: string, target: string, properties: Properties, where: string): void {
    this.#builder.edge({ source, target, directed: !this.#twoMode, properties }, where);
  }
}
