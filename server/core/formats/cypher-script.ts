import { EntenteError } from '../model/errors.ts';
import type { Graph, GraphEdge, GraphNode, Properties, PropertyTypes } from '../model/graph.ts';
import { aboutGraph } from './about.ts';
import { cypherCell } from './cypher-cell.ts';
import { quotedName, quotedText } from './cypher-text.ts';
import { inTurns } from './pieces.ts';
import { own } from './table.ts';

/**
 * Elements that one statement creates. They are one text that the statement splits: measured, a list of maps of
 * the same 50,000 edges took minutes, as the database plans every literal of it anew.
 */
const BATCH = 1_000;
/** Characters of them after which the next statement begins. */
const MOST_LENGTH = 200_000;

/**
 * A Cypher script that rebuilds a graph, one statement a line, for cypher-shell or Neo4j Browser. It creates: run
 * twice, it makes everything twice. Run again after it broke off, it takes away what the first run had made. While
 * it runs, nodes carry a label and a number by which edges find their ends.
 */
export function* toCypherScript(graph: Graph): Generator<string> {
  const about = linesOf(yield* head(graph));
  if (graph.nodes.length === 0) return yield about;
  const names = { mark: freeMark(graph), ...(yield* freeSeparators(graph)) };
  const numbers = new Map<string, number>();
  yield* inTurns(graph.nodes, ({ key }, at) => numbers.set(key, at));
  yield about + linesOf(begin(names));
  yield* nodeStatements(graph.nodes, names);
  yield* edgeStatements(graph.edges, numbers, names);
  yield linesOf(end(names));
}

const linesOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

function* head(graph: Graph): Generator<string, string[]> {
  const types = new Set<string>();
  const look = ({ attributes }: GraphNode | GraphEdge) => {
    for (const type of Object.values(attributes.propertyTypes ?? {})) types.add(type.replace(/<.*/, ''));
  };
  yield* inTurns(graph.nodes, look);
  yield* inTurns(graph.edges, look);
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

function* freeSeparators({
  nodes,
  edges,
}: Graph): Generator<string, Pick<Names, 'rows' | 'cells' | 'parts'>> {
  const used = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      for (const character of value.match(/[\u241d-\u241f\ue000-\uf8ff]/g) ?? []) used.add(character);
    } else if (value !== null && typeof value === 'object') Object.values(value).forEach(look);
  };
  yield* inTurns(nodes, ({ attributes }) => look(attributes.properties));
  yield* inTurns(edges, ({ attributes }) => look(attributes.properties));
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

function* nodeStatements(nodes: readonly GraphNode[], names: Names): Generator<string> {
  const { mark } = names;
  const batches = new Batches(names);
  yield* inTurns(nodes, ({ attributes }, at) => {
    const { map, texts } = propertyCells(attributes, 1, names);
    const labels = [...attributes.labels.map(quotedName), mark].join(':');
    const all = [`${mark}: toInteger(cells[0])`, ...map].join(', ');
    batches.add(`CREATE (:${labels} {${all}})`, [String(at), ...texts]);
  });
  yield* batches.statements();
}

function* edgeStatements(
  edges: readonly GraphEdge[],
  numbers: ReadonlyMap<string, number>,
  names: Names,
): Generator<string> {
  const end = (at: number) => `{${names.mark}: toInteger(cells[${at}])}`;
  const match = `MATCH (a:${names.mark} ${end(0)}), (b:${names.mark} ${end(1)})`;
  const batches = new Batches(names);
  yield* inTurns(edges, ({ source, target, attributes }) => {
    const [from, to] = [numbers.get(source), numbers.get(target)];
    if (from === undefined || to === undefined) return;
    const { map, texts } = propertyCells(attributes, 2, names);
    const create = `CREATE (a)-[:${quotedName(attributes.type)} {${map.join(', ')}}]->(b)`;
    batches.add(`${match} ${create}`, [String(from), String(to), ...texts]);
  });
  yield* batches.statements();
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

/** Rows of the same statement together, so many at a time, in the order in which each statement first occurs. */
class Batches {
  readonly #names: Names;
  readonly #kinds = new Map<string, { rows: string[]; length: number }[]>();

  constructor(names: Names) {
    this.#names = names;
  }

  /** @param statement what is done with a row whose texts are `cells` */
  add(statement: string, texts: readonly string[]): void {
    const batches = this.#kinds.get(statement) ?? [];
    this.#kinds.set(statement, batches);
    const row = texts.join(this.#names.cells);
    const last = batches.at(-1);
    if (!last || last.rows.length === BATCH || last.length > MOST_LENGTH)
      batches.push({ rows: [row], length: row.length });
    else {
      last.rows.push(row);
      last.length += row.length;
    }
  }

  *statements(): Generator<string> {
    const { rows, cells } = this.#names;
    for (const [statement, batches] of this.#kinds)
      for (const batch of batches) {
        const text = quotedText(batch.rows.join(rows));
        yield `UNWIND split(${text}, ${quotedText(rows)}) AS row WITH split(row, ${quotedText(cells)}) AS cells ${statement};\n`;
      }
  }
}
