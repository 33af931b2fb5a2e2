import type { ReadDatabase, Value } from '../../database/port.ts';
import type { Statements } from '../../statements/load.ts';

/** Which labels and relationship types make `id` a key; everything else is known by its elementId. */
export interface Identity {
  idLabels: string[];
  idTypes: string[];
}

/**
 * Finds out from the database's own constraints what `id` identifies. A guarantee within one label
 * is not one across labels, so an id that two nodes (or edges) share makes all fall back to elementId.
 * A user who may not see constraints gets none.
 */
export async function readIdentity(database: ReadDatabase, statements: Statements): Promise<Identity> {
  const names = async (statement: string) => {
    const { rows } = await database.read(statements.get(statement)).catch(() => ({ rows: [] }));
    return rows.map((row) => String(row.name));
  };
  const [idLabels, idTypes] = await Promise.all([
    names('describe/node-constraints'),
    names('describe/edge-constraints'),
  ]);
  const clashes = async (statement: string, parameters: object) =>
    (await database.read(statements.get(statement), { ...parameters })).rows.length > 0;
  const nodesClash = idLabels.length > 1 && (await clashes('describe/node-id-clash', { idLabels }));
  const edgesClash = idTypes.length > 1 && (await clashes('describe/edge-id-clash', { idTypes }));
  return { idLabels: nodesClash ? [] : idLabels, idTypes: edgesClash ? [] : idTypes };
}

/** The key of a node: its unique `id` where one of its labels guarantees it, else its elementId. */
export function nodeKey(identity: Identity, elementId: Value, labels: Value, properties: Value): string {
  const own = (properties as Record<string, Value>).id;
  const unique = (labels as string[]).some((label) => identity.idLabels.includes(label));
  return unique && typeof own === 'string' && own !== '' ? own : String(elementId);
}

/** The key of an edge, by the same rule. */
export function edgeKey(identity: Identity, elementId: Value, type: Value, properties: Value): string {
  const own = (properties as Record<string, Value>).id;
  const unique = identity.idTypes.includes(String(type));
  return unique && typeof own === 'string' && own !== '' ? own : String(elementId);
}
