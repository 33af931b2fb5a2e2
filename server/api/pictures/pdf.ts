import type { RequestHandler } from 'express';
import type { Reader } from '../../core/answers/reader.ts';
import { MOST_PDF, type PdfOptions, readPdf } from '../../core/contract/pdf.ts';
import { EntenteError } from '../../core/model/errors.ts';
import type { Story } from '../../core/model/story.ts';
import { stepWithin } from '../../core/view/story-view.ts';
import type { View } from '../../core/view/view.ts';
import { captionText, readCaption } from '../../core/words/caption.ts';
import type { Services } from '../http/services.ts';
import { writeWhole } from '../http/write.ts';
import { type Drawing, drawnPictureHandler, shownBy } from './drawn-picture.ts';

/** Reads a view, and gives what draws it as PDF; undefined where the view is too large for that. */
export type DrawPdf = (
  reader: Reader,
  view: View,
  options: PdfOptions,
  caption: string,
) => Promise<Drawing<Uint8Array> | undefined>;

/** The picture of a view as a PDF file to keep. */
export function pdfHandler(services: Services, draw: DrawPdf): RequestHandler {
  return drawnPictureHandler(services, {
    type: 'application/pdf',
    mostKept: 16,
    limits: { requestsPerMinute: 30, secondsPerMinute: 20 },
    read: readPdf,
    draw: async ({ view: { caption, ...view }, options }, caller) => {
      const { shown, story } = await shownBy(services, view, caller);
      const said = caption ?? shown.caption ?? toldAt(story, view.step);
      const read = (reader: Reader) => draw(reader, shown, options, said);
      const { value: drawing } = await services.graph.read(read, caller);
      if (drawing) return await drawing(caller);
      throw new EntenteError(
        'too_large',
        `The server draws PDF of up to ${number(MOST_PDF.nodes)} nodes and ${number(MOST_PDF.edges)} edges, and this ` +
          'view has more. Narrow it by filters, take it as SVG, or print it.',
      );
    },
    send: (response, pdf) =>
      writeWhole(response.set('Content-Disposition', 'attachment; filename="entente.pdf"'), pdf),
  });
}

const number = (value: number) => value.toLocaleString('en');

/** What a step of a story says of what it shows. */
function toldAt(story: Story | undefined, number: number | undefined): string {
  const step = story?.steps[stepWithin(story, number) - 1];
  return step ? `${step.title}\n${captionText(readCaption(step.caption))}` : '';
}
