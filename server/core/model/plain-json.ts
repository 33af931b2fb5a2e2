import type { TypedMap, TypedValue } from './typed-value.ts';

/**
 * A value as plain JSON: whole numbers beyond 2^53, times and points as text, nodes as their labels and
 * properties, not-a-number and the infinities as text.
 */
export function jsonOf(value: TypedValue): unknown {
  switch (value.$type) {
    case 'Integer':
    case 'Float': {
      const read = Number(value._value);
      const exact = value.$type === 'Integer' ? Number.isSafeInteger(read) : Number.isFinite(read);
      return exact ? read : value._value;
    }
    case 'List':
    case 'Path':
      return value._value.map(jsonOf);
    case 'Map':
      return mapJson(value._value);
    case 'Vector':
      return value._value.coordinates.map(Number);
    case 'Node': {
      const { _element_id, _labels, _properties } = value._value;
      return { elementId: _element_id, labels: _labels, properties: mapJson(_properties) };
    }
    case 'Relationship': {
      const { _element_id, _type, _start_node_element_id, _end_node_element_id, _properties } = value._value;
      return {
        elementId: _element_id,
        type: _type,
        startNodeElementId: _start_node_element_id,
        endNodeElementId: _end_node_element_id,
        properties: mapJson(_properties),
      };
    }
    default:
      return value._value;
  }
}

function mapJson(map: TypedMap): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, jsonOf(value)]));
}

/** A value as a cell of a table: text as it is, numbers with all their digits, lists and all that has parts as JSON. */
export function cellOf(value: TypedValue): string | undefined {
  if (value.$type === 'Null') return undefined;
  if (typeof value._value === 'string') return value._value;
  return JSON.stringify(jsonOf(value));
}
