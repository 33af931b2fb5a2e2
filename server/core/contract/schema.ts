import * as z from 'zod/mini';
import { partialDate } from '../model/dates.ts';
import { sign } from '../model/graph.ts';

const count = z.int().check(z.minimum(0));
export const facet = z.strictObject({ value: z.string(), count });
export const propertyKey = z.strictObject({
  key: z.string(),
  types: z
    .array(z.string())
    .check(z.describe('The Neo4j types its values have, such as String or StringArray.')),
});

export const graphSchema = z.strictObject({
  labels: z.array(z.strictObject({ label: z.string(), count, properties: z.array(propertyKey) })),
  relationshipTypes: z.array(
    z.strictObject({ type: z.string(), sign, count, properties: z.array(propertyKey) }),
  ),
  modalities: z.array(facet),
  confidences: z.array(facet),
  sources: z.array(z.strictObject({ key: z.string(), caption: z.string(), count })),
  dates: z
    .optional(z.strictObject({ first: partialDate, last: partialDate }))
    .check(z.describe('The earliest and latest day any edge speaks of.')),
  truncated: z.boolean().check(z.describe('Whether a limit cut the reading short.')),
});
export type GraphSchema = z.infer<typeof graphSchema>;
