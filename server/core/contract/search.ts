import { z } from 'zod';

export const searchHit = z.strictObject({
  key: z.string(),
  caption: z.string(),
  labels: z.array(z.string()),
  matched: z.strictObject({
    property: z.string().describe('Which property matched, such as name or aliases.'),
    text: z.string().describe('The text that matched.'),
  }),
  score: z.number(),
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchResult = z.strictObject({
  hits: z.array(searchHit),
  truncated: z.boolean().describe('Whether there are more hits, or more nodes than could be searched.'),
});
export type SearchResult = z.infer<typeof searchResult>;
