import { hasBrowser, launchBrowser } from '../setup/browser.ts';
import { line, median, ms } from './statistics.ts';

/** From navigation to every node drawn, and the script that the first drawing needs. */
export async function benchPage(url: string): Promise<string[]> {
  if (!hasBrowser) return [line('the page', 'no browser found')];
  const browser = await launchBrowser();
  try {
    const drawn: number[] = [];
    let script = 0;
    for (let run = 0; run < 7; run += 1) {
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
          (each) => each.name.endsWith('.js') && each.responseEnd <= mark.startTime,
        );
        return [mark.startTime, needed.reduce((sum, each) => sum + each.encodedBodySize, 0)];
      });
      drawn.push(at);
      script = bytes;
      await context.close();
    }
    return [
      line('from navigation to every node drawn, median of 7 cold loads', ms(median(drawn)), '≤ 1 s'),
      line('script before the first drawing, compressed', `${(script / 1024).toFixed(0)} KB`, '≤ 250 KB'),
    ];
  } finally {
    await browser.close();
  }
}
