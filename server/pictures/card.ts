import { CARD } from '../core/contract/card.ts';
import type { PictureParts } from '../core/picture/picture-of.ts';
import { pictureCredit } from '../core/svg/credit.ts';
import { drawPicture } from '../core/svg/picture.ts';
import { titleOfShown } from '../core/words/graph-title.ts';
import { createArranger } from './arrange-view.ts';
import { type PackedView, unpackView } from './packed-view.ts';
import type { ReadView } from './read-view.ts';
import { toPng } from './to-png.ts';

/** The picture for previews of links, to be drawn in a thread. */
export interface CardWork {
  kind: 'card';
  packed: PackedView;
  /** Over the picture; what it shows when absent. */
  title?: string;
  /** In pixels. */
  width: number;
}

/** Draws the picture that previews of links show. */
export async function paintCard({ packed, title, width }: CardWork): Promise<Uint8Array> {
  const read = await unpackView(packed);
  return drawCard(read, await createArranger()(read), { title, width });
}

/**
 * Draws an arranged view as the picture that previews of links show: a PNG with title and sources.
 *
 * @param options.title What the view shows when absent.
 * @param options.width In pixels; as large as cards are when absent.
 */
export function drawCard(
  { view, base }: Pick<ReadView, 'view' | 'base'>,
  parts: PictureParts,
  { title, width = CARD.width }: { title?: string | undefined; width?: number },
): Uint8Array {
  const { svg } = drawPicture({
    ...{ ...parts, view, ...CARD },
    theme: view.theme ?? 'light',
    caption: title ?? titleOfShown(view, undefined, parts.graph),
    credit: pictureCredit(parts.graph, base),
  });
  return toPng(svg, width / CARD.width);
}
