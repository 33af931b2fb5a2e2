import * as z from 'zod/mini';
import { partialDate } from './dates.ts';
import { confidence, modality } from './evidence.ts';

const key = z.string().check(z.minLength(1), z.maxLength(500));
const name = z.string().check(z.minLength(1), z.maxLength(500));

/**
 * What narrows a graph. Within one filter the values are alternatives; the filters combine.
 * A filter on evidence (modality, confidence, source) keeps edges that carry it. In time an edge
 * reaches from `since`, else the day it was stated or, where it was over before that, its end, to `until`, else on;
 * one without dates is kept.
 */
export const filterShape = {
  label: z
    .optional(z.array(name).check(z.maxLength(100)))
    .check(z.describe('Keep nodes with any of these labels.')),
  type: z
    .optional(z.array(name).check(z.maxLength(100)))
    .check(z.describe('Keep edges of these relationship types.')),
  modality: z.optional(z.array(modality)).check(z.describe('Keep edges of these modalities.')),
  confidence: z.optional(z.array(confidence)).check(z.describe('Keep edges of these confidences.')),
  source: z
    .optional(z.array(key).check(z.maxLength(100)))
    .check(z.describe('Keep edges coded from these sources (ids).')),
  from: z.optional(partialDate).check(z.describe('Keep edges that are not over before this date.')),
  to: z.optional(partialDate).check(z.describe('Keep edges that have begun by this date.')),
  when: z
    .optional(z.enum(['held', 'said']))
    .check(
      z.describe(
        'What dates mean: when it held (`since` to `until` alone) or when it was said (`statedOn`); what is known of both when absent.',
      ),
    ),
  dated: z
    .optional(z.boolean())
    .check(z.describe('Leave out edges without a date of that kind, which are kept otherwise.')),
} as const;

export const focusShape = {
  focus: z
    .optional(z.array(key).check(z.maxLength(100)))
    .check(z.describe('Show only these nodes and what is around them (node keys).')),
  depth: z
    .optional(z.int().check(z.minimum(0), z.maximum(4)))
    .check(z.describe('How many edges away from the focus to go; 1 when absent.')),
} as const;

export const filters = z.strictObject({ ...filterShape, ...focusShape });
export type Filters = z.infer<typeof filters>;
