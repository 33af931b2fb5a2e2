import * as z from 'zod/mini';
import { partialDate } from './dates.ts';

/** How real the thing claimed is said to be. */
export const MODALITIES = [
  'actual',
  'scheduled',
  'expected',
  'announced',
  'proposed',
  'hypothetical',
] as const;
export const modality = z.enum(MODALITIES);
export type Modality = z.infer<typeof modality>;

/** How firmly the source supports the claim. */
export const CONFIDENCES = ['stated', 'inferred', 'contested'] as const;
export const confidence = z.enum(CONFIDENCES);
export type Confidence = z.infer<typeof confidence>;

export const EVENT_STATUSES = ['held', 'under way', 'scheduled', 'proposed'] as const;
export const ISSUE_KINDS = ['policy', 'plan', 'treaty clause', 'commitment', 'concern', 'question'] as const;

/** What an edge rests on. Every edge of a data set carries it; edges of other databases may not. */
export const evidence = z.strictObject({
  claim: z.string().check(z.minLength(1), z.describe('What is claimed: one sentence in our own words.')),
  source: z.string().check(z.describe('The id of the source the claim was coded from.')),
  paragraph: z.int().check(z.minimum(1), z.describe('The paragraph of the source, counted from 1.')),
  assertedBy: z.string().check(z.describe('The id of the actor who asserts it, or of the source itself.')),
  modality,
  confidence,
  since: z.optional(partialDate).check(z.describe('When what is claimed began.')),
  until: z.optional(partialDate).check(z.describe('When it ended.')),
  statedOn: z
    .optional(partialDate)
    .check(z.describe('The day on which it was said, or the last on which it can have been.')),
});
export type Evidence = z.infer<typeof evidence>;
