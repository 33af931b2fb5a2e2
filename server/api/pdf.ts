import type { RequestHandler } from 'express';
import { captionText, readCaption } from '../contract/caption.ts';
import { EntenteError } from '../contract/errors.ts';
import { type PdfOptions, readPdf } from '../contract/pdf.ts';
import type { View } from '../contract/view.ts';
import { namesStepAlone, stepWithin, viewAtStep } from '../contract/views/story-view.ts';
import type { Reader } from '../graph/service.ts';
import { addressKey, createAllowance } from '../guard/allowance.ts';
import { abortedWith, isCurrent, tag } from './endpoint.ts';
import { createKept } from './kept.ts';
import type { Services } from './services.ts';
import { storiesTold } from './stories.ts';

/** Draws a view as PDF, and tells the milliseconds that took; undefined where the database is too large for that. */
export type DrawPdf = (
  reader: Reader,
  view: View,
  options: PdfOptions,
  caption: string,
) => Promise<{ result: Uint8Array; took: number } | undefined>;

/** At most this many are kept. */
const MOST_KEPT = 16;
/** What one address may have drawn anew. */
const DRAWN = { requestsPerMinute: 30, secondsPerMinute: 12 };

/** The picture of a view as a PDF file to keep. */
export function pdfHandler(services: Services, draw: DrawPdf): RequestHandler {
  const kept = createKept<Uint8Array>(MOST_KEPT);
  const allowance = createAllowance(DRAWN, Date.now, 'pictures');
  return async (request, response) => {
    const { search } = new URL(request.originalUrl, 'http://localhost');
    const wanted = readPdf(search.slice(1));
    const signal = abortedWith(request, response);
    const form = `application/pdf ${search}`;
    if (await isCurrent(request, response, services, signal, form)) return;
    const { version } = await services.graph().current(signal);
    const address = addressKey(request.ip);
    const pdf = await kept(`${version} ${search}`, async () => {
      allowance.ask(address);
      const { result, took } = await drawn(services, draw, wanted).catch((cause) => {
        // What has to be ended has taken more than anybody's share.
        if (cause instanceof EntenteError && cause.code === 'timeout')
          allowance.spend(address, DRAWN.secondsPerMinute * 1_000);
        throw cause;
      });
      allowance.spend(address, took);
      return result;
    });
    tag(response, version, services, form);
    response
      .type('application/pdf')
      .set('Content-Disposition', 'attachment; filename="entente.pdf"')
      .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
  };
}

/** It goes on when whoever asked first goes away, as others may wait for it. */
async function drawn(services: Services, draw: DrawPdf, { view, options }: ReturnType<typeof readPdf>) {
  const { caption, ...bare } = view;
  const never = new AbortController().signal;
  const stories = view.story === undefined ? [] : await storiesTold(services, never);
  const story = stories.find(({ id }) => id === view.story);
  const shown: View = story && namesStepAlone(bare) ? viewAtStep(story, view.step ?? 1) : bare;
  const step = story?.steps[stepWithin(story, view.step) - 1];
  const told = step ? `${step.title}\n${captionText(readCaption(step.caption))}` : '';
  const themed = { ...shown, theme: view.theme ?? shown.theme };
  const said = caption ?? shown.caption ?? told;
  const { value } = await services.graph().read((reader) => draw(reader, themed, options, said));
  if (value !== undefined) return value;
  throw new EntenteError(
    'too_large',
    'The database is too large for the server to draw its pictures; print this one, or take it as SVG.',
  );
}
