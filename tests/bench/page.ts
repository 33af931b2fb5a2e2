import type { Browser } from 'playwright-core';
import { hasBrowser, launchBrowser } from '../setup/browser.ts';
import { line, median, ms } from './statistics.ts';

const LOADS = 7;

/** From navigation to every node drawn, and the script that the first drawing needs: of the explorer and of an embed. */
export async function benchPage(url: string): Promise<string[]> {
  if (!hasBrowser) return [line('the page', 'no browser found')];
  const browser = await launchBrowser();
  try {
    const explorer = await loadCold(browser, `${url}/`);
    const embed = await loadCold(browser, `${url}/embed`);
    const near = await loadCold(browser, `${url}/embed?focus=nato&depth=1`);
    const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
    return [
      line(
        `explorer: navigation to every node drawn, median of ${LOADS} cold loads`,
        ms(explorer.drawn),
        '≤ 1 s',
      ),
      line('explorer: script before the first drawing, compressed', kilobytes(explorer.script), '≤ 250 KB'),
      line(`embed of everything: navigation to drawn, median of ${LOADS}`, ms(embed.drawn), '≤ 1 s'),
      line(`embed of an ego network: navigation to drawn, median of ${LOADS}`, ms(near.drawn), '≤ 1 s'),
      line('embed: script before the first drawing, compressed', kilobytes(embed.script), '≤ 150 KB'),
    ];
  } finally {
    await browser.close();
  }
}

/** The median of the milliseconds until a page is drawn, with nothing in the cache, and the bytes of script till then. */
async function loadCold(browser: Browser, url: string): Promise<{ drawn: number; script: number }> {
  const drawn: number[] = [];
  let script = 0;
  for (let load = 0; load < LOADS; load += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName('entente-drawn').length > 0, undefined, {
      polling: 20,
    });
    const [at, bytes] = await page.evaluate(() => {
      const mark = performance.getEntriesByName('entente-drawn')[0] as PerformanceEntry;
      const scripts = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const needed = scripts.filter(
        ({ name, responseEnd }) => /\.js$/.test(name) && responseEnd <= mark.startTime,
      );
      return [mark.startTime, needed.reduce((sum, each) => sum + each.encodedBodySize, 0)];
    });
    drawn.push(at);
    script = bytes;
    await context.close();
  }
  return { drawn: median(drawn), script };
}
