import { drawPicture } from '../../client/graph/svg/picture.ts';
import { asksAlliances } from '../../client/state/measures/asks.ts';
import type { View } from '../contract/view.ts';
import type { Reader } from '../graph/service.ts';
import { createViewReader } from './view-picture.ts';

/**
 * At most this many nodes, and edges, of a database are drawn while others wait: laying out and drawing so many takes
 * some tenths of a second, and a larger one can only be laid out in part, which would be another picture.
 */
const MOST_DRAWN = 300;
/** In CSS pixels: the shape that an embed gives its picture. */
const SIZE = { width: 640, height: 400 };

/**
 * Draws a view as an embed shows it, as SVG.
 *
 * @returns Undefined where the database is too large for that, or the view takes long to be measured.
 */
export async function drawStill(reader: Reader, view: View, legend: boolean): Promise<string | undefined> {
  // Who stands with whom is hard to compute; the server does not do that while others wait.
  if (asksAlliances(view)) return undefined;
  const { graph, positions, looks, base } = await createViewReader(
    reader,
    Math.min(MOST_DRAWN, reader.rowLimit),
  )(view);
  // It was laid out by what is shown alone, not as a part of the whole.
  if (base.attributes.truncated || graph.attributes.truncated) return undefined;
  const theme = view.theme ?? 'light';
  return drawPicture({ graph, positions, looks, view, ...SIZE, theme, legend, transparent: true }).svg;
}
