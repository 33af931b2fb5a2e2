import * as z from 'zod/mini';

/** What the product itself writes on nodes and edges, or a field says already. */
const OWN = [
  ...['id', 'dataSet', 'name', 'aliases', 'summary', 'wikidata', 'kind', 'status', 'start', 'end', 'place'],
  ...['title', 'publisher', 'published', 'url', 'from', 'to', 'type', 'sign', 'weight', 'claim', 'source'],
  ...[
    'paragraph',
    'assertedBy',
    'modality',
    'confidence',
    'since',
    'until',
    'statedOn',
    'labels',
    'properties',
  ],
];

/**
 * What other people's data call their things: any text without control characters, and without a blank at either end.
 * Written as ranges, since editors read the published schema without the flag that \p needs.
 */
export const FREE_NAME = /^[!-~\u00a1-\uffff](?:[ -~\u00a0-\uffff]*[!-~\u00a1-\uffff])?$/;

const name = z.string().check(
  z.maxLength(200),
  z.regex(FREE_NAME, 'begins or ends with a blank, or holds a control character; take it out'),
  z.refine((given) => !OWN.includes(given), {
    error: 'is the name of a field; write it as one, or choose another name',
  }),
);

/** A list that a database can hold is of one kind. */
const value = z.union(
  [z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number()), z.array(z.boolean())],
  'is no text, number, true, false or list of one of these',
);

/** Properties of one's own on a node or an edge: each a text, a date, a number, true or false, or a list of one kind. */
export const freeProperties = z
  .optional(z.record(name, value))
  .check(
    z.describe('Properties of your own, by name: texts, dates, numbers, true or false, lists of one kind.'),
  );
