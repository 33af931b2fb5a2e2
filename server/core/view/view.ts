import * as z from 'zod/mini';
import { measuresFor } from '../measures/registry.ts';
import { CONFIDENCES, MODALITIES } from '../model/evidence.ts';
import { filterShape, focusShape } from '../model/filters.ts';
import { storyId } from '../model/story-id.ts';
import { expansionText } from './expansion.ts';
import { NO_LOOK_RULE, RULE_OR_NONE } from './own/look-rule.ts';

const key = z.string().check(z.minLength(1), z.maxLength(500));
const keys = z.array(key).check(z.maxLength(1000));
const propertyName = z
  .string()
  .check(z.regex(/^property:./, { error: 'property:NAME', abort: true }), z.maxLength(500));
const weighed = [...MODALITIES, ...CONFIDENCES];
const coordinate = z.number().check(z.minimum(-1e6), z.maximum(1e6));
const places = z.array(z.tuple([key, z.tuple([coordinate, coordinate])]));

/** Not `z.record`, which drops a key called `__proto__`; a node may be called so. */
const pins = z.custom<Record<string, [number, number]>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    places.safeParse(Object.entries(value)).success,
);

/** The one serialisable state of what is shown and how. Everything absent means the default. */
export const view = z.strictObject({
  story: z.optional(storyId).check(z.describe('The story being shown.')),
  step: z
    .optional(z.int().check(z.minimum(1), z.maximum(100)))
    .check(z.describe('Which of its steps this is; the first when absent.')),
  ...filterShape,
  ...focusShape,
  start: z
    .optional(z.enum(['everything', 'nothing']))
    .check(z.describe('What the picture starts from where there is no focus; everything when absent.')),
  add: z.optional(keys).check(z.describe('Nodes shown in addition, with their edges to what is shown.')),
  expand: z.optional(keys).check(z.describe('Nodes whose neighbours are shown in addition.')),
  expandBy: z
    .optional(z.array(expansionText).check(z.maxLength(1000)))
    .check(z.describe('The same along one direction and relationship type, such as out:TYPE:key.')),
  reveal: z
    .optional(z.array(key).check(z.maxLength(100)))
    .check(z.describe('Nodes among which every edge is shown.')),
  path: z
    .optional(z.array(key).check(z.length(2)))
    .check(z.describe('The two nodes whose shortest path is shown and drawn in emphasis.')),
  paths: z
    .optional(z.enum(['one', 'all']))
    .check(z.describe('Whether all shortest paths are shown; one when absent.')),
  unit: z
    .optional(z.enum(['day', 'month', 'year']))
    .check(z.describe('What the timeline counts by; months when absent, years where there are too many.')),
  where: z
    .optional(
      z
        .array(
          z
            .string()
            .check(
              z.maxLength(1000),
              z.regex(/^(node|edge):[^=]+=/u, 'takes node:NAME=VALUE or edge:NAME=VALUE.'),
            ),
        )
        .check(z.maxLength(200)),
    )
    .check(
      z.describe(
        'Keep what has a property of this value, such as edge:assertedBy=nato; of one property, any value.',
      ),
    ),
  text: z
    .optional(z.string().check(z.minLength(1), z.maxLength(200)))
    .check(z.describe('Keep nodes and edges in whose texts this occurs.')),
  minDegree: z
    .optional(z.int().check(z.minimum(1), z.maximum(1e6)))
    .check(z.describe('Keep nodes with at least this many edges to others.')),
  core: z
    .optional(z.int().check(z.minimum(1), z.maximum(1e6)))
    .check(z.describe('Keep the k-core: the part in which all have this many edges.')),
  largest: z.optional(z.boolean()).check(z.describe('Keep the largest weakly connected component.')),
  backbone: z
    .optional(z.number().check(z.minimum(0.001), z.maximum(0.999)))
    .check(
      z.describe(
        'Keep edges that take more of the weight at one of their ends than chance would give them, at this level of significance, such as 0.05 (disparity filter). Weights are what widths mean where that is a property, else numbers of parallel edges.',
      ),
    ),
  nearest: z
    .optional(z.int().check(z.minimum(1), z.maximum(1e6)))
    .check(z.describe('Keep this many of the heaviest edges of each node, and those as heavy as the last.')),
  hide: z.optional(keys).check(z.describe('Nodes left out.')),
  select: z.optional(keys).check(z.describe('Selected nodes and edges (keys).')),
  layout: z
    .optional(z.enum(['force', 'circle', 'hierarchy', 'groups']))
    .check(z.describe('How nodes are arranged; by their edges (force) when absent.')),
  along: z
    .optional(z.array(key).check(z.maxLength(100)))
    .check(z.describe('Relationship types that lead downwards in a hierarchy; all when absent.')),
  group: z
    .optional(z.union([z.enum(['label', 'part', ...measuresFor('group')]), propertyName]))
    .check(
      z.describe('What lies together in a layout by groups: a measure or property:NAME; labels when absent.'),
    ),
  seed: z
    .optional(z.int().check(z.minimum(0), z.maximum(2 ** 31 - 1)))
    .check(z.describe('What the layout starts from.')),
  size: z
    .optional(z.union([z.enum(['same', ...measuresFor('size')]), propertyName]))
    .check(
      z.describe(
        'What the size of a node means: a measure or property:NAME of numbers; its degree when absent.',
      ),
    ),
  colour: z
    .optional(z.union([z.enum(measuresFor('colour')), propertyName]))
    .check(z.describe('What the colour of a node means: a measure or property:NAME; its label when absent.')),
  shape: z
    .optional(z.union([z.enum(measuresFor('shape')), propertyName]))
    .check(z.describe('What the shape of a node means: a measure or property:NAME; its label when absent.')),
  width: z
    .optional(z.union([z.enum(['same', 'parallel', 'confidence']), propertyName]))
    .check(z.describe('What the width of an edge means; its sign when absent.')),
  look: z
    .optional(
      z
        .array(z.string().check(z.maxLength(1000), z.regex(RULE_OR_NONE, NO_LOOK_RULE)))
        .check(z.maxLength(50)),
    )
    .check(
      z.describe(
        'Own looks, such as node:label=State; colour=teal, shape=square: of the rules that fit, the first that sets a look gives it. Those of the data set when absent; none for none.',
      ),
    ),
  network: z
    .optional(z.enum(['direct', 'agreement', 'merged']))
    .check(
      z.describe('What alliances are read from: stances between actors when absent, agreement, or both.'),
    ),
  weigh: z
    .optional(
      z
        .array(
          z
            .string()
            .check(
              z.regex(
                new RegExp(`^(${weighed.join('|')}):(0|1|0[.][0-9]{1,3})$`),
                `takes one of ${weighed.join(', ')} with a weight from 0 to 1, such as proposed:0.5.`,
              ),
            ),
        )
        .check(z.maxLength(weighed.length)),
    )
    .check(
      z.describe(
        'How much stances of a modality or confidence count, such as proposed:0.5; hypothetical ones count nothing when absent, all others 1.',
      ),
    ),
  threshold: z
    .optional(z.number().check(z.minimum(0), z.maximum(1)))
    .check(z.describe('Agreement nearer to 0 than this is left out.')),
  textSize: z
    .optional(z.enum(['small', 'large', 'largest']))
    .check(z.describe('How large names are written; as the room of the picture asks for when absent.')),
  theme: z.optional(z.enum(['light', 'dark'])).check(z.describe("The reader's own when absent.")),
  table: z.optional(z.boolean()).check(z.describe('Whether the table of the same graph is open.')),
  caption: z.optional(z.string().check(z.maxLength(2000))).check(z.describe('The caption.')),
  snapshot: z
    .optional(z.string().check(z.maxLength(100)))
    .check(z.describe('The snapshot id of the data it was made on.')),
  camera: z.optional(
    z.strictObject({
      x: coordinate,
      y: coordinate,
      ratio: z.number().check(z.minimum(1e-3), z.maximum(1e3)),
      aspect: z
        .optional(z.number().check(z.minimum(0.01), z.maximum(100)))
        .check(z.describe('Width by height of what its author saw.')),
    }),
  ),
  pins: z.optional(pins).check(z.describe('Nodes placed by hand.')),
});
export type View = z.infer<typeof view>;
