import type { Value } from '../model/rows.ts';

/** Which labels and relationship types make `id` a key; everything else is known by its elementId. */
export interface Identity {
  idLabels: string[];
  idTypes: string[];
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
