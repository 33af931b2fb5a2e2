import * as z from 'zod/mini';
import type { ErrorDetail } from '../model/errors.ts';
import { readParameters, writeParameters } from '../model/parameters.ts';
import type { View } from '../view/view.ts';
import { searchToView, viewToSearch } from '../view/view-link.ts';

/** Where the bare picture of a view is. */
export const EMBED_PATH = '/embed';

/** Where its still picture is, by the same parameters. */
export const STILL_PATH = '/embed.svg';

/** Where a page that a frame walls off from its server asks, followed by its pass and the path asked for. */
export const PASS_PATH = '/pass';

/**
 * The size of an embed where no other is asked for, in CSS pixels. Below its picture a story has a caption and buttons,
 * which are not to be searched for.
 */
export const EMBED_SIZES = {
  view: { width: 800, height: 560 },
  story: { width: 800, height: 720 },
} as const;

/**
 * The sizes of the still picture, in CSS pixels: as an embed shows its picture in an article, and on a phone, where
 * the wide one would be scaled down until nobody could read it.
 */
export const STILL_SIZES = {
  wide: { width: 640, height: 400 },
  narrow: { width: 360, height: 300 },
} as const;
export type StillSize = keyof typeof STILL_SIZES;

/** Where the narrow one is shown, as a media query. */
export const NARROW = '(max-width: 480px)';

/** What the page of an embed says besides its view, as parameters of its address. */
export const embedOptions = z.strictObject({
  legend: z._default(z.boolean(), true).check(z.describe('Whether the legend is shown.')),
  captions: z._default(z.boolean(), true).check(z.describe("Whether the view's caption is shown.")),
  controls: z
    ._default(z.boolean(), true)
    .check(z.describe('Whether there are buttons to zoom and to show everything.')),
  interaction: z
    ._default(z.enum(['none', 'hover', 'full']), 'full')
    .check(
      z.describe(
        'What the picture answers to: nothing, so that it is a still one; pointing; or selecting, moving and zooming too.',
      ),
    ),
});
export type EmbedOptions = z.infer<typeof embedOptions>;

export const DEFAULT_EMBED: EmbedOptions = embedOptions.parse({});

const names = Object.keys(embedOptions.shape);

/**
 * What the search part of an embed's address says. What cannot be read is left at its default and told in
 * `problems`, each naming the parameter; it never throws.
 */
export function readEmbed(search: string): { view: View; options: EmbedOptions; problems: ErrorDetail[] } {
  const ofView = new URLSearchParams(search);
  const ofEmbed = new URLSearchParams();
  for (const name of names) {
    for (const value of ofView.getAll(name)) ofEmbed.append(name, value);
    ofView.delete(name);
  }
  const { view: read, problems } = searchToView(ofView.toString());
  const options = readParameters(embedOptions, ofEmbed);
  return {
    view: read,
    options: { ...DEFAULT_EMBED, ...options.value },
    // Of an address that takes both, the view knows only its own parameters.
    problems: [...problems, ...options.problems].map((each) => ({
      ...each,
      message: each.message.replace('; known are ', `; known are ${names.join(', ')}, `),
    })),
  };
}

/** The search part of an embed's address; options at their default are left out. */
export function embedSearch(shown: View, options: Partial<EmbedOptions> = {}): string {
  const changed = Object.fromEntries(
    Object.entries(options).filter(([name, value]) => value !== DEFAULT_EMBED[name as keyof EmbedOptions]),
  );
  const ofEmbed = writeParameters(embedOptions, changed).toString();
  return [viewToSearch(shown), ofEmbed].filter(Boolean).join('&');
}

/** What the address of a still picture says besides the view. */
export interface StillOptions {
  size: StillSize;
  /** Whether it has a legend, or is nothing else. */
  legend: boolean | 'alone';
}

/** The search part of a still picture's address. */
export function stillSearch(shown: View, { legend, size }: StillOptions): string {
  const own = [size === 'narrow' && 'narrow=true', legend === 'alone' && 'only=legend'];
  return [embedSearch(shown, { legend: legend !== false }), ...own].filter(Boolean).join('&');
}

/** What the search part of a still picture's address says; what cannot be read is left at its default. */
export function readStill(search: string): StillOptions & { view: View } {
  const { view, options } = readEmbed(search);
  const given = new URLSearchParams(search);
  const size = given.get('narrow') === 'true' ? 'narrow' : 'wide';
  return { view, size, legend: given.get('only') === 'legend' ? 'alone' : options.legend };
}
