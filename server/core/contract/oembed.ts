import * as z from 'zod/mini';

/** What a consumer of oEmbed may ask; the standard has it send more, which is left aside. */
export const oembedQuery = z.object({
  url: z
    .string()
    .check(z.minLength(1), z.maxLength(8000), z.describe('The link to a view, on this very server.')),
  maxwidth: z
    .optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(10_000)))
    .check(z.describe('In pixels.')),
  maxheight: z
    .optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(10_000)))
    .check(z.describe('In pixels.')),
  format: z._default(z.string(), 'json').check(z.describe('Only json is supported.')),
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
  thumbnail_url: z.optional(z.string()),
  thumbnail_width: z.optional(z.int()),
  thumbnail_height: z.optional(z.int()),
  cache_age: z.int().check(z.describe('Seconds.')),
});
export type OembedAnswer = z.infer<typeof oembedAnswer>;
