import type { Properties } from '../../model/graph.ts';
import { refusal } from '../faults.ts';
import type { FileFormat, ReadableFile, Sink } from '../format.ts';
import { hasExtension } from '../format.ts';
import { clean, setProperty } from '../values/property.ts';
import { linesOf, wordsOf } from './lines.ts';

/** Pajek's networks and projects, and its partitions and vectors, which belong to a network read along with them. */
export const pajek: FileFormat = {
  id: 'pajek',
  title: 'Pajek',
  extensions: ['net', 'paj', 'clu', 'vec', 'per'],
  detect: ({ head }) =>
    /^\s*(?:[%/][^\n]*\n\s*)*\*(?:vertices|network|partition|vector|arcs|edges)/i.test(head),
  read: (file, sink) => new PajekReader(file, sink).read(),
};

/** So many vertices a file may declare: each is held even where no line names it. */
const MOST_VERTICES = 5_000_000;

type Section =
  | 'none'
  | 'vertices'
  | 'arcs'
  | 'edges'
  | 'arcslist'
  | 'edgeslist'
  | 'matrix'
  | 'values'
  | 'skipped';

const LISTS = ['partition', 'vector', 'permutation', 'cluster', 'hierarchy'];

class PajekReader {
  readonly #file: ReadableFile;
  readonly #sink: Sink;
  #section: Section = 'none';
  #networks = 0;
  #directed = true;
  /** Vertices of the first mode, of a network of two. */
  #firstMode: number | undefined;
  #relation: string | undefined;
  #row = 0;
  #list: { name: string; path: string; values: (string | number)[] } | undefined;
  #listLength = 0;
  #vertices: { name: string; properties: Properties; labels: string[]; where: string }[] = [];
  #keys: string[] = [];
  #skipped = { name: '', where: '', edges: 0 };

  constructor(file: ReadableFile, sink: Sink) {
    this.#file = file;
    this.#sink = sink;
  }

  read(): void {
    for (const [line, at] of linesOf(this.#file.text())) {
      const text = line.trim();
      const where = `${this.#file.name}:${at}`;
      if (text.startsWith('*')) this.#begin(text, where);
      else if (text === '' || text.startsWith('%') || text.startsWith('/*')) this.#rest(text);
      else this.#take(text, where);
    }
    this.#endNetwork();
    this.#endList();
  }

  /** A legend may follow the values of a partition after an empty line. */
  #rest(text: string): void {
    if (text === '' && this.#section === 'values' && (this.#list?.values.length ?? 0) >= this.#listLength)
      this.#endList();
  }

  #begin(text: string, where: string): void {
    const [word = { text: '' }, ...more] = wordsOf(text.slice(1));
    const name = word.text.toLowerCase();
    const relation = /^\*\w+\s*:?\s*\d*\s*"([^"]+)"/.exec(text)?.[1];
    if (name === 'network') this.#network(text.slice(8).trim(), where);
    else if (name === 'vertices') this.#beginVertices(more, where);
    else if (LISTS.includes(name)) this.#beginList(name, text.slice(word.text.length + 1).trim(), where);
    else if (this.#section !== 'skipped') this.#beginEdges(name, relation, where);
  }

  #beginList(name: string, path: string, where: string): void {
    this.#endNetwork();
    this.#endList();
    const isList = name === 'partition' || name === 'vector';
    this.#section = isList ? 'values' : 'skipped';
    const title = /([^\\/]*?)(?:\.\w+)?$/.exec(path)?.[1] || name;
    if (isList) this.#list = { name: title, path: where, values: [] };
  }

  #beginEdges(name: string, relation: string | undefined, where: string): void {
    if (!['arcs', 'edges', 'arcslist', 'edgeslist', 'matrix'].includes(name)) {
      this.#section = 'skipped';
      this.#sink.builder.warn(where, `is a section *${name}, which is not read.`, 'unknown section');
      return;
    }
    this.#declareVertices();
    this.#section = name as Section;
    this.#relation = relation;
    this.#row = 0;
    this.#directed = !name.startsWith('edges');
  }

  /** A second network of a project is named, not read: it may be of other vertices. */
  #network(name: string, where: string): void {
    this.#endNetwork();
    this.#endList();
    this.#networks += 1;
    if (this.#networks === 1) return;
    this.#section = 'skipped';
    this.#skipped = { name, where, edges: 0 };
  }

  #beginVertices(words: readonly { text: string }[], where: string): void {
    const [count, first] = words.map(({ text }) => Number(text));
    if (count === undefined || !Number.isInteger(count) || count < 0 || count > MOST_VERTICES)
      throw refusal(where, `says no number of vertices up to ${MOST_VERTICES}; write *Vertices 10.`);
    if (this.#list) {
      this.#section = 'values';
      this.#listLength = count;
      return;
    }
    if (hasExtension(this.#file.name, ['clu', 'vec', 'per'])) {
      const name = this.#file.name.replace(/^.*\//, '').replace(/\.\w+$/, '');
      this.#list = { name, path: this.#file.name, values: [] };
      this.#section = 'values';
      this.#listLength = count;
      return;
    }
    if (this.#section === 'skipped') return;
    if (this.#networks === 0) this.#networks = 1;
    this.#section = 'vertices';
    this.#firstMode = Number.isInteger(first) ? first : undefined;
    const mode = (at: number) => (Number.isInteger(first) ? [at <= Number(first) ? 'Actor' : 'Issue'] : []);
    this.#vertices = Array.from({ length: count }, (_, at) => {
      return { name: '', properties: {}, labels: mode(at + 1), where };
    });
  }

  #take(text: string, where: string): void {
    const words = wordsOf(text);
    if (this.#section === 'skipped') this.#skipped.edges += /^\d+\s+\d/.test(text) ? 1 : 0;
    if (this.#section === 'vertices') this.#vertex(words, where);
    if (this.#section === 'arcs' || this.#section === 'edges') this.#edge(words, where);
    if (this.#section === 'arcslist' || this.#section === 'edgeslist') this.#neighbours(words, where);
    if (this.#section === 'matrix') this.#matrixRow(words, where);
    if (this.#section === 'values' && this.#list) {
      const value = Number(words[0]?.text);
      if (this.#list.values.length < this.#listLength)
        this.#list.values.push(Number.isFinite(value) ? value : (words[0]?.text ?? ''));
    }
    if (this.#section === 'none') throw refusal(where, 'comes before *Vertices; is this a Pajek file?');
  }

  #vertex(words: readonly { text: string; quoted: boolean }[], where: string): void {
    const place = Number(words[0]?.text);
    const vertex = this.#vertices[place - 1];
    if (!vertex) {
      this.#sink.builder.skipped.nodes += 1;
      const message = `is number ${words[0]?.text} of ${this.#vertices.length}; it is skipped. Correct *Vertices.`;
      this.#sink.builder.warn(where, message, 'node beyond the count');
      return;
    }
    vertex.name = clean(words[1]?.text ?? '');
    vertex.where = where;
    const [, , ...rest] = words;
    const axes = ['x', 'y', 'z'];
    while (axes.length > 0 && rest[0] && !rest[0].quoted && Number.isFinite(Number(rest[0].text)))
      setProperty(vertex.properties, axes.shift() as string, Number(rest.shift()?.text));
    addParameters(vertex.properties, rest);
  }

  #declareVertices(): void {
    const names = new Map<string, number>();
    for (const { name } of this.#vertices) names.set(name, (names.get(name) ?? 0) + 1);
    const unique = [...names].every(([name, count]) => name !== '' && count === 1);
    for (const [at, { name, properties, labels, where }] of this.#vertices.entries()) {
      const key = unique ? name : String(at + 1);
      this.#keys.push(key);
      this.#sink.builder.declare(key, { ...(name && { name }), ...properties }, labels, where);
    }
    this.#vertices = [];
  }

  /** The key of a vertex by its number; where there is none, the edge is skipped by the name that it gave. */
  #keyOf(text: string): string {
    return this.#keys[Math.abs(Number(text)) - 1] ?? `number ${text} of ${this.#keys.length}`;
  }

  #edge(words: readonly { text: string; quoted: boolean }[], where: string): void {
    const [source, target, weight, ...rest] = words;
    if (!source || !target) throw refusal(where, 'is no line of an edge; write two numbers of vertices.');
    const properties: Properties = {};
    const hasWeight = weight && !weight.quoted && Number.isFinite(Number(weight.text));
    if (hasWeight) properties.weight = Number(weight.text);
    addParameters(properties, hasWeight || !weight ? rest : [weight, ...rest]);
    this.#add(this.#keyOf(source.text), this.#keyOf(target.text), properties, where);
  }

  #neighbours(words: readonly { text: string }[], where: string): void {
    const [source, ...targets] = words.map(({ text }) => this.#keyOf(text));
    for (const target of targets) this.#add(source as string, target, {}, where);
  }

  #matrixRow(words: readonly { text: string }[], where: string): void {
    // Of two modes, rows are the first and columns the second.
    const shift = this.#firstMode ?? 0;
    const source = this.#keys[this.#row];
    this.#row += 1;
    if (
      source === undefined ||
      words.length + shift > this.#keys.length ||
      this.#row > (this.#firstMode ?? this.#row)
    )
      throw refusal(
        where,
        `has more than the ${this.#keys.length} vertices there are; correct *Vertices or the matrix.`,
      );
    for (const [at, { text }] of words.entries()) {
      const weight = Number(text);
      if (!Number.isFinite(weight))
        throw refusal(where, `holds ${text} in column ${at + 1}, which is no number.`);
      if (weight !== 0) this.#add(source, this.#keys[at + shift] as string, { weight }, where);
    }
  }

  #add(source: string, target: string, properties: Properties, where: string): void {
    const type = this.#relation === undefined ? {} : { type: this.#relation };
    this.#sink.builder.edge(
      { source, target, directed: this.#directed && this.#firstMode === undefined, ...type, properties },
      where,
    );
  }

  #endNetwork(): void {
    if (this.#section === 'skipped' && this.#skipped.name) {
      const { name, where, edges } = this.#skipped;
      this.#sink.builder.skipped.edges += edges;
      const message = `is a further network, ${name}, of ${edges} edges; only the first is read. Save it as a file of its own.`;
      this.#sink.builder.warn(where, message, 'further network');
    }
    this.#skipped = { name: '', where: '', edges: 0 };
    this.#declareVertices();
    this.#section = 'none';
  }

  #endList(): void {
    if (this.#list) this.#sink.byPlace(this.#list);
    this.#list = undefined;
    if (this.#section === 'values') this.#section = 'skipped';
  }
}

/** What follows a vertex or an edge: shape, `l "label"`, `c Red`, and the time `[1-5,7]`. */
function addParameters(properties: Properties, words: readonly { text: string; quoted: boolean }[]): void {
  const text = words.map(({ text: word, quoted }) => (quoted ? JSON.stringify(word) : word)).join(' ');
  const time = /\[\s*([\d\s,\-*]+)\]/.exec(text);
  if (time?.[1]) {
    const spans = time[1].replaceAll(/\s/g, '').split(',').filter(Boolean);
    const [start, end] = [spans[0]?.split('-')[0], spans.at(-1)?.split('-').at(-1)];
    if (spans.length > 1) properties.spells = spans;
    if (start && Number.isFinite(Number(start))) properties.start = Number(start);
    if (end && Number.isFinite(Number(end))) properties.end = Number(end);
  }
  const label = /(?:^|\s)l\s+"([^"]*)"/.exec(text)?.[1];
  if (label) properties.label = clean(label);
  const colour = /(?:^|\s)i?c\s+"?([A-Za-z]\w*)/.exec(text)?.[1];
  if (colour) properties.color = colour;
  const shape = /^(ellipse|box|diamond|triangle|cross|empty|house|man|woman)\b/i.exec(text)?.[1];
  if (shape) properties.shape = shape;
}
