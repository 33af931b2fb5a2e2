import type { GraphEdge, GraphNode, Properties, PropertyTypes } from '../model/graph.ts';
import type { Row, Value } from '../model/rows.ts';
import { typesOf } from '../model/rows.ts';
import { signOf } from '../model/style.ts';
import { captionOf } from './caption.ts';
import { edgeKey, type Identity, nodeKey } from './identity.ts';

/** A row with elementId, labels, properties and degree as a node of the contract. */
export function toNode(identity: Identity, row: Row): GraphNode {
  const properties = row.properties as Record<string, Value>;
  const key = nodeKey(identity, row.elementId ?? null, row.labels ?? null, properties);
  return {
    key,
    attributes: {
      caption: captionOf(properties, key),
      labels: row.labels as string[],
      properties: properties as Properties,
      ...lostTypes(properties),
      degree: Number(row.degree ?? 0),
    },
  };
}

/**
 * A row with elementId, type, source, target and properties as an edge of the contract.
 * @param keys the node key of each elementId
 */
export function toEdge(identity: Identity, row: Row, keys: ReadonlyMap<Value, string>): GraphEdge {
  const properties = row.properties as Record<string, Value>;
  const type = String(row.type);
  return {
    key: edgeKey(identity, row.elementId ?? null, type, properties),
    source: keys.get(row.source ?? null) ?? String(row.source),
    target: keys.get(row.target ?? null) ?? String(row.target),
    attributes: {
      type,
      sign: signOf(type, properties.sign),
      properties: properties as Properties,
      ...lostTypes(properties),
    },
  };
}

function lostTypes(properties: object): { propertyTypes?: PropertyTypes } {
  const propertyTypes = typesOf(properties);
  return propertyTypes ? { propertyTypes } : {};
}
