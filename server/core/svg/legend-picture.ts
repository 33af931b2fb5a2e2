import { THEMES } from '../looks/theme.ts';
import { drawLegend, legendOf } from './legend.ts';
import { FONTS } from './lettering.ts';
import { element, escaped } from './markup.ts';
import type { PictureOptions } from './picture.ts';
import { sceneOf } from './scene.ts';

const NONE = { top: 0, right: 0, bottom: 0, left: 0 };

/** Draws what the marks of a picture mean as an SVG document of its own, as wide as the picture and as high as it asks. */
export function drawLegendPicture(options: Omit<PictureOptions, 'legend' | 'caption' | 'credit'>): string {
  const { width, height, looks = { key: [] } } = options;
  const scene = sceneOf({ ...options, size: { width, height }, insets: NONE });
  const legend = drawLegend(legendOf(scene, looks), THEMES[options.theme], width);
  const xmlns = 'http://www.w3.org/2000/svg';
  const size = { width, height: legend.height, viewBox: `0 0 ${width} ${legend.height}` };
  const title = element('title', {}, escaped('Key to the picture'));
  return element('svg', { xmlns, ...size, role: 'img', 'font-family': FONTS }, title + legend.at(0, 0));
}
