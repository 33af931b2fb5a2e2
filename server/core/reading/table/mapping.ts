import * as z from 'zod/mini';

const column = z.string().check(z.minLength(1), z.describe('The name of a column, as the header has it.'));
const words = z.array(z.string());
const end = z
  .strictObject({
    column,
    label: z.optional(z.string()).check(z.describe('The label of its nodes, such as State.')),
    name: z.optional(column).check(z.describe('A column that tells what to call them, where it is another.')),
    properties: z.optional(z.array(column)).check(z.describe('Columns that belong to these nodes.')),
  })
  .check(z.describe('An end of the edges.'));

/** What the columns of one table mean. */
export const tableMapping = z
  .strictObject({
    columns: z
      .optional(words)
      .check(
        z.describe('The mapping is for tables that have all these columns; for every table when absent.'),
      ),
    header: z
      .optional(words)
      .check(z.describe('The names of the columns, for a table of that many columns without a header.')),
    kind: z.enum(['edges', 'nodes', 'matrix']),
    source: z.optional(end),
    target: z.optional(end),
    directed: z
      .optional(z.union([z.boolean(), z.strictObject({ column })]))
      .check(z.describe('Whether edges have a direction, or a column that says Directed or Undirected.')),
    type: z
      .optional(
        z.strictObject({
          column: z.optional(column),
          names: z
            .optional(z.record(z.string(), z.string()))
            .check(z.describe('What codes of the column are called.')),
          value: z.optional(z.string()),
        }),
      )
      .check(z.describe('The relationship type: a column, or one value for all.')),
    sign: z
      .optional(
        z.strictObject({
          column: z.optional(column),
          value: z
            .optional(z.union([z.literal(1), z.literal(0), z.literal(-1)]))
            .check(z.describe('One sign for all edges.')),
          positive: z.optional(words),
          negative: z.optional(words),
          neutral: z.optional(words),
          skip: z.optional(words).check(z.describe('Values whose rows are left out, such as absent.')),
          threshold: z
            .optional(z.number())
            .check(z.describe('Numbers above it are support, numbers below it opposition.')),
        }),
      )
      .check(z.describe('Support or opposition: 1, -1 and 0 by words, or by a threshold of a number.')),
    weight: z.optional(column),
    since: z.optional(column),
    until: z.optional(column),
    statedOn: z.optional(column),
    dates: z.optional(z.enum(['day first', 'month first', 'unix'])),
    evidence: z
      .optional(
        z.strictObject({
          claim: z.optional(column),
          quotation: z.optional(column),
          source: z.optional(column),
          paragraph: z.optional(column),
          assertedBy: z.optional(column),
        }),
      )
      .check(z.describe('Columns that say what an edge rests on.')),
    id: z.optional(column),
    name: z.optional(column),
    latest: z
      .optional(column)
      .check(
        z.describe(
          'Of several rows of one node, the one with the last of this column is taken: a year, say.',
        ),
      ),
    labels: z.optional(column),
    aliases: z.optional(column),
    label: z.optional(z.string()).check(z.describe('The label of all nodes of a table of nodes.')),
    ignore: z.optional(z.array(column)).check(z.describe('Columns that are left out.')),
  })
  .check(z.describe('What the columns of a table mean.'));
export type TableMapping = z.infer<typeof tableMapping>;

/** A mapping file. */
export const mappingFile = z
  .strictObject({
    title: z.optional(z.string()).check(z.describe('The title of the data set.')),
    missing: z
      .optional(z.enum(['skip', 'make', 'stop']))
      .check(z.describe('What to do with an edge to a node that no table declares.')),
    same: z
      .optional(z.record(z.string(), words))
      .check(z.describe('Names of one actor: the one to keep, and the others that mean it.')),
    tables: z.array(tableMapping),
  })
  .check(z.describe('How npm run import reads the tables of a file.'));
export type MappingFile = z.infer<typeof mappingFile>;
