import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { decompress } from 'wawoff2';

const FONT = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';

/**
 * What turns SVG into PNG alike on every machine: in the product's own font, as the machine's differ, which resvg
 * reads as TrueType only.
 */
export async function createRasteriser(): Promise<(svg: string) => Uint8Array> {
  const woff2 = readFileSync(createRequire(import.meta.url).resolve(FONT));
  const file = join(mkdtempSync(join(tmpdir(), 'entente-font-')), 'inter.ttf');
  writeFileSync(file, await decompress(woff2));
  const family = 'Inter Variable';
  const font = {
    loadSystemFonts: false,
    fontFiles: [file],
    defaultFontFamily: family,
    sansSerifFamily: family,
  };
  return (svg) => new Resvg(svg, { font }).render().asPng();
}
