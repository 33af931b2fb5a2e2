import * as z from 'zod/mini';
import { partialDate } from '../model/dates.ts';
import { graph, graphEdge, graphNode, sign } from '../model/graph.ts';

/** One node and how it is connected. */
export const nodeAnswer = z.strictObject({
  node: graphNode,
  edgeCounts: z.array(
    z.strictObject({
      type: z.string(),
      direction: z.enum(['out', 'in']),
      sign,
      count: z.int().check(z.minimum(0)),
    }),
  ),
});
export type NodeAnswer = z.infer<typeof nodeAnswer>;

/** One edge with both ends, the source it was coded from and who asserted it, where known. */
export const edgeAnswer = z.strictObject({
  edge: graphEdge,
  from: graphNode,
  to: graphNode,
  source: z.optional(graphNode).check(z.describe('The source its evidence names.')),
  assertedBy: z.optional(graphNode).check(z.describe('The actor or source that asserts it.')),
});
export type EdgeAnswer = z.infer<typeof edgeAnswer>;

export const pathsAnswer = z.strictObject({
  paths: z
    .array(z.strictObject({ nodes: z.array(z.string()), edges: z.array(z.string()) }))
    .check(z.describe('Each path as the keys of its nodes and edges in order.')),
  graph,
});
export type PathsAnswer = z.infer<typeof pathsAnswer>;

export const timelineAnswer = z.strictObject({
  unit: z.enum(['day', 'month', 'year']),
  bins: z.array(
    z.strictObject({
      date: partialDate.check(z.describe('The day, month or year, as a partial date.')),
      total: z.int().check(z.minimum(0)),
      types: z
        .record(z.string(), z.int().check(z.minimum(0)))
        .check(z.describe('Edges by relationship type.')),
    }),
  ),
  undated: z
    .int()
    .check(z.minimum(0), z.describe('Edges that carry no date that can be read; they are in no bin.')),
  truncated: z.boolean(),
});
export type TimelineAnswer = z.infer<typeof timelineAnswer>;
