import type { RequestHandler, Response } from 'express';
import { EntenteError } from '../../core/model/errors.ts';
import type { Story } from '../../core/model/story.ts';
import { namesStepAlone, viewAtStep } from '../../core/view/story-view.ts';
import type { View } from '../../core/view/view.ts';
import { createAllowance } from '../../guard/allowance.ts';
import type { CypherLimits } from '../../guard/limits.ts';
import { createKept } from '../graph/cache.ts';
import { callerOf, isCurrent, tag, versionOf } from '../http/endpoint.ts';
import type { Caller, Services } from '../http/services.ts';
import { searchOf } from '../http/target.ts';
import { storiesTold } from '../pages/stories.ts';

/**
 * Draws what has been read, and tells the milliseconds that took; it is given up when the caller has gone away. Apart
 * from the reading, which is done in turns of callers: a drawing that waits must not keep anybody from theirs.
 */
export type Drawing<Made> = (
  caller: Pick<Caller, 'signal'> & Partial<Caller>,
) => Promise<{ result: Made; took: number }>;

/** A kind of picture that the server draws when it is asked for, and keeps. */
export interface DrawnPicture<Wanted, Made> {
  type: string;
  /** At most this many are kept. */
  mostKept: number;
  /** What one address may have drawn anew. */
  limits: Pick<CypherLimits, 'requestsPerMinute' | 'secondsPerMinute'>;
  /** What the search part of an address asks for; throws an EntenteError where it cannot be read. */
  read(search: string): Wanted;
  /** Gives the picture and the milliseconds that it took; the caller has gone away when all who asked have. */
  draw(wanted: Wanted, caller: Caller): Promise<{ result: Made; took: number }>;
  send(response: Response, made: Made): Promise<void>;
}

/** Answers with pictures of one kind: those that are known by a 304 or from memory, others drawn within limits. */
export function drawnPictureHandler<Wanted, Made>(
  services: Services,
  { type, mostKept, limits, read, draw, send }: DrawnPicture<Wanted, Made>,
): RequestHandler {
  const kept = createKept<Made>(mostKept);
  const allowance = createAllowance(limits, undefined, 'pictures');
  const drawWithin = async (wanted: Wanted, caller: Caller) => {
    const { address, signal } = caller;
    allowance.ask(address);
    const begun = performance.now();
    const { result, took } = await draw(wanted, caller).catch((cause) => {
      // Else asking and leaving, again and again, would take all of the thread for nothing.
      if (signal.aborted) allowance.spend(address, performance.now() - begun);
      // What has to be ended has taken more than anybody's share.
      else if (cause instanceof EntenteError && cause.code === 'timeout')
        allowance.spend(address, limits.secondsPerMinute * 1_000);
      throw cause;
    });
    allowance.spend(address, took);
    return result;
  };
  return async (request, response) => {
    const search = searchOf(request);
    const caller = callerOf(request, response);
    const { signal } = caller;
    const form = `${type} ${search}`;
    if (await isCurrent(request, response, services, signal, form)) return;
    const version = await versionOf(response, services, signal);
    const make = async (all: AbortSignal) => drawWithin(read(search.slice(1)), { ...caller, signal: all });
    const made = await kept(`${version} ${search}`, make, signal);
    tag(response, version, services, form);
    await send(response.type(type), made);
  };
}

/**
 * What a view shows: the step of a story that it names, in its own theme, and that story.
 *
 * @throws EntenteError `not_found` where it names nothing but a story that is not there
 */
export async function shownBy(
  services: Services,
  view: View,
  caller: Caller,
): Promise<{ shown: View; story?: Story }> {
  const stories = view.story === undefined ? [] : await storiesTold(services, caller);
  const story = stories.find(({ id }) => id === view.story);
  if (view.story !== undefined && !story && namesStepAlone(view))
    throw new EntenteError('not_found', `There is no story “${view.story}”.`);
  const shown = story && namesStepAlone(view) ? viewAtStep(story, view.step ?? 1) : view;
  return { shown: { ...shown, theme: view.theme ?? shown.theme }, ...(story && { story }) };
}
