import {
  isNode,
  isPath,
  isPoint,
  isRelationship,
  isUnboundRelationship,
  isVector,
  type Node,
  type Path,
  type Relationship,
} from 'neo4j-driver';
import type { PropertyTypes } from '../../core/model/graph.ts';
import { keepTypes, type Value } from '../../core/model/rows.ts';
import { temporalText, temporalType } from './temporal.ts';

/**
 * A driver value as plain JSON: integers beyond 2^53 and temporal values are text, points are
 * `{srid, x, y, z?}`, nodes, edges and paths are objects told by their `kind`.
 */
export function plain(value: unknown): Value {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'bigint':
      return isSafe(value) ? Number(value) : value.toString();
    case 'object':
      return plainObject(value);
    default:
      return String(value);
  }
}

/**
 * An object of driver values with every value plain. It is changed where it stands: the driver made it for
 * this answer alone, and copying the properties of fifty thousand edges costs a tenth of reading them.
 */
export function plainRecord(record: object): Record<string, Value> {
  const values = record as Record<string, unknown>;
  let types: PropertyTypes | undefined;
  for (const key of Object.keys(values)) {
    const value = values[key];
    if (typeof value === 'string' || typeof value === 'boolean') continue;
    const type = lostType(value);
    if (type !== undefined) {
      types ??= {};
      // A property may be called `__proto__`, and must stay an ordinary one here.
      Object.defineProperty(types, key, { value: type, enumerable: true });
    }
    values[key] = plain(value);
  }
  if (types) keepTypes(record, types);
  return values as Record<string, Value>;
}

function lostType(value: unknown): string | undefined {
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value) || !Number.isFinite(value) ? 'Float' : undefined;
    case 'bigint':
      return isSafe(value) ? undefined : 'Integer';
    case 'object':
      return value === null ? undefined : lostObjectType(value);
    default:
      return undefined;
  }
}

function lostObjectType(value: object): string | undefined {
  if (Array.isArray(value)) {
    for (const each of value) {
      const type = lostType(each);
      // A property's list holds values of one type only.
      if (type !== undefined) return `List<${type}>`;
    }
    return undefined;
  }
  if (isPoint(value)) return 'Point';
  if (isVector(value)) return `Vector<${value.getType()}>`;
  if (value instanceof Uint8Array || value instanceof Int8Array) return 'Bytes';
  return temporalType(value);
}

function isSafe(value: bigint): boolean {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;
}

function plainObject(value: object): Value {
  if (Array.isArray(value)) return value.map(plain);
  if (isNode(value)) return plainNode(value);
  if (isRelationship(value)) return plainEdge(value);
  if (isPath(value)) return plainPath(value);
  if (isPoint(value)) {
    const { srid, x, y, z } = value;
    return { srid: plain(srid), x, y, ...(z === undefined ? {} : { z }) };
  }
  if (isVector(value)) return Array.from(value.asTypedArray() as ArrayLike<number | bigint>, plain);
  if (value instanceof Uint8Array || value instanceof Int8Array) return Array.from(value);
  if (isUnboundRelationship(value)) return { kind: 'edge', type: value.type };
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? plainRecord(value) : temporalText(value);
}

function plainNode({ elementId, labels, properties }: Node): Value {
  return { kind: 'node', elementId, labels, properties: plainRecord(properties) };
}

function plainEdge(edge: Relationship): Value {
  const { elementId, type, startNodeElementId: source, endNodeElementId: target, properties } = edge;
  return { kind: 'edge', elementId, type, source, target, properties: plainRecord(properties) };
}

function plainPath({ start, segments }: Path): Value {
  return {
    kind: 'path',
    nodes: [plainNode(start), ...segments.map((segment) => plainNode(segment.end))],
    edges: segments.map((segment) => plainEdge(segment.relationship)),
  };
}
