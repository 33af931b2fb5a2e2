import { beforeAll, describe, expect, it } from 'vitest';
import { THEMES } from '../../server/core/looks/theme.ts';
import { nodeLooks } from '../../server/core/picture/find-looks.ts';
import { painter } from '../../server/core/picture/painter.ts';
import { drawLegendPicture } from '../../server/core/svg/legend-picture.ts';
import { drawPicture, type PictureOptions } from '../../server/core/svg/picture.ts';
import { differenceFrom, toleranceOf } from './compare.ts';
import { createRasteriser } from './rasterise.ts';
import { type Drawn, large, lines, parallels, shapes, story } from './scenes.ts';

function options({ graph, view }: Drawn, more: Partial<PictureOptions> = {}): PictureOptions {
  const looks = nodeLooks({
    graph: { state: 'ready', value: graph },
    view,
    measurements: {},
    painter,
  } as never);
  return { graph, view, looks, positions: new Map(), width: 900, height: 560, theme: 'light', ...more };
}

const draw = (drawn: Drawn, more: Partial<PictureOptions> = {}) => drawPicture(options(drawn, more)).svg;
const PHONE = { width: 360, height: 640 };
const MEANT = { colour: 'property:name', size: 'same', shape: 'property:id', width: 'confidence' } as const;

const PICTURES: Record<string, () => string> = {
  lines: () => draw(lines()),
  'lines in the dark': () => draw(lines(), { theme: 'dark' }),
  parallels: () => draw(parallels()),
  'parallels selected': () => {
    const { graph, view } = parallels();
    return draw({ graph, view: { ...view, select: ['5-1', '3-0', 'l2'] } });
  },
  shapes: () => draw(shapes(), { legend: true }),
  story: () => draw(story(), { legend: true, caption: 'Who takes which stance', credit: 'The Daily Ledger' }),
  'story in the dark': () => draw(story({ select: ['state-0'] }), { theme: 'dark' }),
  'story on a phone': () => draw(story(), { ...PHONE, legend: true, caption: 'Who takes which stance' }),
  'story near': () => draw(story({ camera: { x: 300, y: -300, ratio: 0.5 } })),
  large: () => draw(large()),
  'large in the dark': () => draw(large(), { theme: 'dark' }),
  widths: () => draw(story(MEANT as Drawn['view']), { legend: true, height: 900 }),
  legend: () => drawLegendPicture(options(story(MEANT as Drawn['view']))),
};

describe('a picture as SVG', () => {
  let png: (svg: string) => Uint8Array;
  beforeAll(async () => {
    png = await createRasteriser();
  });
  it.each(Object.keys(PICTURES))('is what it was, of %s', (name) => {
    const tolerance = toleranceOf(name);
    const picture = png(PICTURES[name]?.() ?? '');
    expect(differenceFrom(`svg/${name.replaceAll(' ', '-')}`, picture, tolerance)).toBeLessThanOrEqual(
      tolerance.share,
    );
  });
});

describe.skipIf(process.env.ENTENTE_PICTURES === 'write')('the comparison of pictures', () => {
  const { support, oppose } = THEMES.light;
  const widened = (by: number) => (svg: string) =>
    svg.replace(/stroke-width="([\d.]+)"/g, (_, width) => `stroke-width="${Number(width) * by}"`);
  const bent = (svg: string) =>
    svg.replace(/Q([\d.-]+),([\d.-]+)/g, (_, x, y) => `Q${Number(x) + 6},${Number(y)}`);
  let png: (svg: string) => Uint8Array;
  beforeAll(async () => {
    png = await createRasteriser();
  });
  const difference = (name: string, change: (svg: string) => string) =>
    differenceFrom(`svg/${name}`, png(change(PICTURES[name]?.() ?? '')), { ...toleranceOf(name), share: 1 });

  it.each(['lines', 'parallels', 'shapes', 'story', 'large'])(
    'takes %s for the same where every edge is smoothed otherwise',
    (name) => {
      const moved = (svg: string) =>
        svg
          .replace('class="graph">', 'class="graph"><g transform="translate(0.04 0.04)">')
          .replace('</svg>', '</g></svg>');
      expect(difference(name, moved)).toBeLessThanOrEqual(toleranceOf(name).share);
    },
  );

  it.each<[what: string, name: string, change: (svg: string) => string]>([
    ['broken lines solid', 'lines', (svg) => svg.replaceAll(/ stroke-dasharray="[^"]*"/g, '')],
    [
      'the colours of the signs swapped',
      'parallels',
      (svg) => svg.replaceAll(support, '#').replaceAll(oppose, support).replaceAll('#"', `${oppose}"`),
    ],
    ['no heads of arrows', 'lines', (svg) => svg.replaceAll(/<path [^>]*class="head"\/>/g, '')],
    ['lines a tenth wider', 'parallels', widened(1.1)],
    ['lines a tenth thinner', 'parallels', widened(0.9)],
    ['curves a little flatter', 'parallels', bent],
    ['thin lines of a large graph twice as wide', 'large', widened(2)],
  ])('tells %s from what it was', (_, name, change) => {
    expect(difference(name, change)).toBeGreaterThan(toleranceOf(name).share);
  });
});
