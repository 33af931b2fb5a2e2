import { THEMES } from '../looks/theme.ts';
import { legendRows } from '../scene/legend.ts';
import { drawLegend } from './legend.ts';
import { FONTS } from './lettering.ts';
import { element, escaped } from './markup.ts';
import type { PictureOptions } from './picture.ts';
import { isDense } from './scene.ts';

/** Draws what the marks of a picture mean as an SVG document of its own, as wide as the picture and as high as it asks. */
export function drawLegendPicture(
  options: Pick<PictureOptions, 'graph' | 'positions' | 'looks' | 'width' | 'theme' | 'view'>,
): string {
  const { graph, width, looks = { key: [] } } = options;
  const rows = legendRows(graph, looks, options.view.select, isDense(options));
  const legend = drawLegend(rows, THEMES[options.theme], width);
  const xmlns = 'http://www.w3.org/2000/svg';
  const size = { width, height: legend.height, viewBox: `0 0 ${width} ${legend.height}` };
  const title = element('title', {}, escaped('Key to the picture'));
  return element('svg', { xmlns, ...size, role: 'img', 'font-family': FONTS }, title + legend.at(0, 0));
}
