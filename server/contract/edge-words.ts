import { dateText } from './dates.ts';
import type { EdgeAttributes } from './graph.ts';
import { dateInWords, typeInWords } from './words.ts';

/** The date an edge is told with: when it began, was said or ended; undefined without any. */
export function dateOf({ properties }: EdgeAttributes): string | undefined {
  const { since, statedOn, until } = properties;
  return dateText(since) ?? dateText(statedOn) ?? dateText(until);
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
  return [`${from} ${typeInWords(attributes.type)} ${to}`, ...more].join(', ');
}
