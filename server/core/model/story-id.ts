import * as z from 'zod/mini';

const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A story's id: the name of its file without the ending. */
export const storyId = z
  .string()
  .check(
    z.maxLength(200),
    z.regex(ID_PATTERN, 'is not kebab-case; write small letters, digits and single hyphens'),
  );
