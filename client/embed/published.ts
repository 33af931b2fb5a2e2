import { createCall } from '../api.ts';
import { openPublished } from '../workers/published.ts';
import { openEmbed } from './open.ts';

/** What an address may say besides the view that its page was written for. */
const BESIDE = ['theme', 'snapshot', 'legend', 'captions', 'controls', 'interaction'];

/** Brings the page of an embed to life that is a file of a published folder. */
export function openPublishedEmbed(home: string): void {
  const { dataset } = document.body;
  const written = dataset.view ?? '';
  const asked = new URLSearchParams(location.search);
  for (const name of BESIDE) asked.delete(name);
  const text = asked.toString();
  // Of another view, picture and words would be wrong until they are made here.
  if (text && text !== written) {
    document.getElementById('still')?.remove();
    const body = document.getElementById('text-body');
    body?.removeAttribute('data-snapshot');
    body?.removeAttribute('data-story');
  }
  const search = text
    ? location.search.slice(1)
    : [written, location.search.slice(1)].filter(Boolean).join('&');
  openEmbed(search, createCall({ fetcher: openPublished(home) }));
}
