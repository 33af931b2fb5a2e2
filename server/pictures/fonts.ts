import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { FONTS } from '../core/svg/lettering.ts';

/** A name that no font has. */
const NO_FONT = 'No font of this name';
/** Of the lines that tell fonts apart, in pixels. */
const [WIDTH, LINE] = [200, 24];

type Fonts = NonNullable<ResvgRenderOptions['font']>;

let known: Fonts | undefined;

/** What pictures are written in on this machine, as resvg is told it; looked for once. */
export function fontsHere(): Fonts {
  known ??= findFonts();
  return known;
}

function findFonts(): Fonts {
  const family = firstInstalled(FONTS.split(', ').map((name) => name.replaceAll("'", '')));
  // Of a list of fonts resvg takes the first or none: the generic one is what it falls back to.
  return { loadSystemFonts: true, ...(family && { sansSerifFamily: family, defaultFontFamily: family }) };
}

/** The first of some fonts that is installed: what is written in it looks different from what is in none. */
function firstInstalled(families: readonly string[]): string | undefined {
  const lines = [NO_FONT, ...families].map(
    (family, at) =>
      `<text x="2" y="${(at + 0.7) * LINE}" font-size="16" font-family="${family}">Hamburgefonts 0123</text>`,
  );
  const size = `width="${WIDTH}" height="${lines.length * LINE}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${lines.join('')}</svg>`;
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: true } }).render();
  const line = (at: number) => pixels.subarray(at * LINE * WIDTH * 4, (at + 1) * LINE * WIDTH * 4);
  return families.find((_, at) => !line(at + 1).equals(line(0)));
}
