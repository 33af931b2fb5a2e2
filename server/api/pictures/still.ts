import type { RequestHandler } from 'express';
import type { Reader } from '../../core/answers/reader.ts';
import { readStill, type StillOptions } from '../../core/contract/embed.ts';
import { EntenteError } from '../../core/model/errors.ts';
import type { View } from '../../core/view/view.ts';
import type { Caller, Services } from '../http/services.ts';
import { writeWhole } from '../http/write.ts';
import { drawnPictureHandler, shownBy } from './drawn-picture.ts';

/**
 * Draws a view as SVG, and tells the milliseconds that took; undefined where the database is too large for that. It is
 * given up when the caller has gone away.
 */
export type DrawStill = (
  reader: Reader,
  view: View,
  options: StillOptions,
  caller: Caller,
) => Promise<{ result: string; took: number } | undefined>;

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
      const drawn = (reader: Reader) => draw(reader, shown, options, caller);
      const { value } = await services.graph.read(drawn, caller);
      if (value !== undefined) return value;
      throw new EntenteError(
        'not_found',
        'This view takes too long to draw on the server; the page itself draws it.',
      );
    },
    send: writeWhole,
  });
}
