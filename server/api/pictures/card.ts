import type { RequestHandler } from 'express';
import type { Reader } from '../../core/answers/reader.ts';
import { readCard } from '../../core/contract/card.ts';
import { EntenteError } from '../../core/model/errors.ts';
import { titleOfStep } from '../../core/view/story-view.ts';
import type { View } from '../../core/view/view.ts';
import type { Services } from '../http/services.ts';
import { writeWhole } from '../http/write.ts';
import { type Drawing, drawnPictureHandler, shownBy } from './drawn-picture.ts';

/**
 * Reads a view, and gives what draws it for previews of links as PNG; undefined where the view is too large for that.
 * Its title is what it shows when absent, its width is in pixels.
 */
export type DrawCard = (
  reader: Reader,
  view: View,
  options: { title?: string; width: number },
) => Promise<Drawing<Uint8Array> | undefined>;

/** The picture that previews of a link to a view show. */
export function cardHandler(services: Services, draw: DrawCard): RequestHandler {
  return drawnPictureHandler(services, {
    type: 'image/png',
    mostKept: 64,
    limits: { requestsPerMinute: 30, secondsPerMinute: 20 },
    read: readCard,
    draw: async ({ view, cardWidth: width }, caller) => {
      const { shown, story } = await shownBy(services, view, caller);
      const title = story && titleOfStep(story, view.step ?? 1);
      const read = (reader: Reader) => draw(reader, shown, { width, ...(title && { title }) });
      const { value: drawing } = await services.graph.read(read, caller);
      if (drawing) return await drawing(caller);
      throw new EntenteError('not_found', 'This view is too large for a picture in previews; narrow it.');
    },
    send: writeWhole,
  });
}
