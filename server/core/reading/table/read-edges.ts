import { own } from '../../formats/table.ts';
import type { Properties, Sign } from '../../model/graph.ts';
import { refusal } from '../faults.ts';
import type { NetworkBuilder, ReadEdge } from '../network.ts';
import { signOfWord } from '../values/sign.ts';
import { Columns } from './columns.ts';
import { isNotKnown } from './guess.ts';
import type { Header } from './header.ts';
import type { TableMapping } from './mapping.ts';
import type { Table } from './table.ts';
import { pairStem, saysDirection } from './words.ts';

/** What a table of edges is read with. */
export interface EdgeTable {
  table: Table;
  header: Header;
  mapping: TableMapping;
  /** Whether the nodes are declared by another table. */
  declared: boolean;
  /** The key to keep of names that mean one. */
  keyOf: (name: string) => string;
}

type Put = (properties: Properties, cells: readonly string[], where: () => string) => void;

export function readEdges(given: EdgeTable, builder: NetworkBuilder): void {
  new EdgeReader(given, builder).read();
}

/** So many pairs tell whether any comes both ways. */
const MOST_PAIRS = 100_000;

class EdgeReader {
  readonly #given: EdgeTable;
  readonly #builder: NetworkBuilder;
  readonly #columns: Columns;
  readonly #source: number;
  readonly #target: number;
  readonly #type: number | undefined;
  readonly #puts: readonly Put[];

  constructor(given: EdgeTable, builder: NetworkBuilder) {
    const { table, header, mapping } = given;
    this.#given = given;
    this.#builder = builder;
    this.#columns = new Columns(table, header, mapping);
    const { source, target } = mapping;
    if (!source || !target)
      throw refusal(table.name, 'has no source and target in the mapping; name their columns.');
    this.#source = this.#columns.at(source.column);
    this.#target = this.#columns.at(target.column);
    this.#type = mapping.type?.column === undefined ? undefined : this.#columns.at(mapping.type.column);
    this.#puts = this.#findPuts();
  }

  read(): void {
    const { table, header, mapping } = this.#given;
    const ends = this.#lookThrough();
    const twoMode = !ends.oneMode && ends.disjoint;
    const { directed: told } = mapping;
    const own = typeof told === 'object' ? this.#columns.at(told.column) : undefined;
    const directed = typeof told === 'boolean' ? told : own !== undefined || this.#isDirected(ends, twoMode);
    const [first, second] = ends.clash
      ? [`${mapping.source?.column}: `, `${mapping.target?.column}: `]
      : ['', ''];
    const labels = this.#labels(twoMode || ends.clash);
    table.scan((cells, at) => {
      if (at < header.firstAt) return undefined;
      const where = () => table.where(at);
      const [from, to] = [this.#columns.text(cells, this.#source), this.#columns.text(cells, this.#target)];
      const left = this.#leftOut(cells);
      if (left !== undefined) this.#builder.skipEdge(where(), left, 'value left out');
      else if (from === '' && to === '')
        this.#builder.skipEdge(where(), 'names no node; the row is skipped.', 'row without nodes');
      else if (from === '' || to === '')
        this.#one(from === '' ? second + to : first + from, from === '' ? labels[1] : labels[0], where());
      else {
        const edge = this.#edge(cells, where);
        const [source, target] = [this.#given.keyOf(first + from), this.#given.keyOf(second + to)];
        this.#touch(source, labels[0], cells, 'source', ends.clash ? from : undefined);
        this.#touch(target, labels[1], cells, 'target', ends.clash ? to : undefined);
        edge.source = source;
        edge.target = target;
        edge.directed = own === undefined ? directed : !/undirected|false|^0$/i.test(cells[own] ?? '');
        this.#builder.edge(edge, this.#given.declared ? where() : undefined);
      }
      return undefined;
    });
  }

  /** Which names stand at which end, and whether pairs come both ways. */
  #lookThrough() {
    const { header, mapping } = this.#given;
    const [sources, targets, pairs] = [new Set<string>(), new Set<string>(), new Set<string>()];
    let both = false;
    this.#columns.profile(header.firstAt, mapping, this.#builder, (cells) => {
      const [from, to] = [(cells[this.#source] ?? '').trim(), (cells[this.#target] ?? '').trim()];
      if (from === '' || to === '') return;
      sources.add(from);
      targets.add(to);
      if (both || from === to || pairs.size > MOST_PAIRS || mapping.directed !== undefined) return;
      both = pairs.has(`${to}\0${from}`);
      pairs.add(`${from}\0${to}`);
    });
    const [few, many] = sources.size < targets.size ? [sources, targets] : [targets, sources];
    let shared = 0;
    for (const name of few) if (many.has(name)) shared += 1;
    const [a, b] = [mapping.source?.column ?? '', mapping.target?.column ?? ''];
    const named = { a: pairStem(a), b: pairStem(b) };
    const alike = named.a !== undefined && named.a.stem === named.b?.stem;
    const labelled = mapping.source?.label !== undefined && mapping.target?.label !== undefined;
    const kinds = labelled && mapping.source?.label !== mapping.target?.label;
    const oneMode = header.told && !kinds && (alike || this.#namedEnds());
    const mixed = shared > 0 && !oneMode && (kinds || (header.told && shared < 0.3 * few.size));
    return { both, oneMode, disjoint: shared === 0 || mixed, clash: mixed };
  }

  /** Whether columns are called source and target, or from and to, and not by what they hold. */
  #namedEnds(): boolean {
    const { source, target } = this.#given.mapping;
    const plainly =
      /^\W*(?:source|target|from|to|src|dst|node|id|actor|start|end|sender|receiver|v|n|u|i|j)(?:\W*(?:id|node|name|\d))*\W*$/i;
    return plainly.test(source?.column ?? '') && plainly.test(target?.column ?? '');
  }

  #isDirected({ both }: { both: boolean }, twoMode: boolean): boolean {
    const { table, mapping } = this.#given;
    const [a, b] = [mapping.source?.column ?? '', mapping.target?.column ?? ''];
    if (saysDirection(a) && saysDirection(b)) return true;
    if (twoMode) return false;
    if (both || mapping.type?.column !== undefined || mapping.sign !== undefined) return true;
    this.#builder.warn(
      table.name,
      'does not say whether its edges have a direction. No pair comes both ways, so they are read without; a mapping with `directed: true` says otherwise.',
      'direction not told',
    );
    return false;
  }

  #labels(twoMode: boolean): [string | undefined, string | undefined] {
    const { source, target } = this.#given.mapping;
    const label = (end: typeof source, usual: string) => end?.label ?? (twoMode ? usual : undefined);
    return [label(source, 'Actor'), label(target, 'Issue')];
  }

  /** A row with one end is a node by itself. */
  #one(key: string, label: string | undefined, where: string): void {
    this.#builder.touch(this.#given.keyOf(key), label);
    this.#builder.skipEdge(
      where,
      'names one node only; it is read as a node without an edge.',
      'row with one end',
    );
  }

  #touch(
    key: string,
    label: string | undefined,
    cells: readonly string[],
    side: 'source' | 'target',
    name: string | undefined,
  ): void {
    if (this.#given.declared) return;
    const end = this.#given.mapping[side];
    const node = this.#builder.touch(key, label);
    if (name !== undefined) node.properties.name ??= name;
    if (end?.name !== undefined && node.properties.name === undefined)
      this.#columns.put(node.properties, 'name', cells, this.#columns.at(end.name));
    for (const column of end?.properties ?? [])
      if (node.properties[column] === undefined)
        this.#columns.put(node.properties, column, cells, this.#columns.at(column));
  }

  #leftOut(cells: readonly string[]): string | undefined {
    const { sign } = this.#given.mapping;
    if (!sign?.skip || sign.column === undefined) return undefined;
    const value = this.#columns.text(cells, this.#columns.at(sign.column));
    return sign.skip.includes(value)
      ? `has ${sign.column} ${value}, which the mapping leaves out.`
      : undefined;
  }

  /** The edge of a row; its ends are set after. */
  #edge(cells: readonly string[], where: () => string): ReadEdge {
    const properties: Properties = {};
    for (const put of this.#puts) put(properties, cells, where);
    const told = this.#type === undefined ? '' : this.#columns.text(cells, this.#type);
    const { names, value } = this.#given.mapping.type ?? {};
    const type = own(names, told) ?? (told || value);
    const ends = { source: '', target: '', directed: true };
    return type === undefined ? { ...ends, properties } : { ...ends, type, properties };
  }

  /** What is put of each row, found out once. */
  #findPuts(): Put[] {
    const [columns, { header, mapping }] = [this.#columns, this.#given];
    const plain =
      (name: string, at: number): Put =>
      (properties, cells) =>
        columns.put(properties, name, cells, at);
    const puts: Put[] = [];
    if (mapping.id !== undefined) puts.push(plain('id', columns.at(mapping.id)));
    if (mapping.weight !== undefined) {
      const at = columns.at(mapping.weight);
      puts.push((properties, cells, where) => {
        const weight = columns.number(cells, at);
        if (weight !== undefined) properties.weight = weight;
        else if (!isNotKnown(columns.text(cells, at)))
          this.#builder.warn(
            where(),
            `has ${mapping.weight} “${columns.text(cells, at)}”, which is no number; the edge has no weight.`,
            'not a number',
          );
      });
    }
    const sign = this.#findSign();
    if (sign) puts.push(sign);
    for (const name of ['since', 'until', 'statedOn'] as const) {
      if (mapping[name] === undefined) continue;
      const at = columns.at(mapping[name]);
      puts.push((properties, cells) => {
        const date = columns.date(cells, at);
        if (date !== undefined) properties[name] = date;
      });
    }
    for (const [name, column] of Object.entries(mapping.evidence ?? {}))
      if (column !== undefined) puts.push(plain(name, columns.at(column)));
    for (const [name, at] of restOf(header, mapping)) puts.push(plain(name, at));
    return puts;
  }

  #findSign(): Put | undefined {
    const { sign } = this.#given.mapping;
    if (sign?.value !== undefined) {
      const { value } = sign;
      return (properties) => {
        properties.sign = value;
      };
    }
    if (sign?.column === undefined) return undefined;
    const { column } = sign;
    const at = this.#columns.at(column);
    return (properties, cells, where) => {
      const text = this.#columns.text(cells, at);
      if (text === '') return;
      const found = this.#signOf(text, cells, at);
      if (found !== undefined) properties.sign = found;
      else
        this.#builder.warn(
          where(),
          `has ${column} “${text}”, which is no sign; the edge has none.`,
          'not a sign',
        );
      if (column.toLowerCase() !== 'sign') this.#columns.put(properties, column, cells, at);
    };
  }

  #signOf(text: string, cells: readonly string[], at: number): Sign | undefined {
    const { positive, negative, neutral, threshold } = this.#given.mapping.sign ?? {};
    if (positive?.includes(text)) return 1;
    if (negative?.includes(text)) return -1;
    if (neutral?.includes(text)) return 0;
    if (threshold !== undefined) {
      const number = this.#columns.number(cells, at);
      return number === undefined ? undefined : (Math.sign(number - threshold) as Sign);
    }
    return positive || negative ? undefined : signOfWord(text);
  }
}

/** Columns that stay properties of the edge under their own names. */
function restOf({ names, counts }: Header, mapping: TableMapping): [string, number][] {
  const { source, target, directed, evidence = {}, ignore = [] } = mapping;
  const used = new Set([
    ...[
      source?.column,
      source?.name,
      target?.column,
      target?.name,
      mapping.type?.column,
      mapping.sign?.column,
    ],
    ...[...(source?.properties ?? []), ...(target?.properties ?? []), ...Object.values(evidence), ...ignore],
    ...[typeof directed === 'object' ? directed.column : undefined],
    ...[mapping.weight, mapping.since, mapping.until, mapping.statedOn, mapping.id],
  ]);
  return names.flatMap((name, at): [string, number][] =>
    used.has(name) || name === '' || (counts && at === 0) ? [] : [[name, at]],
  );
}
