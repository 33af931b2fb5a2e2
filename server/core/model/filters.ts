import { z } from 'zod';
import { partialDate } from './dates.ts';
import { confidence, modality } from './evidence.ts';

const key = z.string().min(1).max(500);
const name = z.string().min(1).max(500);

/**
 * What narrows a graph. Within one filter the values are alternatives; the filters combine.
 * A filter on evidence (modality, confidence, source) keeps edges that carry it. In time an edge
 * reaches from `since`, else the day it was stated or, where it was over before that, its end, to `until`, else on;
 * one without dates is kept.
 */
export const filterShape = {
  label: z.array(name).max(100).optional().describe('Keep nodes with any of these labels.'),
  type: z.array(name).max(100).optional().describe('Keep edges of these relationship types.'),
  modality: z.array(modality).optional().describe('Keep edges of these modalities.'),
  confidence: z.array(confidence).optional().describe('Keep edges of these confidences.'),
  source: z.array(key).max(100).optional().describe('Keep edges coded from these sources (ids).'),
  from: partialDate.optional().describe('Keep edges that are not over before this date.'),
  to: partialDate.optional().describe('Keep edges that have begun by this date.'),
} as const;

export const focusShape = {
  focus: z
    .array(key)
    .max(100)
    .optional()
    .describe('Show only these nodes and what is around them (node keys).'),
  depth: z
    .int()
    .min(0)
    .max(4)
    .optional()
    .describe('How many edges away from the focus to go; 1 when absent.'),
} as const;

export const filters = z.strictObject({ ...filterShape, ...focusShape });
export type Filters = z.infer<typeof filters>;
