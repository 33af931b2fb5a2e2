import { z } from 'zod';

/** What a consumer of oEmbed may ask; the standard has it send more, which is left aside. */
export const oembedQuery = z.object({
  url: z.string().min(1).max(8000).describe('The link to a view, on this very server.'),
  maxwidth: z.coerce.number().int().min(1).max(10_000).optional().describe('In pixels.'),
  maxheight: z.coerce.number().int().min(1).max(10_000).optional().describe('In pixels.'),
  format: z.string().default('json').describe('Only json is supported.'),
});

/** oEmbed 1.0, the type `rich`. */
export const oembedAnswer = z.strictObject({
  version: z.literal('1.0'),
  type: z.literal('rich'),
  provider_name: z.string(),
  provider_url: z.string(),
  title: z.string(),
  html: z.string(),
  width: z.int(),
  height: z.int(),
  cache_age: z.int().describe('Seconds.'),
});
export type OembedAnswer = z.infer<typeof oembedAnswer>;
