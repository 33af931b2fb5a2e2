import * as z from 'zod/mini';

export const progress = z.strictObject({
  phase: z.enum(['finding-java', 'downloading', 'starting', 'connecting', 'seeding']),
  message: z.string().check(z.describe('What is being waited for, for a person to read.')),
  ratio: z
    .optional(z.number().check(z.minimum(0), z.maximum(1)))
    .check(z.describe('How much of this phase is done, from 0 to 1, where it is known.')),
});
export type Progress = z.infer<typeof progress>;

export const status = z.strictObject({
  product: z.strictObject({ name: z.literal('Entente'), version: z.string() }),
  database: z.strictObject({
    state: z.enum(['starting', 'ready', 'lost', 'failed']),
    kind: z
      .enum(['managed', 'configured'])
      .check(z.describe('Started by this product, or named by NEO4J_URI.')),
    product: z.optional(z.string()),
    version: z.optional(z.string()),
    progress: z.optional(progress),
    problem: z.optional(z.string()).check(z.describe('Why it is lost or failed, and what to do.')),
  }),
  embeds: z
    .enum(['nobody', 'named', 'everybody'])
    .check(z.describe('Which other sites may show embeds, by ENTENTE_FRAME_ANCESTORS.')),
  snapshot: z
    .optional(z.string())
    .check(z.describe('Of the data; while the database is away, as last read.')),
  counts: z.optional(
    z.strictObject({ nodes: z.int().check(z.minimum(0)), edges: z.int().check(z.minimum(0)) }),
  ),
  seedCommand: z
    .optional(z.string())
    .check(z.describe('Present when the database is empty: the command that fills it.')),
});
export type Status = z.infer<typeof status>;
