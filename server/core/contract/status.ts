import { z } from 'zod';

export const progress = z.strictObject({
  phase: z.enum(['finding-java', 'downloading', 'starting', 'connecting', 'seeding']),
  message: z.string().describe('What is being waited for, for a person to read.'),
  ratio: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('How much of this phase is done, from 0 to 1, where it is known.'),
});
export type Progress = z.infer<typeof progress>;

export const status = z.strictObject({
  product: z.strictObject({ name: z.literal('Entente'), version: z.string() }),
  database: z.strictObject({
    state: z.enum(['starting', 'ready', 'lost', 'failed']),
    kind: z.enum(['managed', 'configured']).describe('Started by this product, or named by NEO4J_URI.'),
    product: z.string().optional(),
    version: z.string().optional(),
    progress: progress.optional(),
    problem: z.string().optional().describe('Why it is lost or failed, and what to do.'),
  }),
  embeds: z
    .enum(['nobody', 'named', 'everybody'])
    .describe('Which other sites may show embeds, by ENTENTE_FRAME_ANCESTORS.'),
  snapshot: z.string().optional().describe('Of the data; while the database is away, as last read.'),
  counts: z.strictObject({ nodes: z.int().min(0), edges: z.int().min(0) }).optional(),
  seedCommand: z
    .string()
    .optional()
    .describe('Present when the database is empty: the command that fills it.'),
});
export type Status = z.infer<typeof status>;
