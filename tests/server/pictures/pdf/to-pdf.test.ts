import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../server/core/layout/layout.ts';
import { drawPicture } from '../../../../server/core/svg/picture.ts';
import { toPdf } from '../../../../server/pictures/pdf/to-pdf.ts';
import { storyGraph } from '../../../client/fixtures/story.ts';
import { anyGraph } from '../../core/layout/arbitrary.ts';

const CREATED = new Date('2026-01-02T03:04:05Z');
const picture = (inner: string, size = 'width="400" height="200"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size}><title>Who &amp; whom</title><desc>Two nodes</desc>${inner}</svg>`;

/** Objects and streams of a PDF as text, the streams unpacked. */
async function read(svg: string) {
  const bytes = Buffer.from(await toPdf(svg, { author: 'A source', created: CREATED }));
  const text = bytes.toString('latin1');
  const streams = [...text.matchAll(/stream\n/g)]
    .filter(({ index }) => text.slice(index - 40, index).includes('/FlateDecode'))
    .map(({ index }) =>
      inflateSync(bytes.subarray(index + 7, text.indexOf('\nendstream', index))).toString('latin1'),
    );
  return { bytes, text, drawn: streams.join('\n') };
}

/** How many curves are drawn, of which letters are made. */
const curves = (drawn: string) => drawn.match(/ c$/gm)?.length ?? 0;

describe('a picture as PDF', () => {
  it('is one page as large as the picture, and says what it is, by whom and since when', async () => {
    const { text } = await read(picture('<rect width="9" height="9"/>'));
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('/MediaBox [0 0 300 150]');
    expect(text).toContain('/Count 1');
    expect(text).toContain('(Who & whom)');
    expect(text).toContain('(Two nodes)');
    expect(text).toContain('(A source)');
    expect(text).toContain('(D:20260102030405Z)');
    expect(text).toContain('/Lang (en)');
    expect(text).toContain('(Who & whom. Two nodes)');
    expect(text).not.toMatch(/\/JavaScript|\/JS\b|\/OpenAction/);
  });

  it('keeps lines as lines: their way, width, ends, dashes and colour', async () => {
    const line =
      '<path d="M10,20Q30,40 50,20L90 90" fill="none" stroke="#ff0000" stroke-width="2.5" stroke-linecap="round" stroke-dasharray="4 0.01"/>';
    const { drawn } = await read(picture(line));
    expect(drawn).toMatch(/1 0 0 SCN/);
    expect(drawn).toMatch(/^2\.5 w$/m);
    expect(drawn).toMatch(/^1 J$/m);
    expect(drawn).toMatch(/^\[4 0\.01\] 0 d$/m);
    expect(drawn).toMatch(/^10 20 m$/m);
    // PDF has cubic curves alone.
    expect(drawn).toMatch(/^23\.33\d* 33\.33\d* 36\.66\d* 33\.33\d* 50 20 c$/m);
    expect(drawn).toMatch(/^90 90 l$/m);
    expect(drawn).not.toMatch(/^f\*?$/m);
  });

  it('keeps what shines through, what is moved, and what is cut off', async () => {
    const { text, drawn } = await read(
      picture(
        '<rect width="5" height="5" fill="#00ff00" fill-opacity="0.25"/><g transform="translate(7 8) scale(2)"><rect width="3" height="3"/></g><svg x="10" y="20" width="50" height="60"><circle r="99"/></svg>',
      ),
    );
    expect(text).toContain('/ca 0.25');
    expect(drawn).toMatch(/^2 0 0 2 7 8 cm$/m);
    expect(drawn).toMatch(/^10 20 m\n60 20 l\n60 80 l\n10 80 l\nh\nW n$/m);
  });

  it('draws a halo under the letters that it is round', async () => {
    const halo = 'fill="#111111" stroke="#ffffff" stroke-width="4" paint-order="stroke"';
    const { drawn } = await read(picture(`<path d="M0 0L9 9L0 9Z" ${halo}/>`));
    expect(drawn.indexOf('\nS\n')).toBeGreaterThan(0);
    expect(drawn.indexOf('\nS\n')).toBeLessThan(drawn.indexOf('\nf\n'));
  });

  it('draws letters of every script as outlines, and lays the words over them to be found', async () => {
    const text = (words: string, more = '') => `<text x="200" y="50" font-size="20" ${more}>${words}</text>`;
    const latin = await read(picture(text('Zoë')));
    const arabic = await read(picture(text('حلف شمال', 'direction="rtl"')));
    expect(curves(latin.drawn)).toBeGreaterThan(0);
    expect(curves(arabic.drawn)).toBeGreaterThan(0);
    expect(latin.drawn).toMatch(/^3 Tr$/m);
    expect(latin.drawn).toMatch(/<5a6feb>/);
    const spelled = Buffer.from('\ufeffحلف شمال', 'utf16le').swap16().toString('latin1');
    expect(arabic.drawn.replaceAll(/\\(.)/g, '$1')).toContain(spelled);
    const chinese = await read(picture(text('北大西洋公约')));
    expect(chinese.drawn.match(/ l$/gm)?.length ?? 0).toBeGreaterThan(3);
  });

  it.each([
    [
      '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#f)"><rect width="9" height="9"/></g>',
      'filter',
    ],
    [
      '<linearGradient id="g"><stop stop-color="red"/><stop offset="1"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>',
      'linearGradient',
    ],
    ['<g opacity="0.5"><rect width="9" height="9"/><rect width="7" height="9"/></g>', 'opacity of g'],
  ])('refuses what it would draw wrong, and says what: %s', async (inner, told) => {
    const message = expect.stringContaining(told);
    await expect(read(picture(inner))).rejects.toMatchObject({ name: 'EntenteError', message });
  });

  it('is the same to the byte for the same picture', async () => {
    const graph = storyGraph();
    const options = {
      graph,
      positions: layOut(graph, {}),
      view: {},
      width: 900,
      height: 600,
      theme: 'dark',
    } as const;
    const { svg } = drawPicture({
      ...options,
      legend: true,
      caption: 'A title\nAnd more',
      credit: 'Source: news',
    });
    const [first, second] = [await read(svg), await read(svg)];
    expect(first.bytes.equals(second.bytes)).toBe(true);
    expect(first.text).toContain('(A title)');
  });

  it('can be made of any picture that we draw', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, fc.boolean(), async (graph, legend) => {
        const options = { graph, positions: layOut(graph, {}), view: {}, width: 500, height: 400 };
        const { svg } = drawPicture({ ...options, legend, theme: 'light', caption: 'A' });
        expect((await read(svg)).text.trimEnd().endsWith('%%EOF')).toBe(true);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
