import * as z from 'zod/mini';
import { inEnglish } from '../model/english.ts';
import type {
  EdgeAttributes,
  Graph,
  GraphEdge,
  GraphNode,
  NodeAttributes,
  Properties,
} from '../model/graph.ts';
import { GRAPH_OPTIONS } from '../model/graph-options.ts';
import { Bytes } from './bytes.ts';
import { type ReadColumn, readColumn, wholeColumn } from './columns.ts';
import { type Elements, packedColumn, packedEnd, packedGraph } from './format.ts';
import { ALIGNMENT, MARK } from './media-type.ts';

/** So many rows are read between two times of asking whether to rest. */
const AT_ONCE = 256;

/** Gives others their turn when it is time for that; undefined when it is not. May reject, to give up. */
export type Rest = () => Promise<void> | undefined;

/**
 * The graph that packed columns hold, as the graph by rows is.
 *
 * @param rest Asked between parts that take a millisecond or so.
 * @throws EntenteError when it is cut off or otherwise no such graph, with what and where
 */
export async function readPacked(all: Uint8Array<ArrayBuffer>, rest: Rest = () => undefined): Promise<Graph> {
  const data = new Bytes(all);
  if (data.text(Math.min(data.left, MARK.length), 'the mark') !== MARK)
    data.refuse('the mark', `is not ${MARK}`);
  const { attributes, nodes: order, edges: size } = readHead(data, packedGraph, 'the first frame').head;
  const columns: ReadColumn[] = [];
  for (;;) {
    const frame = readHead(data, z.union([packedColumn, packedEnd]), `frame ${columns.length + 2}`);
    if ('end' in frame.head) break;
    const { of } = frame.head.column;
    const column = readColumn(frame.data, frame.head, of === 'nodes' ? order : size);
    if (columns.some(({ what }) => what === column.what)) frame.data.refuse(column.what, 'is there twice');
    columns.push(column);
    await rest();
  }
  if (data.left > 0) data.refuse('the end', `is followed by ${data.left} bytes`);
  const nodes = await readNodes(columns, order, data, rest);
  return {
    attributes,
    options: GRAPH_OPTIONS,
    nodes,
    edges: await readEdges(columns, size, nodes, data, rest),
  };
}

function readHead<T extends z.ZodMiniType>(
  data: Bytes,
  schema: T,
  what: string,
): { head: z.infer<T>; data: Bytes } {
  const [headLength = 0, dataLength = 0] = data.numbers(Uint32Array, ALIGNMENT / 4, what);
  const head = data.part(headLength, `the head of ${what}`);
  const text = head.text(headLength, `the head of ${what}`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    head.refuse(`the head of ${what}`, 'is no JSON');
  }
  const parsed = schema.safeParse(json, inEnglish);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return data.refuse(`the head of ${what}`, `has a wrong “${issue?.path.join('.')}”: ${issue?.message}`);
  }
  return { head: parsed.data, data: data.part(dataLength, `the data of ${what}`) };
}

async function readNodes(
  columns: ReadColumn[],
  order: number,
  data: Bytes,
  rest: Rest,
): Promise<GraphNode[]> {
  const keyAt = wholeColumn<string>(columns, 'nodes', 'key', data);
  const captionAt = wholeColumn<string>(columns, 'nodes', 'caption', data);
  const labelsAt = wholeColumn<string[]>(columns, 'nodes', 'labels', data);
  const degreeAt = wholeColumn<number>(columns, 'nodes', 'degree', data);
  const recordAt = recordsOf(columns, 'nodes');
  const implied = impliedIn(columns);
  const nodes: GraphNode[] = [];
  for (let row = 0; row < order; row += 1) {
    if (row % AT_ONCE === 0) await rest();
    const { properties, propertyTypes } = recordAt(row);
    const attributes: NodeAttributes = {
      caption: captionAt(row),
      labels: labelsAt(row),
      properties,
      degree: degreeAt(row),
    };
    if (propertyTypes) attributes.propertyTypes = propertyTypes;
    if (implied(row)) attributes.implied = true;
    nodes.push({ key: keyAt(row), attributes });
  }
  return nodes;
}

function impliedIn(columns: readonly ReadColumn[]): (row: number) => boolean {
  const column = columns.find(({ head }) => head.column.field === 'implied');
  if (!column) return () => false;
  const rows = column.rows && new Set(column.rows);
  return (row) => rows?.has(row) ?? true;
}

async function readEdges(
  columns: ReadColumn[],
  size: number,
  nodes: readonly GraphNode[],
  data: Bytes,
  rest: Rest,
): Promise<GraphEdge[]> {
  const keyAt = wholeColumn<string>(columns, 'edges', 'key', data);
  const sourceAt = wholeColumn<number>(columns, 'edges', 'source', data);
  const targetAt = wholeColumn<number>(columns, 'edges', 'target', data);
  const typeAt = wholeColumn<string>(columns, 'edges', 'type', data);
  const signAt = wholeColumn<-1 | 0 | 1>(columns, 'edges', 'sign', data);
  const recordAt = recordsOf(columns, 'edges');
  const endAt = (at: (row: number) => number, row: number): string =>
    nodes[at(row)]?.key ?? data.refuse(`edge ${row}`, `has an end at node ${at(row)} of ${nodes.length}`);
  const edges: GraphEdge[] = [];
  for (let row = 0; row < size; row += 1) {
    if (row % AT_ONCE === 0) await rest();
    const { properties, propertyTypes } = recordAt(row);
    const attributes: EdgeAttributes = { type: typeAt(row), sign: signAt(row), properties };
    if (propertyTypes) attributes.propertyTypes = propertyTypes;
    edges.push({ key: keyAt(row), source: endAt(sourceAt, row), target: endAt(targetAt, row), attributes });
  }
  return edges;
}

/** Gives the properties of each row in turn. */
function recordsOf(columns: readonly ReadColumn[], of: Elements) {
  const propertiesAt = recordsIn(columns, of, 'property');
  const typesAt = recordsIn(columns, of, 'propertyType');
  return (row: number) => ({
    properties: (propertiesAt(row) ?? {}) as Properties,
    propertyTypes: typesAt(row) as Record<string, string> | undefined,
  });
}

/** A record a row, asked for from the first row on; undefined where it would be empty. */
function recordsIn(
  columns: readonly ReadColumn[],
  of: Elements,
  field: 'property' | 'propertyType',
): (row: number) => Record<string, unknown> | undefined {
  const read = columns
    .filter(({ head }) => head.column.of === of && head.column.field === field)
    .map((column) => ({
      ...column,
      name: 'name' in column.head.column ? column.head.column.name : '',
      next: 0,
    }));
  return (row) => {
    let record: Record<string, unknown> | undefined;
    for (const column of read) {
      if (column.rows && column.rows[column.next] !== row) continue;
      record ??= {};
      const value = column.at(column.next++);
      // Assigning this one name would set the prototype.
      if (column.name === '__proto__')
        Object.defineProperty(record, column.name, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      else record[column.name] = value;
    }
    return record;
  };
}
