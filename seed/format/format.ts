import * as z from 'zod/mini';
import { NO_DATE, partialDate } from '../../server/core/model/dates.ts';
import { confidence, EVENT_STATUSES, ISSUE_KINDS, modality } from '../../server/core/model/evidence.ts';
import { NODE_LABELS } from '../../server/core/model/stored.ts';
import { storyFile } from '../../server/core/model/story.ts';
import { mappingFile } from '../../server/core/reading/table/mapping.ts';
import { LOOK_RULE, NO_LOOK_RULE } from '../../server/core/view/own/look-rule.ts';
import { FREE_NAME, freeProperties } from './free-properties.ts';

const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const TYPE_PATTERN = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

const setId = z
  .string()
  .check(
    z.maxLength(200),
    z.regex(ID_PATTERN, 'is not kebab-case; write small letters, digits and single hyphens, such as my-set'),
    z.describe('Kebab-case; by it the set is known in the database.'),
  );
const id = z
  .string()
  .check(
    z.minLength(1, 'is empty'),
    z.maxLength(200),
    z.regex(FREE_NAME, 'begins or ends with a blank, or holds a control character; take it out'),
    z.describe('Unique in the data set; kebab-case, such as mark-smith, is easiest to write and to link to.'),
  );
const text = z.string().check(z.trim(), z.minLength(1, 'is empty'));

/** YAML reads a bare year as a number; both forms are meant. */
const date = z
  .pipe(z.union([z.int().check(z.minimum(1000), z.maximum(9999)), partialDate], NO_DATE), z.transform(String))
  .check(z.describe('A calendar date, whole or partial: 2025, 2025-10 or 2025-10-07.'));

const entity = {
  id,
  name: text.check(z.describe('What to call it.')),
  aliases: z.optional(z.array(text)).check(z.describe('Other names it is found by.')),
  summary: z.optional(text).check(z.describe('One sentence, in your own words.')),
  wikidata: z
    .optional(z.string().check(z.regex(/^Q[1-9]\d*$/, 'is not a Wikidata id such as Q7184')))
    .check(z.describe('Its Wikidata id, only where certain.')),
  properties: freeProperties,
};

export const ACTOR_KINDS = ['Person', 'State', 'Organisation', 'Group'] as const;

export const setFile = z
  .strictObject({ id: setId, title: text, summary: z.optional(text) })
  .check(z.describe('What this data set is.'));
export const actor = z.strictObject({ ...entity, kind: z.enum(ACTOR_KINDS) });
export const event = z.strictObject({
  ...entity,
  status: z.enum(EVENT_STATUSES),
  start: z.optional(date),
  end: z.optional(date),
  place: z.optional(text),
});
export const issue = z.strictObject({ ...entity, kind: z.enum(ISSUE_KINDS) });
export const source = z.strictObject({
  ...entity,
  title: text,
  publisher: text.check(z.describe('Who published it; write unknown where it is.')),
  published: date,
  url: z.optional(z.url({ protocol: /^https?$/, error: 'is not an http(s) address' })),
});
export const relationshipType = z.strictObject({
  type: z.string().check(z.regex(TYPE_PATTERN, 'is not of the form SUPPORTS or MEMBER_OF')),
  sign: z
    .union([z.literal(-1), z.literal(0), z.literal(1)])
    .check(z.describe('1 for support, -1 for opposition, 0 for all else.')),
  summary: text.check(z.describe('What an edge of this type says.')),
  from: z
    .array(z.enum([...NODE_LABELS, ...ACTOR_KINDS]))
    .check(z.minLength(1), z.describe('Labels it may leave from.')),
  to: z
    .array(z.enum([...NODE_LABELS, ...ACTOR_KINDS]))
    .check(z.minLength(1), z.describe('Labels it may lead to.')),
});
export const edge = z.strictObject({
  id,
  from: id.check(z.describe('The id of the node it leaves.')),
  type: relationshipType.shape.type.check(z.describe('A relationship type that types.yaml declares.')),
  to: id.check(z.describe('The id of the node it enters.')),
  claim: text.check(z.describe('What is claimed: one sentence in your own words.')),
  source: z.string().check(z.describe('The id of the source the claim was coded from.')),
  paragraph: z
    .optional(z.int().check(z.minimum(1)))
    .check(z.describe('The paragraph of the source, counted from 1, where it is known.')),
  assertedBy: z
    .optional(z.string())
    .check(z.describe('The id of the actor who asserts it, or of the source itself, where it is known.')),
  modality: z.optional(modality).check(z.describe('How real it is said to be, where that is known.')),
  confidence: z
    .optional(confidence)
    .check(z.describe('How firmly the source supports it, where that is known.')),
  weight: z.optional(z.number()).check(z.describe('How much it counts, where edges differ in that.')),
  properties: freeProperties,
  since: z.optional(date),
  until: z.optional(date),
  statedOn: z.optional(date),
});

export const lookRule = z.strictObject({
  rule: z
    .string()
    .check(
      z.maxLength(1000),
      z.regex(LOOK_RULE, NO_LOOK_RULE),
      z.describe(
        'How some nodes or edges are drawn where a view has no looks of its own, such as node:label=State; shape=square.',
      ),
    ),
});

/** Every file of a data set: its schema for one entry, and whether it must be there. */
export const FILES = {
  'set.yaml': { entry: setFile, list: false, required: true },
  'types.yaml': { entry: relationshipType, list: true, required: true },
  'sources.yaml': { entry: source, list: true, required: true },
  'actors.yaml': { entry: actor, list: true, required: true },
  'events.yaml': { entry: event, list: true, required: false },
  'issues.yaml': { entry: issue, list: true, required: false },
  'edges.yaml': { entry: edge, list: true, required: true },
  'looks.yaml': { entry: lookRule, list: true, required: false },
} as const;
export type FileName = keyof typeof FILES;
export type Entry<F extends FileName> = z.infer<(typeof FILES)[F]['entry']>;

/** The JSON Schema of one file, for editors. */
export function jsonSchemaOf(file: FileName): object {
  const { entry, list } = FILES[file];
  return z.toJSONSchema(list ? z.array(entry) : entry, { io: 'input' });
}

/** Where a data set keeps its stories, one a file. */
export const STORIES = 'stories';

/** The JSON Schema of a mapping of `npm run import`, for editors. */
export function jsonSchemaOfMapping(): object {
  return z.toJSONSchema(mappingFile, { io: 'input' });
}

/** The JSON Schema of a story's file, for editors. */
export function jsonSchemaOfStory(): object {
  return z.toJSONSchema(storyFile, { io: 'input' });
}
