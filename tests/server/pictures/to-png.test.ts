import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { FONTS } from '../../../server/core/svg/lettering.ts';
import { toPng } from '../../../server/pictures/to-png.ts';

const written = (family: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><text y="30" font-size="24" font-family="${family}">Who stands where</text></svg>`;
const alone = (family: string) =>
  new Resvg(written(family), { font: { loadSystemFonts: true } }).render().asPng();

describe('a picture as PNG', () => {
  it('is written in one of the fonts that it names, where this machine has any', () => {
    const names = FONTS.split(', ').map((name) => name.replaceAll("'", ''));
    const none = alone('No font of this name');
    const installed = names.map(alone).filter((png) => !png.equals(none));
    const png = Buffer.from(toPng(written(FONTS), 1));
    if (installed.length > 0) expect(installed.some((each) => each.equals(png))).toBe(true);
    else expect(png.equals(none)).toBe(true);
  });

  it('is as large as its scale says', () => {
    const png = Buffer.from(toPng(written(FONTS), 2.5));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([750, 100]);
  });
});
