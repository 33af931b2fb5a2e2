import type { Properties } from '../../model/graph.ts';
import { edgeFacts, nodeFacts } from '../facts.ts';
import { refusal } from '../faults.ts';
import type { FileFormat, ReadableFile } from '../format.ts';
import type { NetworkBuilder } from '../network.ts';
import { clean, setProperty } from '../values/property.ts';

/** GML (Himsolt 1997), as networkx, igraph, Gephi and yEd write it. */
export const gml: FileFormat = {
  id: 'gml',
  title: 'GML',
  extensions: ['gml'],
  detect: ({ head }) => /^[ \t]*graph\s*\[/im.test(head) && !/^\s*[<{]/.test(head),
  read: (file, { builder }) => new GmlReader(file, builder).read(),
};

type Value = string | number | Value[] | List;
/** What stands between brackets; a key may stand in it more than once. */
interface List {
  entries: [key: string, value: Value][];
  line: number;
}

/** So deep may lists stand in each other. */
const MOST_DEPTH = 100;
const TOKEN = /\s+|#[^\n]*|"([^"]*)"|(\[)|(\])|([^\s[\]"]+)/y;

class GmlReader {
  readonly #file: ReadableFile;
  readonly #builder: NetworkBuilder;
  readonly #text: string;
  #at = 0;
  #line = 1;
  #graphs = 0;
  #directed = false;

  constructor(file: ReadableFile, builder: NetworkBuilder) {
    this.#file = file;
    this.#builder = builder;
    this.#text = file.text();
  }

  read(): void {
    for (let token = this.#next(); token !== undefined; token = this.#next()) {
      if (token.kind !== 'word') throw this.#fail('a key is expected here');
      const value = this.#next();
      if (token.text.toLowerCase() !== 'graph' || value?.kind !== '[') {
        if (value?.kind === '[') this.#list(1);
        continue;
      }
      this.#graphs += 1;
      this.#graph();
    }
  }

  /** Nodes and edges are taken as they come, so that a whole graph is never held twice. */
  #graph(): void {
    const [line, first] = [this.#line, this.#graphs === 1];
    let edges = 0;
    this.#directed = false;
    for (;;) {
      const key = this.#next();
      if (key?.kind === ']') break;
      if (key?.kind !== 'word') throw this.#fail('a list is not closed; the file may have been cut short');
      const at = this.#line;
      const value = this.#value(1);
      const name = key.text.toLowerCase();
      if (name === 'directed') this.#directed = value === 1;
      if (name === 'edge') edges += 1;
      if (!first || typeof value !== 'object' || Array.isArray(value)) continue;
      if (name === 'node') this.#node(value, at);
      if (name === 'edge') this.#edge(value, at);
    }
    if (first) return;
    this.#builder.skipped.edges += edges;
    this.#builder.warn(
      `${this.#file.name}:${line}`,
      `is a second graph, of ${edges} edges; only the first is read. Save it as a file of its own.`,
      'further network',
    );
  }

  #node(list: List, line: number): void {
    const { id, ...given } = propertiesOf(list);
    const where = `${this.#file.name}:${line}`;
    if (id === undefined) throw refusal(where, 'is a node without an id; give it one.');
    const { labels, properties } = nodeFacts(given as Properties);
    this.#builder.declare(String(id), properties, labels, where);
  }

  #edge(list: List, line: number): void {
    const { source, target, ...given } = propertiesOf(list);
    const where = `${this.#file.name}:${line}`;
    if (source === undefined || target === undefined) {
      this.#builder.skipEndless(where);
      return;
    }
    const facts = edgeFacts(given as Properties);
    this.#builder.edge(
      { source: String(source), target: String(target), directed: this.#directed, ...facts },
      where,
    );
  }

  #value(depth: number): Value {
    const token = this.#next();
    if (token?.kind === '[') return this.#list(depth + 1);
    if (token?.kind === 'text') return decodeEntities(clean(token.text));
    if (token?.kind !== 'word') throw this.#fail('a value is expected here');
    const number = Number(token.text);
    return Number.isFinite(number) ? number : token.text;
  }

  #list(depth: number): List {
    if (depth > MOST_DEPTH) throw this.#fail(`lists are nested more than ${MOST_DEPTH} deep`);
    const list: List = { entries: [], line: this.#line };
    for (;;) {
      const key = this.#next();
      if (key?.kind === ']') return list;
      if (key?.kind !== 'word') throw this.#fail('a list is not closed; the file may have been cut short');
      list.entries.push([key.text, this.#value(depth)]);
    }
  }

  #next(): { kind: 'word' | 'text' | '[' | ']'; text: string } | undefined {
    while (this.#at < this.#text.length) {
      TOKEN.lastIndex = this.#at;
      const match = TOKEN.exec(this.#text);
      if (!match) throw this.#fail('a text has no closing quotation mark');
      this.#at = TOKEN.lastIndex;
      const [whole, text, opening, closing, word] = match;
      this.#line += lineBreaks(whole);
      if (text !== undefined) return { kind: 'text', text };
      if (opening) return { kind: '[', text: opening };
      if (closing) return { kind: ']', text: closing };
      if (word !== undefined) return { kind: 'word', text: word };
    }
    return undefined;
  }

  #fail(message: string) {
    return refusal(`${this.#file.name}:${this.#line}`, `is not GML: ${message}.`);
  }
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** A key that stands more than once is a list; what `graphics` says of place and colour is the node's own. */
function propertiesOf({ entries }: List): Record<string, Properties[string]> {
  const properties: Properties = {};
  for (const [key, value] of entries) {
    if (typeof value === 'object' && !Array.isArray(value)) {
      const inner = propertiesOf(value);
      if (key === 'LabelGraphics' && inner.text !== undefined) setProperty(properties, 'label', inner.text);
      else if (key !== 'graphics') setProperty(properties, key, JSON.stringify(inner));
      else
        for (const name of ['x', 'y', 'z', 'w', 'h', 'fill'])
          if (inner[name] !== undefined)
            setProperty(properties, name === 'fill' ? 'color' : name, inner[name]);
      continue;
    }
    const before = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const next = value as Properties[string];
    if (before === undefined) setProperty(properties, key, next);
    else setProperty(properties, key, Array.isArray(before) ? [...before, next] : [before, next]);
  }
  return properties;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** GML is ASCII: other characters stand as XML's numbers. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code === undefined) return NAMED[String(name)] ?? whole;
    return code > 0 && code <= 0x10ffff ? clean(String.fromCodePoint(code)) : '\ufffd';
  });
}
