import type { NodeAnswer } from '../contract/answers.ts';
import { EntenteError } from '../model/errors.ts';
import type { Row } from '../model/rows.ts';
import { signOf } from '../model/style.ts';
import { toNode } from './elements.ts';
import { nodeKey } from './identity.ts';
import type { Reader } from './reader.ts';

/**
 * The rows of nodes by their keys (or elementIds), in the order of the keys.
 * @throws EntenteError `not_found`, naming the keys that no node has
 */
export async function readStartNodes(reader: Reader, keys: readonly string[]): Promise<Row[]> {
  const { identity } = reader.context;
  const rows = await reader.rows('read/nodes-by-key', { idLabels: identity.idLabels, keys });
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    byKey.set(String(row.elementId), row);
    byKey.set(nodeKey(identity, row.elementId ?? null, row.labels ?? null, row.properties ?? null), row);
  }
  const missing = keys.filter((key) => !byKey.has(key));
  if (missing.length > 0) {
    throw new EntenteError(
      'not_found',
      `No node has the key ${missing.join(', ')}. Look it up with /api/search.`,
      {
        details: missing.map((key) => ({ path: key, message: 'is the key of no node.' })),
      },
    );
  }
  return [...new Set(keys.map((key) => byKey.get(key) as Row))];
}

/** One node, and how many edges it has by relationship type, direction and sign. */
export async function readNode(reader: Reader, key: string): Promise<NodeAnswer> {
  const [row] = (await readStartNodes(reader, [key])) as [Row];
  const counts = await reader.rows('describe/edge-counts', { elementId: row.elementId });
  return {
    node: toNode(reader.context.identity, row),
    edgeCounts: counts.map(({ type, out, sign, count }) => ({
      type: String(type),
      direction: out ? 'out' : 'in',
      sign: signOf(String(type), sign),
      count: Number(count),
    })),
  };
}
