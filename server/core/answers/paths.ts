import type { PathsAnswer } from '../contract/answers.ts';
import type { Row, Value } from '../model/rows.ts';
import { assemble } from './graph.ts';
import { edgeKey } from './identity.ts';
import { readStartNodes } from './node.ts';
import { integer } from './parameters.ts';
import type { Reader } from './reader.ts';

interface PathsRequest {
  from: string;
  to: string;
  /** Relationship types; any when absent. */
  type?: readonly string[] | undefined;
  maxLength: number;
  all: boolean;
  /** At most this many paths. */
  limit: number;
}

/**
 * The shortest path between two nodes, or all of that length, whatever the direction of the edges;
 * none is an empty answer, not an error. From a node to itself the path is that node.
 * @throws EntenteError `not_found`, naming the keys that no node has
 */
export async function readPaths(reader: Reader, request: PathsRequest): Promise<PathsAnswer> {
  const rows = await readStartNodes(reader, [request.from, request.to]);
  const [from, to] = [rows[0], rows[1] ?? rows[0]] as [Row, Row];
  const found =
    from === to
      ? [{ nodes: [from.elementId ?? null], edges: [] }]
      : await reader.rows(request.all ? 'read/paths-all' : 'read/paths-one', {
          from: from.elementId,
          to: to.elementId,
          types: request.type?.length ? request.type : null,
          maxLength: integer(request.maxLength),
          limit: integer(request.limit + 1),
        });
  return withGraph(reader, found.slice(0, request.limit), found.length > request.limit);
}

async function withGraph(reader: Reader, found: Row[], truncated: boolean): Promise<PathsAnswer> {
  const { identity } = reader.context;
  const distinct = (name: string) => [...new Set(found.flatMap((row) => row[name] as Value[]))];
  const nodeRows = await reader.rows('read/nodes-by-element-id', { elementIds: distinct('nodes') });
  const edgeRows = await reader.rows('read/edges-by-element-id', { elementIds: distinct('edges') });
  const graph = await assemble(reader, nodeRows, edgeRows, truncated);
  const keys = new Map<Value, string>();
  for (const [index, row] of nodeRows.entries())
    keys.set(row.elementId ?? null, graph.nodes[index]?.key ?? '');
  for (const { elementId, type, properties } of edgeRows) {
    keys.set(elementId ?? null, edgeKey(identity, elementId ?? null, type ?? null, properties ?? null));
  }
  const named = (values: Value) => (values as Value[]).map((value) => keys.get(value) ?? String(value));
  const paths = found.map((row) => ({ nodes: named(row.nodes ?? null), edges: named(row.edges ?? null) }));
  return { paths, graph };
}
