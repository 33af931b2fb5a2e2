import * as z from 'zod/mini';
import { storyId } from './story-id.ts';

export const storyStep = z.strictObject({
  title: z
    .string()
    .check(z.trim(), z.minLength(1, 'is empty'), z.maxLength(200), z.describe('What the step is called.')),
  caption: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'is empty'),
      z.maxLength(2_000),
      z.describe('Its caption, in Markdown: paragraphs, lists, emphasis and http(s) links.'),
    ),
  notes: z
    .optional(z.string().check(z.trim(), z.minLength(1, 'is empty'), z.maxLength(5_000)))
    .check(z.describe('For the presenter alone.')),
  view: z
    .string()
    .check(
      z.maxLength(8_000),
      z.describe('What it shows: the part of a link to the explorer after its question mark.'),
    ),
});
export type StoryStep = z.infer<typeof storyStep>;

/** A story as its file holds it: an ordered list of captioned views. */
export const storyFile = z
  .strictObject({
    title: z.string().check(z.trim(), z.minLength(1, 'is empty'), z.maxLength(200)),
    summary: z.optional(z.string().check(z.trim(), z.minLength(1, 'is empty'), z.maxLength(1_000))),
    steps: z.array(storyStep).check(z.minLength(1, 'has no step'), z.maxLength(100)),
  })
  .check(z.describe('An ordered list of captioned views.'));
export type StoryFile = z.infer<typeof storyFile>;

export const story = z.strictObject({
  id: storyId,
  dataSet: z.string().check(z.describe('The id of the data set it belongs to.')),
  ...storyFile.shape,
});
export type Story = z.infer<typeof story>;

export const storiesAnswer = z.strictObject({
  stories: z
    .array(
      z.strictObject({
        ...z.pick(story, { id: true, dataSet: true, title: true, summary: true }).shape,
        steps: z.int().check(z.minimum(1), z.describe('How many steps it has.')),
      }),
    )
    .check(z.describe('Of the data sets that the database holds.')),
});
export type StoriesAnswer = z.infer<typeof storiesAnswer>;
