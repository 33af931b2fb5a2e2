import * as z from 'zod/mini';

/**
 * A Cypher value that keeps its type on the way to the browser and back into a parameter, in the form of
 * Neo4j's Query API ("typed JSON"): `{"$type": "Integer", "_value": "9007199254740993"}`.
 */
export type TypedValue =
  | { $type: 'Null'; _value: null }
  | { $type: 'Boolean'; _value: boolean }
  | { $type: TextType; _value: string }
  | { $type: 'List'; _value: TypedValue[] }
  | { $type: 'Map'; _value: TypedMap }
  | { $type: 'Vector'; _value: { coordinatesType: string; coordinates: string[] } }
  | { $type: 'Node'; _value: TypedNode }
  | { $type: 'Relationship'; _value: TypedRelationship }
  | {
      $type: 'Path';
      _value: ({ $type: 'Node'; _value: TypedNode } | { $type: 'Relationship'; _value: TypedRelationship })[];
    }
  | { $type: 'Unsupported'; _value: string };

/** Types whose value is written as text: numbers so that none loses a digit, times as ISO 8601, points as EWKT. */
export const TEXT_TYPES = [
  'Integer',
  'Float',
  'String',
  'Base64',
  'Date',
  'Time',
  'LocalTime',
  'OffsetDateTime',
  'ZonedDateTime',
  'LocalDateTime',
  'Duration',
  'Point',
] as const;
export type TextType = (typeof TEXT_TYPES)[number];
export type TypedMap = { [key: string]: TypedValue };
export interface TypedNode {
  _element_id: string;
  _labels: string[];
  _properties: TypedMap;
}
export interface TypedRelationship {
  _element_id: string;
  _start_node_element_id: string;
  _end_node_element_id: string;
  _type: string;
  _properties: TypedMap;
}

const map = z.lazy(() => z.record(z.string(), typedValue));
const node = z.strictObject({
  $type: z.literal('Node'),
  _value: z.strictObject({ _element_id: z.string(), _labels: z.array(z.string()), _properties: map }),
});
const relationship = z.strictObject({
  $type: z.literal('Relationship'),
  _value: z.strictObject({
    _element_id: z.string(),
    _start_node_element_id: z.string(),
    _end_node_element_id: z.string(),
    _type: z.string(),
    _properties: map,
  }),
});

export const typedValue: z.ZodMiniType<TypedValue> = z.lazy(() =>
  z.discriminatedUnion('$type', [
    z.strictObject({ $type: z.literal('Null'), _value: z.null() }),
    z.strictObject({ $type: z.literal('Boolean'), _value: z.boolean() }),
    z.strictObject({ $type: z.enum(TEXT_TYPES), _value: z.string() }),
    z.strictObject({ $type: z.literal('List'), _value: z.array(typedValue) }),
    z.strictObject({ $type: z.literal('Map'), _value: map }),
    z.strictObject({
      $type: z.literal('Vector'),
      _value: z.strictObject({ coordinatesType: z.string(), coordinates: z.array(z.string()) }),
    }),
    node,
    relationship,
    z.strictObject({ $type: z.literal('Path'), _value: z.array(z.union([node, relationship])) }),
    z.strictObject({ $type: z.literal('Unsupported'), _value: z.string() }),
  ]),
);
