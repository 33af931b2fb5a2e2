import * as z from 'zod/mini';

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
