import type { PdfOptions } from '../../core/contract/pdf.ts';
import { pictureCredit } from '../../core/svg/credit.ts';
import { drawPicture } from '../../core/svg/picture.ts';
import { createArranger } from '../arrange-view.ts';
import { type PackedView, unpackView } from '../packed-view.ts';
import { toPdf } from './to-pdf.ts';

/** A PDF to be drawn. */
export interface PdfWork {
  kind: 'pdf';
  packed: PackedView;
  options: PdfOptions;
  /** Over the picture; empty for none. */
  caption: string;
  /** When it is made, in milliseconds since 1970. */
  created: number;
}

/** Draws the picture of a view as the dialog of the explorer does, as PDF. */
export async function paintPdf({ packed, options, caption, created }: PdfWork): Promise<Uint8Array> {
  const { pageWidth: width, pageHeight: height, legend, transparent } = options;
  const read = await unpackView(packed);
  const arranged = await createArranger()(read);
  const source = pictureCredit(arranged.graph, read.base);
  const { svg } = drawPicture({
    ...{ ...arranged, width, height, legend, transparent, caption },
    view: read.view,
    theme: read.view.theme ?? 'light',
    credit: options.credit ? source : '',
  });
  const said = caption.split('\n').slice(1).join(' ');
  return toPdf(svg, { subject: said, author: source, created: new Date(created) });
}
