import type { RequestHandler } from 'express';
import { readStill, type StillOptions } from '../contract/embed.ts';
import { EntenteError } from '../contract/errors.ts';
import type { View } from '../contract/view.ts';
import { namesStepAlone, viewAtStep } from '../contract/views/story-view.ts';
import type { Reader } from '../graph/service.ts';
import { addressKey, createAllowance } from '../guard/allowance.ts';
import { abortedWith, isCurrent, tag } from './endpoint.ts';
import { createKept } from './kept.ts';
import type { Services } from './services.ts';
import { storiesTold } from './stories.ts';

/** Draws a view as SVG, and tells the milliseconds that took; undefined where the database is too large for that. */
export type DrawStill = (
  reader: Reader,
  view: View,
  options: StillOptions,
) => Promise<{ result: string; took: number } | undefined>;

/** At most this many pictures are kept. */
const MOST_KEPT = 64;
/** What one address may have drawn anew: each takes some tenths of a second at most. */
const DRAWN = { requestsPerMinute: 60, secondsPerMinute: 6 };

/** The still picture of an embed: what shows while it loads, without a script, and where nothing can be drawn. */
export function stillHandler(services: Services, draw: DrawStill): RequestHandler {
  const kept = createKept<string>(MOST_KEPT);
  const allowance = createAllowance(DRAWN, Date.now, 'pictures');
  return async (request, response) => {
    const { search } = new URL(request.originalUrl, 'http://localhost');
    const signal = abortedWith(request, response);
    const form = `image/svg+xml ${search}`;
    if (await isCurrent(request, response, services, signal, form)) return;
    const { version } = await services.graph().current(signal);
    const address = addressKey(request.ip);
    const svg = await kept(`${version} ${search}`, async () => {
      allowance.ask(address);
      const { result, took } = await drawn(services, draw, search).catch((cause) => {
        // What has to be ended has taken more than anybody's share.
        if (cause instanceof EntenteError && cause.code === 'timeout')
          allowance.spend(address, DRAWN.secondsPerMinute * 1_000);
        throw cause;
      });
      allowance.spend(address, took);
      return result;
    });
    tag(response, version, services, form);
    response.type('svg').send(svg);
  };
}

/** It goes on when whoever asked first goes away, as others may wait for it. */
async function drawn(services: Services, draw: DrawStill, search: string) {
  const { view, ...options } = readStill(search.slice(1));
  const never = new AbortController().signal;
  const stories = view.story === undefined ? [] : await storiesTold(services, never);
  const story = stories.find(({ id }) => id === view.story);
  const shown = story && namesStepAlone(view) ? viewAtStep(story, view.step ?? 1) : view;
  const themed = { ...shown, theme: view.theme ?? shown.theme };
  const { value } = await services.graph().read((reader) => draw(reader, themed, options));
  if (value !== undefined) return value;
  throw new EntenteError('not_found', 'This view takes too long to be drawn here; the page itself draws it.');
}
