import * as z from 'zod/mini';
import { errorBody } from '../model/errors.ts';
import { graph } from '../model/graph.ts';
import { type TypedValue, typedValue } from '../model/typed-value.ts';

/** Asks for an answer row by row, by the Accept header. */
export const NDJSON_MEDIA_TYPE = 'application/x-ndjson';
/** The rows alone, for spreadsheets. */
export const CSV_MEDIA_TYPE = 'text/csv';
/** The rows alone, in columns that keep their types, for pandas, polars, R, Observable, DuckDB and the like. */
export const ARROW_MEDIA_TYPE = 'application/vnd.apache.arrow.stream';

/** A parameter: a typed value, or plain JSON in which a whole number is an integer. */
export const cypherParameter = z.json();

export const cypherRequest = z.strictObject({
  statement: z.string().check(z.minLength(1), z.describe('One reading Cypher statement.')),
  parameters: z
    ._default(z.record(z.string(), cypherParameter), {})
    .check(z.describe('Plain JSON, or typed values as the answer has them.')),
  limit: z
    .optional(z.int().check(z.minimum(1), z.maximum(1_000_000)))
    .check(z.describe('At most this many rows; 10,000 when absent.')),
  mode: z
    ._default(z.enum(['run', 'plan', 'profile']), 'run')
    .check(z.describe('Rows; the plan without running; rows and what they cost.')),
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
const count = z.number().check(z.minimum(0));
export const planNode: z.ZodMiniType<PlanNode> = z.lazy(() =>
  z.strictObject({
    operator: z.string(),
    details: z.string(),
    identifiers: z.array(z.string()),
    estimatedRows: z.optional(count),
    rows: z.optional(count),
    dbHits: z.optional(count),
    pageCacheHits: z.optional(count),
    time: z.optional(count),
    children: z.array(planNode),
  }),
);

export const cypherNotification = z.strictObject({
  code: z.string(),
  severity: z.enum(['WARNING', 'INFORMATION']),
  title: z.string(),
  description: z.string(),
  position: z.optional(z.strictObject({ offset: z.int(), line: z.int(), column: z.int() })),
});

export type CypherNotification = z.infer<typeof cypherNotification>;

export const cypherSummary = z.strictObject({
  counters: z
    .record(z.string(), z.number())
    .check(z.describe('What the database says it changed; a read changes nothing.')),
  notifications: z.array(cypherNotification),
  timings: z.strictObject({
    availableAfter: z.number().check(z.describe('Milliseconds until the database had the first row.')),
    consumedAfter: z.number().check(z.describe('Milliseconds until it had handed over the last.')),
    guard: z.number().check(z.describe('Milliseconds spent on admitting the statement.')),
    total: z.number().check(z.describe('Milliseconds from request to answer, on the server.')),
  }),
  rows: z.int().check(z.minimum(0)),
});

export const cypherAnswer = z.strictObject({
  columns: z.array(z.string()),
  rows: z.array(z.array(typedValue)),
  graph: graph.check(
    z.describe('The nodes and edges contained in the rows; an edge brings its ends, marked `implied`.'),
  ),
  plan: z.optional(planNode),
  summary: cypherSummary,
  truncated: z.boolean().check(z.describe('Whether a limit on rows or bytes cut the rows off.')),
});
export type CypherAnswer = z.infer<typeof cypherAnswer>;

/** One line of the answer row by row: `columns` first, then rows, then `summary`; or `error` at any time. */
export const cypherLine = z.union([
  z.strictObject({ columns: z.array(z.string()) }),
  z.strictObject({ row: z.array(typedValue) }),
  z.pick(cypherAnswer, { graph: true, plan: true, summary: true, truncated: true }),
  errorBody,
]);
export type CypherLine = z.infer<typeof cypherLine>;
export type CypherRow = TypedValue[];

/** Where in the statement an error stands, given in `details[].path` as `statement:LINE:COLUMN`. */
export const STATEMENT_PLACE = /^statement:(\d+):(\d+)$/;

export const libraryStatement = z.strictObject({
  name: z.string().check(z.describe('Its file under cypher/library, without the ending.')),
  title: z.string(),
  purpose: z.string().check(z.describe('What it answers and how to read the answer.')),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      type: z.string(),
      description: z.string(),
      default: z.optional(z.json()),
    }),
  ),
  returns: z.string(),
  text: z.string(),
});
export const libraryAnswer = z.strictObject({ statements: z.array(libraryStatement) });
export type LibraryStatement = z.infer<typeof libraryStatement>;
