import type { RequestHandler } from 'express';
import { readEmbed } from '../contract/embed.ts';
import { EntenteError } from '../contract/errors.ts';
import type { View } from '../contract/view.ts';
import { namesStepAlone, viewAtStep } from '../contract/views/story-view.ts';
import type { Reader } from '../graph/service.ts';
import { addressKey, createAllowance } from '../guard/allowance.ts';
import { abortedWith, isCurrent, tag } from './endpoint.ts';
import type { Services } from './services.ts';
import { storiesTold } from './stories.ts';

/** Draws a view as SVG; undefined where the database is too large for that. */
export type DrawStill = (reader: Reader, view: View, legend: boolean) => Promise<string | undefined>;

/** At most this many pictures are kept, those longest not asked for going first. */
const MOST_KEPT = 64;
/** What one address may have drawn anew: each takes the server some tenths of a second at most. */
const DRAWN = { requestsPerMinute: 60, secondsPerMinute: 6 };

/** The still picture of an embed: what shows while it loads, without a script, and where nothing can be drawn. */
export function stillHandler(services: Services, draw: DrawStill): RequestHandler {
  const kept = new Map<string, string>();
  const allowance = createAllowance(DRAWN, Date.now, 'pictures');
  return async (request, response) => {
    const { search } = new URL(request.originalUrl, 'http://localhost');
    const signal = abortedWith(request, response);
    const form = `image/svg+xml ${search}`;
    if (await isCurrent(request, response, services, signal, form)) return;
    const { version } = await services.graph().current(signal);
    const name = `${version} ${search}`;
    const address = addressKey(request.ip);
    const anew = async () => {
      allowance.ask(address);
      const began = performance.now();
      return await drawn(services, draw, search, signal).finally(() =>
        allowance.spend(address, performance.now() - began),
      );
    };
    const svg = kept.get(name) ?? (await anew());
    kept.delete(name);
    kept.set(name, svg);
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
    tag(response, version, services, form);
    response.type('svg').send(svg);
  };
}

async function drawn(
  services: Services,
  draw: DrawStill,
  search: string,
  signal: AbortSignal,
): Promise<string> {
  const { view, options } = readEmbed(search.slice(1));
  const stories = view.story === undefined ? [] : await storiesTold(services, signal);
  const story = stories.find(({ id }) => id === view.story);
  const shown = story && namesStepAlone(view) ? viewAtStep(story, view.step ?? 1) : view;
  const { value } = await services
    .graph()
    .read((reader) => draw(reader, { ...shown, theme: view.theme ?? shown.theme }, options.legend), signal);
  if (value !== undefined) return value;
  throw new EntenteError('not_found', 'This view takes too long to be drawn here; the page itself draws it.');
}
