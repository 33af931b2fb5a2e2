import {
  isNode,
  isPath,
  isPoint,
  isRelationship,
  isVector,
  type Node,
  type Path,
  type Point,
  type Relationship,
} from 'neo4j-driver';
import type {
  TextType,
  TypedMap,
  TypedNode,
  TypedRelationship,
  TypedValue,
} from '../../core/model/typed-value.ts';
import { temporalText, temporalType } from './temporal.ts';

const text = ($type: TextType, _value: string): TypedValue => ({ $type, _value });

/** A value of the driver (integers as bigint) as the contract's typed value; no digit and no type is lost. */
export function toTyped(value: unknown): TypedValue {
  switch (typeof value) {
    case 'string':
      return { $type: 'String', _value: value };
    case 'bigint':
      return { $type: 'Integer', _value: value.toString() };
    case 'number':
      return { $type: 'Float', _value: floatText(value) };
    case 'boolean':
      return { $type: 'Boolean', _value: value };
    case 'object':
      return value === null ? { $type: 'Null', _value: null } : objectToTyped(value);
    default:
      return { $type: 'Null', _value: null };
  }
}

function objectToTyped(value: object): TypedValue {
  if (Array.isArray(value)) return { $type: 'List', _value: value.map(toTyped) };
  if (isNode(value)) return { $type: 'Node', _value: typedNode(value) };
  if (isRelationship(value)) return { $type: 'Relationship', _value: typedRelationship(value) };
  if (isPath(value)) return { $type: 'Path', _value: typedPath(value) };
  const temporal = temporalType(value);
  if (temporal) return text(temporal, temporalText(value));
  if (isPoint(value)) return text('Point', pointText(value as Point<never>));
  if (isVector(value)) {
    const coordinates = Array.from(value.asTypedArray() as ArrayLike<number | bigint>, String);
    return { $type: 'Vector', _value: { coordinatesType: value.getType(), coordinates } };
  }
  if (value instanceof Uint8Array || value instanceof Int8Array) {
    return text('Base64', Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64'));
  }
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null
    ? { $type: 'Map', _value: typedMap(value) }
    : { $type: 'Unsupported', _value: String(value) };
}

function floatText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value);
}

/** EWKT: `SRID=4326;POINT (4.5 52.0)`. */
function pointText({ srid, x, y, z }: Point<never>): string {
  const coordinates = (z === undefined ? [x, y] : [x, y, z]).map(floatText).join(' ');
  return `SRID=${srid};POINT ${z === undefined ? '' : 'Z '}(${coordinates})`;
}

function typedMap(value: object): TypedMap {
  const result: TypedMap = {};
  for (const [key, each] of Object.entries(value)) {
    // `__proto__` is a legal key in Neo4j and must stay an ordinary one here.
    if (key === '__proto__')
      Object.defineProperty(result, key, { value: toTyped(each), enumerable: true, configurable: true });
    else result[key] = toTyped(each);
  }
  return result;
}

function typedNode({ elementId, labels, properties }: Node): TypedNode {
  return { _element_id: elementId, _labels: labels, _properties: typedMap(properties) };
}

function typedRelationship(edge: Relationship): TypedRelationship {
  return {
    _element_id: edge.elementId,
    _start_node_element_id: edge.startNodeElementId,
    _end_node_element_id: edge.endNodeElementId,
    _type: edge.type,
    _properties: typedMap(edge.properties),
  };
}

function typedPath({ start, segments }: Path): Extract<TypedValue, { $type: 'Path' }>['_value'] {
  const steps = segments.flatMap(({ relationship, end }) => [
    { $type: 'Relationship' as const, _value: typedRelationship(relationship) },
    { $type: 'Node' as const, _value: typedNode(end) },
  ]);
  return [{ $type: 'Node', _value: typedNode(start) }, ...steps];
}
