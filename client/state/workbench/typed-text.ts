import type { TypedMap, TypedValue } from '../../../server/core/model/typed-value.ts';

/** A value as one line of text, in the way Cypher would write it where that is short. */
export function textOf(value: TypedValue): string {
  switch (value.$type) {
    case 'Null':
      return 'null';
    case 'Boolean':
      return String(value._value);
    case 'List':
      return `[${value._value.map(quoted).join(', ')}]`;
    case 'Map':
      return mapText(value._value);
    case 'Vector':
      return `[${value._value.coordinates.join(', ')}]`;
    case 'Node':
      return `(${value._value._labels.map((label) => `:${label}`).join('')} ${mapText(value._value._properties)})`;
    case 'Relationship':
      return `[:${value._value._type} ${mapText(value._value._properties)}]`;
    case 'Path':
      return pathText(value._value);
    default:
      return value._value;
  }
}

function quoted(value: TypedValue): string {
  return value.$type === 'String' ? JSON.stringify(value._value) : textOf(value);
}

function mapText(map: TypedMap): string {
  return `{${Object.entries(map)
    .map(([key, value]) => `${key}: ${quoted(value)}`)
    .join(', ')}}`;
}

function pathText(parts: Extract<TypedValue, { $type: 'Path' }>['_value']): string {
  let from = '';
  return parts
    .map((part) => {
      if (part.$type === 'Node') {
        from = part._value._element_id;
        return `(${nameOf(part)})`;
      }
      const forward = part._value._start_node_element_id === from;
      return forward ? `-[:${part._value._type}]->` : `<-[:${part._value._type}]-`;
    })
    .join('');
}

/** What to call a node or relationship where only its own value is at hand. */
export function nameOf(value: Extract<TypedValue, { $type: 'Node' | 'Relationship' }>): string {
  if (value.$type === 'Relationship') return value._value._type;
  const { _properties: properties, _labels, _element_id } = value._value;
  for (const key of ['name', 'title', 'label', 'id']) {
    const found = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (found?.$type === 'String' && found._value) return found._value;
  }
  const first = Object.values(properties).find(({ $type }) => $type === 'String');
  return first ? textOf(first) : `${_labels[0] ?? 'node'} ${_element_id.split(':').at(-1)}`;
}

type Element = Extract<TypedValue, { $type: 'Node' | 'Relationship' }>;

/** All nodes and relationships in a value, however deep. */
export function elementsIn(value: TypedValue): Element[] {
  if (value.$type === 'Node' || value.$type === 'Relationship') return [value];
  if (value.$type === 'List') return value._value.flatMap(elementsIn);
  if (value.$type === 'Path') return value._value;
  if (value.$type === 'Map') return Object.values(value._value).flatMap(elementsIn);
  return [];
}
