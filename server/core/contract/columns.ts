import { z } from 'zod';
import { graph, propertyValue, sign } from '../model/graph.ts';

/** Asks for a graph in columns, by the Accept header. */
export const COLUMNS_MEDIA_TYPE = 'application/vnd.entente.columns+json';

const index = z.int().min(0);
const texts = z.array(z.string());
const propertyColumns = z
  .record(z.string(), z.array(propertyValue))
  .describe('One column a property key, as long as there are rows; null where a row has no such property.');
const typeColumns = z
  .record(z.string(), z.array(z.string().nullable()))
  .describe('The Cypher types that the JSON of a property does not tell, as the graph by rows has them.');

/** A graph by columns: less to send and to parse when it is large. Row i of every column speaks of the same element. */
export const graphColumns = z
  .strictObject({
    attributes: graph.shape.attributes,
    options: graph.shape.options,
    labels: texts.describe('Every label that occurs; `nodes.labels` names them by their place here.'),
    types: texts.describe(
      'Every relationship type that occurs; `edges.types` names them by their place here.',
    ),
    nodes: z.strictObject({
      keys: texts,
      captions: texts,
      labels: z.array(z.array(index)),
      degrees: z.array(index),
      properties: propertyColumns,
      propertyTypes: typeColumns,
    }),
    edges: z.strictObject({
      keys: texts,
      sources: z.array(index).describe('The row of the node that each edge leaves.'),
      targets: z.array(index).describe('The row of the node that each edge enters.'),
      types: z.array(index),
      signs: z.array(sign),
      properties: propertyColumns,
      propertyTypes: typeColumns,
    }),
  })
  .describe('The same graph by columns.');
export type GraphColumns = z.infer<typeof graphColumns>;
