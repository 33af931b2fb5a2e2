import type { Story } from '../model/story.ts';
import { namesStepAlone } from '../view/story-view.ts';
import type { View } from '../view/view.ts';

/** What a published folder holds and is made of, at its top. */
export const MANIFEST = 'entente.json';

export interface Manifest {
  /** Of the product that published it. */
  version: string;
  snapshot: string;
  /** Of the data set. */
  title: string;
  /** The whole graph: packed columns, compressed (RFC 1950) and cut, by relative addresses in order. */
  parts: string[];
  stories: Story[];
  looks: string[];
}

/** The page of an embed in a published folder; each step of a story has its own, which says it without a script. */
export function publishedPage({ story, step = 1 }: Pick<View, 'story' | 'step'>): string {
  return story === undefined ? '/embed/index.html' : `/embed/${story}/${step}/index.html`;
}

/**
 * The picture of such a page, for previews of links and for where no script runs; undefined of a view that has no page
 * of its own.
 */
export function publishedCard(view: View): string | undefined {
  return namesStepAlone(view) ? publishedPage(view).replace(/index\.html$/, 'card.png') : undefined;
}
