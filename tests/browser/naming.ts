import { describe, expect, it } from 'vitest';
import { wrapLabel } from '../../server/core/labels/text.ts';
import type { ExplorerPage } from '../setup/explorer-page.ts';

/** So many of the built-in set's nodes have names on a usual screen. */
const LEAST = 50;

/** What the picture names. */
export function naming(the: () => ExplorerPage): void {
  describe('the picture as it opens', () => {
    it('names nearly all nodes of the built-in set on a screen of 1440 by 900', async () => {
      const page = await the().open('', { viewport: { width: 1440, height: 900 } });
      await page.addInitScript(keepWords);
      await page.reload();
      const named = async () => {
        const words = await page.evaluate(() => window.words.map((each) => `\n${each.join('\n')}\n`));
        const { nodes } = the().graph;
        const counts = words.map((each) => {
          const isThere = (caption: string) => each.includes(`\n${wrapLabel(caption).lines.join('\n')}\n`);
          return nodes.filter(({ attributes }) => isThere(attributes.caption)).length;
        });
        return Math.max(0, ...counts);
      };
      await expect.poll(named, { timeout: 30_000 }).toBeGreaterThanOrEqual(LEAST);
    });
  });
}

declare global {
  interface Window {
    /** The words on each canvas since it was last cleared. */
    words: string[][];
  }
}

function keepWords(): void {
  const kept = new Map<CanvasRenderingContext2D, string[]>();
  const drawn = CanvasRenderingContext2D.prototype;
  const { clearRect, fillText } = drawn;
  drawn.clearRect = function (...area) {
    kept.set(this, []);
    clearRect.apply(this, area);
  };
  drawn.fillText = function (text, ...at) {
    kept.get(this)?.push(text);
    fillText.call(this, text, ...at);
  };
  Object.defineProperty(window, 'words', { get: () => [...kept.values()] });
}
