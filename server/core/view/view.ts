import { z } from 'zod';
import { measuresFor } from '../measures/registry.ts';
import { CONFIDENCES, MODALITIES } from '../model/evidence.ts';
import { filterShape, focusShape } from '../model/filters.ts';
import { storyId } from '../model/story.ts';
import { expansionText } from './expansion.ts';

const key = z.string().min(1).max(500);
const keys = z.array(key).max(1000);
const propertyName = z
  .string()
  .regex(/^property:./, { error: 'property:NAME', abort: true })
  .max(500);
const weighed = [...MODALITIES, ...CONFIDENCES];
const coordinate = z.number().min(-1e6).max(1e6);
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
  story: storyId.optional().describe('The story being shown.'),
  step: z.int().min(1).max(100).optional().describe('Which of its steps this is; the first when absent.'),
  ...filterShape,
  ...focusShape,
  start: z
    .enum(['everything', 'nothing'])
    .optional()
    .describe('What the picture starts from where there is no focus; everything when absent.'),
  add: keys.optional().describe('Nodes shown in addition, with their edges to what is shown.'),
  expand: keys.optional().describe('Nodes whose neighbours are shown in addition.'),
  expandBy: z
    .array(expansionText)
    .max(1000)
    .optional()
    .describe('The same along one direction and relationship type, such as out:TYPE:key.'),
  reveal: z.array(key).max(100).optional().describe('Nodes among which every edge is shown.'),
  path: z
    .array(key)
    .length(2)
    .optional()
    .describe('The two nodes whose shortest path is shown and drawn in emphasis.'),
  paths: z.enum(['one', 'all']).optional().describe('Whether all shortest paths are shown; one when absent.'),
  unit: z
    .enum(['day', 'month', 'year'])
    .optional()
    .describe('What the timeline counts by; months when absent, years where there are too many.'),
  where: z
    .array(
      z
        .string()
        .max(1000)
        .regex(/^(node|edge):[^=]+=/u, 'takes node:NAME=VALUE or edge:NAME=VALUE.'),
    )
    .max(200)
    .optional()
    .describe(
      'Keep what has a property of this value, such as edge:assertedBy=nato; of one property, any value.',
    ),
  text: z.string().min(1).max(200).optional().describe('Keep nodes and edges in whose texts this occurs.'),
  minDegree: z
    .int()
    .min(1)
    .max(1e6)
    .optional()
    .describe('Keep nodes with at least this many edges to others.'),
  core: z
    .int()
    .min(1)
    .max(1e6)
    .optional()
    .describe('Keep the k-core: the part in which all have this many edges.'),
  largest: z.boolean().optional().describe('Keep the largest weakly connected component.'),
  hide: keys.optional().describe('Nodes left out.'),
  select: keys.optional().describe('Selected nodes and edges (keys).'),
  layout: z
    .enum(['force', 'circle', 'hierarchy', 'groups'])
    .optional()
    .describe('How nodes are arranged; by their edges (force) when absent.'),
  along: z
    .array(key)
    .max(100)
    .optional()
    .describe('Relationship types that lead downwards in a hierarchy; all when absent.'),
  group: z
    .union([z.enum(['label', 'part', ...measuresFor('group')]), propertyName])
    .optional()
    .describe('What lies together in a layout by groups: a measure or property:NAME; labels when absent.'),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional()
    .describe('What the layout starts from.'),
  size: z
    .union([z.enum(['same', ...measuresFor('size')]), propertyName])
    .optional()
    .describe(
      'What the size of a node means: a measure or property:NAME of numbers; its degree when absent.',
    ),
  colour: z
    .union([z.enum(measuresFor('colour')), propertyName])
    .optional()
    .describe('What the colour of a node means: a measure or property:NAME; its label when absent.'),
  shape: z
    .union([z.enum(measuresFor('shape')), propertyName])
    .optional()
    .describe('What the shape of a node means: a measure or property:NAME; its label when absent.'),
  width: z
    .union([z.enum(['same', 'parallel', 'confidence']), propertyName])
    .optional()
    .describe('What the width of an edge means; its sign when absent.'),
  network: z
    .enum(['direct', 'agreement', 'merged'])
    .optional()
    .describe('What alliances are read from: stances between actors when absent, agreement, or both.'),
  weigh: z
    .array(
      z
        .string()
        .regex(
          new RegExp(`^(${weighed.join('|')}):(0|1|0[.][0-9]{1,3})$`),
          `takes one of ${weighed.join(', ')} with a weight from 0 to 1, such as proposed:0.5.`,
        ),
    )
    .max(weighed.length)
    .optional()
    .describe(
      'How much stances of a modality or confidence count, such as proposed:0.5; hypothetical ones count nothing when absent, all others 1.',
    ),
  threshold: z.number().min(0).max(1).optional().describe('Agreement nearer to 0 than this is left out.'),
  theme: z.enum(['light', 'dark']).optional().describe("The reader's own when absent."),
  table: z.boolean().optional().describe('Whether the table of the same graph is open.'),
  caption: z.string().max(2000).optional().describe('The caption.'),
  snapshot: z.string().max(100).optional().describe('The snapshot id of the data it was made on.'),
  camera: z
    .strictObject({
      x: coordinate,
      y: coordinate,
      ratio: z.number().min(1e-3).max(1e3),
      aspect: z.number().min(0.01).max(100).optional().describe('Width by height of what its author saw.'),
    })
    .optional(),
  pins: pins.optional().describe('Nodes placed by hand.'),
});
export type View = z.infer<typeof view>;
