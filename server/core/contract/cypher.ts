import { z } from 'zod';
import { errorBody } from '../model/errors.ts';
import { graph } from '../model/graph.ts';
import { type TypedValue, typedValue } from '../model/typed-value.ts';

/** Asks for an answer row by row, by the Accept header. */
export const NDJSON_MEDIA_TYPE = 'application/x-ndjson';

/** A parameter: a typed value, or plain JSON in which a whole number is an integer. */
export const cypherParameter = z.json();

export const cypherRequest = z.strictObject({
  statement: z.string().min(1).describe('One reading Cypher statement.'),
  parameters: z
    .record(z.string(), cypherParameter)
    .default({})
    .describe('Plain JSON, or typed values as the answer has them.'),
  limit: z.int().min(1).max(1_000_000).optional().describe('At most this many rows; 10,000 when absent.'),
  mode: z
    .enum(['run', 'plan', 'profile'])
    .default('run')
    .describe('Rows; the plan without running; rows and what they cost.'),
});
export type CypherRequest = z.input<typeof cypherRequest>;
export const DEFAULT_CYPHER_ROWS = 10_000;

export interface PlanNode {
  operator: string;
  details: string;
  identifiers: string[];
  estimatedRows?: number | undefined;
  rows?: number | undefined;
  dbHits?: number | undefined;
  pageCacheHits?: number | undefined;
  /** Milliseconds, where the database tells. */
  time?: number | undefined;
  children: PlanNode[];
}
const count = z.number().min(0);
export const planNode: z.ZodType<PlanNode> = z.lazy(() =>
  z.strictObject({
    operator: z.string(),
    details: z.string(),
    identifiers: z.array(z.string()),
    estimatedRows: count.optional(),
    rows: count.optional(),
    dbHits: count.optional(),
    pageCacheHits: count.optional(),
    time: count.optional(),
    children: z.array(planNode),
  }),
);

export const cypherNotification = z.strictObject({
  code: z.string(),
  severity: z.enum(['WARNING', 'INFORMATION']),
  title: z.string(),
  description: z.string(),
  position: z.strictObject({ offset: z.int(), line: z.int(), column: z.int() }).optional(),
});

export type CypherNotification = z.infer<typeof cypherNotification>;

export const cypherSummary = z.strictObject({
  counters: z
    .record(z.string(), z.number())
    .describe('What the database says it changed; a read changes nothing.'),
  notifications: z.array(cypherNotification),
  timings: z.strictObject({
    availableAfter: z.number().describe('Milliseconds until the database had the first row.'),
    consumedAfter: z.number().describe('Milliseconds until it had handed over the last.'),
    guard: z.number().describe('Milliseconds spent on admitting the statement.'),
    total: z.number().describe('Milliseconds from request to answer, on the server.'),
  }),
  rows: z.int().min(0),
});

export const cypherAnswer = z.strictObject({
  columns: z.array(z.string()),
  rows: z.array(z.array(typedValue)),
  graph: graph.describe(
    'The nodes and edges contained in the rows; an edge brings its ends, marked `implied`.',
  ),
  plan: planNode.optional(),
  summary: cypherSummary,
  truncated: z.boolean().describe('Whether a limit on rows or bytes cut the rows off.'),
});
export type CypherAnswer = z.infer<typeof cypherAnswer>;

/** One line of the answer row by row: `columns` first, then rows, then `summary`; or `error` at any time. */
export const cypherLine = z.union([
  z.strictObject({ columns: z.array(z.string()) }),
  z.strictObject({ row: z.array(typedValue) }),
  cypherAnswer.pick({ graph: true, plan: true, summary: true, truncated: true }),
  errorBody,
]);
export type CypherLine = z.infer<typeof cypherLine>;
export type CypherRow = TypedValue[];

/** Where in the statement an error stands, given in `details[].path` as `statement:LINE:COLUMN`. */
export const STATEMENT_PLACE = /^statement:(\d+):(\d+)$/;

export const libraryStatement = z.strictObject({
  name: z.string().describe('Its file under cypher/library, without the ending.'),
  title: z.string(),
  purpose: z.string().describe('What it answers and how to read the answer.'),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      type: z.string(),
      description: z.string(),
      default: z.json().optional(),
    }),
  ),
  returns: z.string(),
  text: z.string(),
});
export const libraryAnswer = z.strictObject({ statements: z.array(libraryStatement) });
export type LibraryStatement = z.infer<typeof libraryStatement>;
