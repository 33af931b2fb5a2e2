import { z } from 'zod';

const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A story's id: the name of its file without the ending. */
export const storyId = z
  .string()
  .max(200)
  .regex(ID_PATTERN, 'is not kebab-case; write small letters, digits and single hyphens');

export const storyStep = z.strictObject({
  title: z.string().trim().min(1, 'is empty').max(200).describe('What the step is called.'),
  caption: z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(2_000)
    .describe('Its caption, in Markdown: paragraphs, lists, emphasis and http(s) links.'),
  notes: z.string().trim().min(1, 'is empty').max(5_000).optional().describe('For the presenter alone.'),
  view: z
    .string()
    .max(8_000)
    .describe('What it shows: the part of a link to the explorer after its question mark.'),
});
export type StoryStep = z.infer<typeof storyStep>;

/** A story as its file holds it: an ordered list of captioned views. */
export const storyFile = z
  .strictObject({
    title: z.string().trim().min(1, 'is empty').max(200),
    summary: z.string().trim().min(1, 'is empty').max(1_000).optional(),
    steps: z.array(storyStep).min(1, 'has no step').max(100),
  })
  .describe('An ordered list of captioned views.');
export type StoryFile = z.infer<typeof storyFile>;

export const story = z.strictObject({
  id: storyId,
  dataSet: z.string().describe('The id of the data set it belongs to.'),
  ...storyFile.shape,
});
export type Story = z.infer<typeof story>;

export const storiesAnswer = z.strictObject({
  stories: z
    .array(
      z.strictObject({
        ...story.pick({ id: true, dataSet: true, title: true, summary: true }).shape,
        steps: z.int().min(1).describe('How many steps it has.'),
      }),
    )
    .describe('Of the data sets that the database holds.'),
});
export type StoriesAnswer = z.infer<typeof storiesAnswer>;
