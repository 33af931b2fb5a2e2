import * as z from 'zod/mini';
import { view } from '../view/view.ts';
import { PACKED } from '../view/view-link.ts';
import { CARD_PATH, cardOptions } from './card.ts';
import { EMBED_PATH, embedOptions, STILL_PATH } from './embed.ts';
import { PDF_PATH, pdfOptions } from './pdf.ts';
import { endpoint } from './routes.ts';

/** A view as the parameters of an address. */
const viewParameters = z.extend(z.omit(view, { camera: true, pins: true }), {
  [PACKED]: z
    .optional(z.string())
    .check(z.describe('Camera and places set by hand, as the explorer writes them.')),
});

const stillOptions = {
  legend: embedOptions.shape.legend,
  narrow: z._default(z.boolean(), false).check(z.describe('Whether it is drawn for a phone.')),
  only: z.optional(z.literal('legend')).check(z.describe('The legend alone, without the picture.')),
};

/** Views as pictures: what is asked for by an address that a person writes or a page shows. */
export const pictureRoutes = {
  embed: endpoint({
    path: EMBED_PATH,
    summary: 'A view as a page for the frame of another site; it reports what it could not read in its link.',
    example: '/embed?interaction=hover',
    pathParameters: z.strictObject({}),
    query: z.extend(viewParameters, embedOptions.shape),
    mediaType: 'text/html',
    answer: z.string().check(z.describe('A page of HTML.')),
    cached: false,
  }),
  still: endpoint({
    path: STILL_PATH,
    summary:
      'The still picture of an embed, where the database is small enough; what cannot be read is left out.',
    example: '/embed.svg?narrow=true',
    pathParameters: z.strictObject({}),
    query: z.extend(viewParameters, stillOptions),
    mediaType: 'image/svg+xml',
    answer: z.string().check(z.describe('A picture as SVG.')),
    cached: true,
  }),
  card: endpoint({
    path: CARD_PATH,
    summary: 'The picture that previews of a link to a view show; what cannot be read is left out.',
    example: '/card.png?type=SUPPORTS',
    pathParameters: z.strictObject({}),
    query: z.extend(viewParameters, cardOptions.shape),
    mediaType: 'image/png',
    answer: z.unknown().check(z.describe('A picture as PNG.')),
    cached: true,
  }),
  pdf: endpoint({
    path: PDF_PATH,
    summary: 'A view as a file to print: one page, all vectors, with words that can be searched.',
    example: '/picture.pdf?pageWidth=1600&pageHeight=900',
    pathParameters: z.strictObject({}),
    query: z.extend(viewParameters, pdfOptions.shape),
    mediaType: 'application/pdf',
    answer: z.unknown().check(z.describe('A PDF file of one page.')),
    cached: true,
  }),
};
