import * as z from 'zod/mini';

export const searchHit = z.strictObject({
  key: z.string(),
  caption: z.string(),
  labels: z.array(z.string()),
  matched: z.strictObject({
    property: z.string().check(z.describe('Which property matched, such as name or aliases.')),
    text: z.string().check(z.describe('The text that matched.')),
  }),
  score: z.number(),
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchResult = z.strictObject({
  hits: z.array(searchHit),
  truncated: z
    .boolean()
    .check(z.describe('Whether there are more hits, or more nodes than could be searched.')),
});
export type SearchResult = z.infer<typeof searchResult>;
