import type { RequestHandler } from 'express';
import type { Reader } from '../../core/answers/reader.ts';
import { readStill, type StillOptions } from '../../core/contract/embed.ts';
import { EntenteError } from '../../core/model/errors.ts';
import type { View } from '../../core/view/view.ts';
import type { Services } from '../http/services.ts';
import { writeWhole } from '../http/write.ts';
import { type Drawing, drawnPictureHandler, shownBy } from './drawn-picture.ts';

/** Reads a view, and gives what draws it as SVG; undefined where the database is too large for that. */
export type DrawStill = (
  reader: Reader,
  view: View,
  options: StillOptions,
) => Promise<Drawing<string> | undefined>;

/** The still picture of an embed: what shows while it loads, without a script, and where nothing can be drawn. */
export function stillHandler(services: Services, draw: DrawStill): RequestHandler {
  return drawnPictureHandler(services, {
    type: 'image/svg+xml',
    mostKept: 64,
    // Each takes some tenths of a second at most.
    limits: { requestsPerMinute: 60, secondsPerMinute: 6 },
    read: readStill,
    draw: async ({ view, ...options }, caller) => {
      const { shown } = await shownBy(services, view, caller);
      const { value: drawing } = await services.graph.read((reader) => draw(reader, shown, options), caller);
      if (drawing) return await drawing(caller);
      throw new EntenteError(
        'not_found',
        'This view takes too long to draw on the server; the page itself draws it.',
      );
    },
    send: writeWhole,
  });
}
