import { expect, test } from 'vitest';
import { differenceFrom, toleranceOf } from '../../pictures/compare.ts';
import { type Drawn, large, lines, parallels, shapes, story } from '../../pictures/scenes.ts';
import type {} from './page/main.ts';
import { atRest, type PicturePage } from './picture-page.ts';

const SIZE = { width: 900, height: 560 };
const [PHONE, EMBED] = [
  { width: 360, height: 560 },
  { width: 600, height: 375 },
];

const PICTURES: Record<string, { drawn: () => Drawn; size?: typeof SIZE; dark?: boolean }> = {
  lines: { drawn: lines },
  'lines-in-the-dark': { drawn: lines, dark: true },
  parallels: { drawn: parallels },
  shapes: { drawn: shapes },
  story: { drawn: () => story({ select: ['state-0'] }) },
  'story-on-a-phone': { drawn: () => story(), size: PHONE },
  'story-in-an-embed': { drawn: () => story(), size: EMBED },
  large: { drawn: large },
};

/** The canvas as it was when its references were drawn. */
export function pictures({ site }: PicturePage): void {
  test.each(Object.entries(PICTURES))(
    'is what it was, of %s',
    async (name, { drawn, size = SIZE, dark = false }) => {
      const page = await site().open({
        viewport: size,
        reducedMotion: 'reduce',
        colorScheme: dark ? 'dark' : 'light',
      });
      await page.evaluate((given) => {
        const { graph, view } = JSON.parse(given);
        window.opened = window.openPicture(view, graph);
      }, JSON.stringify(drawn()));
      await page.waitForFunction(() => performance.getEntriesByName('entente-drawn').length > 0);
      await atRest(page);
      const tolerance = toleranceOf(name);
      const difference = differenceFrom(`canvas/${name}`, await page.screenshot(), tolerance);
      await page.close();
      expect(difference).toBeLessThanOrEqual(tolerance.share);
    },
  );
}
