import { EntenteError } from '../model/errors.ts';
import type { Graph, GraphEdge, GraphNode, Properties, PropertyTypes } from '../model/graph.ts';
import { pushAll } from '../numbers/extremes.ts';
import { aboutGraph } from './about.ts';
import { cypherCell } from './cypher-cell.ts';
import { quotedName, quotedText } from './cypher-text.ts';
import { own } from './table.ts';

/**
 * Elements that one statement creates. They are one text that the statement splits: measured, a list of maps of
 * the same 50,000 edges took minutes, as the database plans every literal of it anew.
 */
const BATCH = 1_000;

/**
 * A Cypher script that rebuilds a graph, one statement a line, for cypher-shell or Neo4j Browser. It creates: run
 * twice, it makes everything twice. Run again after it broke off, it takes away what the first run had made. While
 * it runs, nodes carry a label and a number by which edges find their ends.
 */
export function toCypherScript(graph: Graph): string {
  const lines = head(graph);
  if (graph.nodes.length > 0) {
    const names = { mark: freeMark(graph), ...freeSeparators(graph) };
    const numbers = new Map(graph.nodes.map(({ key }, at) => [key, at]));
    pushAll(lines, begin(names));
    pushAll(lines, nodeStatements(graph.nodes, names));
    pushAll(lines, edgeStatements(graph.edges, numbers, names));
    pushAll(lines, end(names));
  }
  return `${lines.join('\n')}\n`;
}

function head(graph: Graph): string[] {
  const types = new Set<string>();
  for (const { attributes } of [...graph.nodes, ...graph.edges])
    for (const type of Object.values(attributes.propertyTypes ?? {})) types.add(type.replace(/<.*/, ''));
  return [
    `// ${aboutGraph(graph).replaceAll(/\s+/g, ' ')}`,
    '// This script creates: run it once, on an empty database, with cypher-shell or in Neo4j Browser.',
    '// If it broke off, run it again: it first removes what it had made. Constraints and indexes are not part of it.',
    ...(types.has('Bytes')
      ? ['// Byte arrays have become lists of integers: Cypher has no expression for them.']
      : []),
    ...(types.has('Vector')
      ? ['// Vectors need a Neo4j that has them, with Cypher 25 as its language.']
      : []),
  ];
}

/** What the script needs that nothing in the graph has. */
interface Names {
  /** The label and the property that nodes carry meanwhile, as written in Cypher. */
  mark: string;
  /** Characters between elements, between their properties, and between the values of a list. */
  rows: string;
  cells: string;
  parts: string;
}

function freeMark({ nodes }: Graph): string {
  let name = 'EntenteImport';
  const taken = ({ attributes }: GraphNode) =>
    attributes.labels.includes(name) || own(attributes.properties, name) !== undefined;
  while (nodes.some(taken)) name += '_';
  return quotedName(name);
}

/** The pictures of the separators that ASCII has for this, else characters for private use. */
const SEPARATORS = ['\u241e', '\u241f', '\u241d'];
const PRIVATE = { first: 0xe000, last: 0xf8ff };

function freeSeparators({ nodes, edges }: Graph): Pick<Names, 'rows' | 'cells' | 'parts'> {
  const used = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      for (const character of value.match(/[\u241d-\u241f\ue000-\uf8ff]/g) ?? []) used.add(character);
    } else if (value !== null && typeof value === 'object') Object.values(value).forEach(look);
  };
  for (const { attributes } of nodes) look(attributes.properties);
  for (const { attributes } of edges) look(attributes.properties);
  const free = SEPARATORS.filter((each) => !used.has(each));
  for (let code = PRIVATE.first; free.length < 3 && code <= PRIVATE.last; code += 1) {
    const character = String.fromCharCode(code);
    if (!used.has(character)) free.push(character);
  }
  const [rows, cells, parts] = free;
  if (rows === undefined || cells === undefined || parts === undefined)
    throw new EntenteError('too_large', 'This graph uses every character that could part its values.');
  return { rows, cells, parts };
}

const INDEX = 'entente_import';

function begin({ mark }: Names): string[] {
  return [
    `MATCH (n:${mark}) DETACH DELETE n;`,
    `CREATE INDEX ${INDEX} IF NOT EXISTS FOR (n:${mark}) ON (n.${mark});`,
    'CALL db.awaitIndexes(300);',
  ];
}

function end({ mark }: Names): string[] {
  return [`MATCH (n:${mark}) REMOVE n:${mark}, n.${mark};`, `DROP INDEX ${INDEX} IF EXISTS;`];
}

function nodeStatements(nodes: readonly GraphNode[], names: Names): string[] {
  const { mark } = names;
  const rows = nodes.map(({ attributes }, at) => {
    const { map, texts } = propertyCells(attributes, 1, names);
    const labels = [...attributes.labels.map(quotedName), mark].join(':');
    const all = [`${mark}: toInteger(cells[0])`, ...map].join(', ');
    return { statement: `CREATE (:${labels} {${all}})`, texts: [String(at), ...texts] };
  });
  return statements(rows, names);
}

function edgeStatements(
  edges: readonly GraphEdge[],
  numbers: ReadonlyMap<string, number>,
  names: Names,
): string[] {
  const end = (at: number) => `{${names.mark}: toInteger(cells[${at}])}`;
  const match = `MATCH (a:${names.mark} ${end(0)}), (b:${names.mark} ${end(1)})`;
  const rows = edges.flatMap(({ source, target, attributes }) => {
    const [from, to] = [numbers.get(source), numbers.get(target)];
    if (from === undefined || to === undefined) return [];
    const { map, texts } = propertyCells(attributes, 2, names);
    const create = `CREATE (a)-[:${quotedName(attributes.type)} {${map.join(', ')}}]->(b)`;
    return [{ statement: `${match} ${create}`, texts: [String(from), String(to), ...texts] }];
  });
  return statements(rows, names);
}

interface Element {
  properties: Properties;
  propertyTypes?: PropertyTypes | undefined;
}

/** The entries of a map in Cypher, and the texts they are made of, from the cell `first` on. */
function propertyCells({ properties, propertyTypes }: Element, first: number, { parts }: Names) {
  const map: string[] = [];
  const texts: string[] = [];
  for (const name of Object.keys(properties).sort()) {
    const value = own(properties, name);
    if (value === undefined || value === null) continue;
    const { expression, text } = cypherCell(value, own(propertyTypes, name), parts);
    const made = expression
      .replaceAll('VALUE', `cells[${first + texts.length}]`)
      .replaceAll('PARTS', quotedText(parts));
    map.push(`${quotedName(name)}: ${made}`);
    texts.push(text);
  }
  return { map, texts };
}

interface RowOf {
  /** What is done with a row whose texts are `cells`. */
  statement: string;
  texts: readonly string[];
}

/** Rows of the same statement together, so many at a time, in the order in which each statement first occurs. */
function statements(all: readonly RowOf[], { rows, cells }: Names): string[] {
  const kinds = new Map<string, string[][]>();
  for (const { statement, texts } of all) {
    const batches = kinds.get(statement) ?? [];
    kinds.set(statement, batches);
    const row = texts.join(cells);
    const last = batches.at(-1);
    if (last && last.length < BATCH) last.push(row);
    else batches.push([row]);
  }
  return [...kinds].flatMap(([statement, batches]) =>
    batches.map((batch) => {
      const text = quotedText(batch.join(rows));
      return `UNWIND split(${text}, ${quotedText(rows)}) AS row WITH split(row, ${quotedText(cells)}) AS cells ${statement};`;
    }),
  );
}
