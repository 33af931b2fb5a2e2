import * as z from 'zod/mini';
import type { ErrorDetail } from '../model/errors.ts';

/** What a page and an embed in it say to each other, and in which version. A change of meaning is a new one. */
export const PROTOCOL = 'entente/1';
export type Protocol = typeof PROTOCOL;

const protocol = z.literal(PROTOCOL);
const keys = z.array(z.string().check(z.minLength(1), z.maxLength(500))).check(z.maxLength(1000));

/** What a page may tell an embed. */
export const toEmbed = z.discriminatedUnion('type', [
  z
    .strictObject({ protocol, type: z.literal('hello') })
    .check(
      z.describe('Asks for `ready` again; where the browser does not tell an embed who shows it, this does.'),
    ),
  z
    .strictObject({ protocol, type: z.literal('set-view'), view: z.string().check(z.maxLength(8000)) })
    .check(z.describe('Shows another view: the search part of its link.')),
  z
    .strictObject({ protocol, type: z.literal('select'), keys })
    .check(z.describe('Selects these nodes and edges, or nothing.')),
  z
    .strictObject({
      protocol,
      type: z.literal('step'),
      to: z.union([z.enum(['next', 'previous']), z.int().check(z.minimum(1), z.maximum(100))]),
    })
    .check(z.describe('Shows another step of the story.')),
]);
export type ToEmbed = z.infer<typeof toEmbed>;

/** What an embed tells its page, without the name of the protocol. */
export type Told =
  /** It is drawn: which view, and how much; to a site that is not named, that it hears. */
  | { type: 'ready'; view: string; nodes?: number | undefined; edges?: number | undefined }
  /** Something else is selected. */
  | { type: 'selection'; keys: string[] }
  /** A step of a story is shown: which of how many, and what it is called. */
  | { type: 'step'; story: string; step: number; steps: number; title: string }
  /** How high it would be with nothing cut off, in CSS pixels. */
  | { type: 'height'; height: number }
  /** What it could not read in a message. */
  | { type: 'refused'; details: ErrorDetail[] };
export type FromEmbed = Told & { protocol: Protocol };
