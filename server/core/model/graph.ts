import * as z from 'zod/mini';

/** Any value a node or an edge can hold, as JSON: temporal values are ISO text, integers beyond 2^53 are text. */
export const propertyValue = z.json();
export const properties = z.record(z.string(), propertyValue);
export type Properties = z.infer<typeof properties>;

/** The Cypher types of values whose JSON form does not tell them, by property. */
export const propertyTypes = z
  .optional(z.record(z.string(), z.string()))
  .check(
    z.describe(
      'The Cypher types that the JSON of a property does not tell: `Date` and the other temporal types, `Duration`, `Point`, `Bytes`, `Integer` beyond 2^53, `Float` without a fraction, and `List<…>` and `Vector<…>` of them. All else is what it looks like.',
    ),
  );
export type PropertyTypes = NonNullable<z.infer<typeof propertyTypes>>;

export const sign = z
  .union([z.literal(-1), z.literal(0), z.literal(1)])
  .check(z.describe('+1 for support, −1 for opposition, 0 for all else.'));
export type Sign = z.infer<typeof sign>;

export const nodeAttributes = z.strictObject({
  caption: z
    .string()
    .check(z.describe('What to call it: name, title, label, first string property, or its key.')),
  labels: z.array(z.string()),
  properties,
  propertyTypes,
  degree: z.int().check(z.minimum(0), z.describe('How many edges it has in the whole database.')),
  implied: z
    .optional(z.literal(true))
    .check(
      z.describe('In the graph of a Cypher result: not in the rows itself, but an end of an edge that is.'),
    ),
});
export type NodeAttributes = z.infer<typeof nodeAttributes>;

export const edgeAttributes = z.strictObject({
  type: z.string().check(z.describe('The relationship type.')),
  sign,
  properties: properties.check(z.describe('Its evidence and whatever else the database holds of it.')),
  propertyTypes,
});
export type EdgeAttributes = z.infer<typeof edgeAttributes>;

export const graphNode = z.strictObject({
  key: z
    .string()
    .check(z.describe('The unique `id` property where the database guarantees one, else the elementId.')),
  attributes: nodeAttributes,
});
export type GraphNode = z.infer<typeof graphNode>;

export const graphEdge = z.strictObject({
  key: z.string(),
  source: z.string().check(z.describe('The key of the node it leaves.')),
  target: z.string().check(z.describe('The key of the node it enters.')),
  attributes: edgeAttributes,
});
export type GraphEdge = z.infer<typeof graphEdge>;

export const graph = z
  .strictObject({
    attributes: z.strictObject({
      truncated: z.boolean().check(z.describe('Whether a limit cut nodes or edges off.')),
      total: z
        .strictObject({
          nodes: z.int().check(z.minimum(0)),
          edges: z.int().check(z.minimum(0)),
        })
        .check(
          z.describe(
            'How many there are without the limit; where not all could be counted, at least this many.',
          ),
        ),
      snapshot: z.string().check(z.describe('The snapshot id of the data this was read from.')),
      dates: z
        .optional(
          z.strictObject({
            when: z.enum(['held', 'said', 'known']),
            undated: z.int().check(z.minimum(0)),
          }),
        )
        .check(
          z.describe(
            'Where a range of dates was asked for: what dates were read as, and how many of the edges have none and are kept all the same.',
          ),
        ),
      labels: z
        .optional(z.array(z.string()))
        .check(
          z.describe(
            'The labels of the whole database, the first 1,000 in alphabetical order, whatever this graph holds of it: by them each has the same shape and colour in every view.',
          ),
        ),
      looks: z
        .optional(z.array(z.string()))
        .check(
          z.describe('The rules that the data sets draw by, as in a view; absent where there are none.'),
        ),
      types: z
        .optional(z.array(z.string()))
        .check(
          z.describe(
            'Where no edge of the whole database has a sign: its relationship types, the first 1,000 in alphabetical order, by which each has the same colour in every view.',
          ),
        ),
    }),
    options: z.strictObject({
      type: z.literal('directed'),
      multi: z.literal(true),
      allowSelfLoops: z.literal(true),
    }),
    nodes: z.array(graphNode),
    edges: z.array(graphEdge),
  })
  .check(z.describe("graphology's serialised form: `graph.import(body)` works in any graphology program."));
export type Graph = z.infer<typeof graph>;
