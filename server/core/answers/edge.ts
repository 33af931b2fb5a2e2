import type { EdgeAnswer } from '../contract/answers.ts';
import { EntenteError } from '../model/errors.ts';
import type { GraphNode } from '../model/graph.ts';
import type { Row, Value } from '../model/rows.ts';
import { toEdge, toNode } from './elements.ts';
import type { Reader } from './reader.ts';

/**
 * One edge with its ends, the source its evidence names and who asserts it, where they are nodes.
 * @throws EntenteError `not_found` when no edge has the key
 */
export async function readEdge(reader: Reader, key: string): Promise<EdgeAnswer> {
  const { identity } = reader.context;
  const [row] = await reader.rows('read/edge-by-key', { idTypes: identity.idTypes, key });
  if (!row) throw new EntenteError('not_found', `No edge has the key ${key}.`);
  const from = toNode(identity, row.sourceNode as Row);
  const to = toNode(identity, row.targetNode as Row);
  const keys = new Map<Value, string>([
    [row.source ?? null, from.key],
    [row.target ?? null, to.key],
  ]);
  const edge = toEdge(identity, row, keys);
  const named = await readNamed(reader, edge.attributes.properties);
  return { edge, from, to, ...named };
}

async function readNamed(reader: Reader, properties: Record<string, unknown>) {
  const { identity } = reader.context;
  const names = { source: properties.source, assertedBy: properties.assertedBy };
  const keys = Object.values(names).filter((value) => typeof value === 'string');
  if (keys.length === 0) return {};
  const rows = await reader.rows('read/nodes-by-key', { idLabels: identity.idLabels, keys });
  const nodes = rows.map((row) => toNode(identity, row));
  const found: { source?: GraphNode; assertedBy?: GraphNode } = {};
  for (const name of ['source', 'assertedBy'] as const) {
    const node = nodes.find((each) => each.key === names[name]);
    if (node) found[name] = node;
  }
  return found;
}
