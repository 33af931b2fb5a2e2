import { beginOf, dateText, readDate } from '../model/dates.ts';
import type { EdgeAttributes } from '../model/graph.ts';
import { dateInWords, edgeClause } from './words.ts';

/** The date an edge is told with: when it began, was said or ended; one that cannot be read only for want of another. */
export function dateOf({ properties }: EdgeAttributes): string | undefined {
  const { since, statedOn, until } = properties;
  const dates = [since, statedOn, until];
  const begin = beginOf(properties);
  const told = dates.find((date) => begin !== undefined && readDate(date) === begin) ?? dates.find(readDate);
  return dateText(told) ?? dates.map(dateText).find((date) => date !== undefined);
}

/** The date an edge is put in order by, whole or partial; undefined without any that can be read. */
export function orderDate({ properties }: EdgeAttributes): string | undefined {
  return beginOf(properties) ?? readDate(properties.until);
}

const TERMS = {
  assertedBy: 'Asserted by',
  modality: 'Modality',
  confidence: 'Confidence',
  since: 'Since',
  until: 'Until',
  statedOn: 'Stated on',
  source: 'Source',
  paragraph: 'Paragraph',
} as const;

/** What is told of an edge's evidence, in this order. */
export const EVIDENCE_FIELDS = Object.keys(TERMS) as (keyof typeof TERMS)[];

/**
 * What a field of an edge's evidence is called. An end whose beginning nobody knows is a latest date, and so is the day
 * on which somebody else than the source said something: the source says when it was published, not when that was.
 */
export function evidenceTerm(
  field: keyof typeof TERMS,
  { since, source, assertedBy }: { since?: unknown; source?: unknown; assertedBy?: unknown },
): string {
  if (field === 'until' && readDate(since) === undefined) return 'No later than';
  const bySomebodyElse = source !== undefined && assertedBy !== undefined && assertedBy !== source;
  return field === 'statedOn' && bySomebodyElse ? 'Stated no later than' : TERMS[field];
}

/** An edge as a sentence: who, what, whom, and with which doubts and date. */
export function edgeInWords(attributes: EdgeAttributes, from: string, to: string): string {
  const { modality, confidence } = attributes.properties;
  const date = dateOf(attributes);
  const more = [
    modality === 'actual' ? undefined : modality,
    confidence === 'stated' ? undefined : confidence,
    date && dateInWords(date),
  ].filter((told) => typeof told === 'string');
  return [edgeClause(from, attributes.type, to), ...more].join(', ');
}
