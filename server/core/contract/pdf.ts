import * as z from 'zod/mini';
import { EntenteError } from '../model/errors.ts';
import { readParameters, writeParameters } from '../model/parameters.ts';
import type { View } from '../view/view.ts';
import { searchToView, viewToSearch } from '../view/view-link.ts';

/** Where the picture of a view is as PDF, by the parameters of the view and these. */
export const PDF_PATH = '/picture.pdf';

/** The largest view of which the server draws a PDF. */
export const MOST_PDF = { nodes: 10_000, edges: 50_000 };

/** In CSS pixels, of which one is ¾ of a point; PDF knows no page above 14,400 points. */
const length = z.number().check(z.minimum(100), z.maximum(10_000));

/** What the address of a PDF says besides its view, whose caption and theme are the picture's. */
export const pdfOptions = z.strictObject({
  pageWidth: z._default(length, 1280).check(z.describe('The width of the page in CSS pixels.')),
  pageHeight: z._default(length, 800).check(z.describe('Its height.')),
  legend: z
    ._default(z.boolean(), true)
    .check(z.describe('Whether it is described below what the marks mean.')),
  credit: z._default(z.boolean(), true).check(z.describe('Whether the sources are listed at the foot.')),
  transparent: z
    ._default(z.boolean(), false)
    .check(z.describe('Whether there is no ground under the picture.')),
});
export type PdfOptions = z.infer<typeof pdfOptions>;

/** The address of a view's PDF on the server. */
export function pdfAddress(shown: View, options: Partial<PdfOptions>): string {
  return `${PDF_PATH}?${[viewToSearch(shown), writeParameters(pdfOptions, options).toString()].filter(Boolean).join('&')}`;
}

/**
 * What the search part of such an address says.
 *
 * @throws EntenteError `invalid_request`, naming each parameter that cannot be read: a file is kept, and nobody
 * would see what it was not made by
 */
export function readPdf(search: string): { view: View; options: PdfOptions } {
  const ofView = new URLSearchParams(search);
  const own = new URLSearchParams();
  const names = Object.keys(pdfOptions.shape);
  for (const name of names) {
    for (const value of ofView.getAll(name)) own.append(name, value);
    ofView.delete(name);
  }
  const { view, problems } = searchToView(ofView.toString());
  const options = readParameters(pdfOptions, own);
  const details = [...problems, ...options.problems].map((each) => ({
    ...each,
    message: each.message.replace('; known are ', `; known are ${names.join(', ')}, `),
  }));
  if (details.length > 0) {
    const text = details.map(({ path, message }) => `${path} ${message}`).join('; ');
    throw new EntenteError('invalid_request', `The request cannot be read: ${text}`, { details });
  }
  return { view, options: pdfOptions.parse(options.value) };
}
