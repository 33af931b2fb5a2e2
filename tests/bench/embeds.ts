import type { Browser, Frame, Page } from 'playwright-core';
import { serveArticle } from '../browser/tools/serve-article.ts';
import { hasBrowser, launchBrowser } from '../setup/browser.ts';
import { longestTask } from './main-thread.ts';
import { line, ms } from './statistics.ts';

const EMBEDS = 10;
/** What is between embeds, as in an article, so that two or three are in sight at once. */
const BETWEEN = '<p style="height:220px">Text of an article between two pictures.</p>';
const VIEWS = ['', 'type=SUPPORTS', 'type=OPPOSES', 'focus=nato&depth=1', 'focus=mark-rutte&depth=2'];
const SIZE = { width: 1280, height: 800 };
const STEP = 120;

/** Ten embeds in an article of another site: how smoothly it scrolls, and what they cost against one. */
export async function benchEmbeds(url: string): Promise<string[]> {
  if (!hasBrowser) return [line('embeds', 'no browser found')];
  const browser = await launchBrowser();
  try {
    const one = await read(browser, url, 1);
    const ten = await read(browser, url, EMBEDS);
    return [
      ...ten.lines,
      line(`${EMBEDS} embeds: drawn`, `${ten.drawn}`, `${EMBEDS}`),
      line(`${EMBEDS} embeds: WebGL contexts lost`, `${ten.lost}`, '0'),
      line(`${EMBEDS} embeds: script fetched`, `${(ten.script / 1024).toFixed(0)} KB`),
      line(
        `${EMBEDS} embeds: script against that of one`,
        `${(ten.script / one.script).toFixed(2)} ×`,
        '≤ 1.3 ×',
      ),
    ];
  } finally {
    await browser.close();
  }
}

interface Article {
  lines: string[];
  drawn: number;
  lost: number;
  /** Bytes of script that came over the network. */
  script: number;
}

/** Opens an article, scrolls it to its end and back as a reader does, and counts. */
async function read(browser: Browser, url: string, embeds: number): Promise<Article> {
  const graphs = Array.from(
    { length: embeds },
    (_, at) => `<entente-graph view="${VIEWS[at % VIEWS.length]}" height="460"></entente-graph>`,
  );
  const article = await serveArticle(
    `<script type="module" src="${url}/embed.js"></script>${graphs.join(BETWEEN)}${BETWEEN}`,
  );
  const context = await browser.newContext({ viewport: SIZE });
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  await page.addInitScript(countLost);
  const bytes = countScript(page);
  const lines: string[] = [];
  const step = async (name: string, act: () => Promise<unknown>) => {
    const { lasted, ran, was, mostRan } = await longestTask(page, name, act);
    lines.push(
      `${line(`longest task: ${name}`, `${ms(lasted)}, ran ${ms(ran)}`, '≤ 200 ms')}  ${was}`,
      line(`most that a task ran: ${name}`, ms(mostRan), '≤ 200 ms'),
    );
  };
  try {
    await page.goto(article.url);
    await step(`${embeds} embeds: scroll down until all are drawn`, () => walk(page));
    await step(`${embeds} embeds: scroll up again`, () => scroll(page, -STEP));
    await step(`${embeds} embeds: scroll down once more`, () => scroll(page, STEP));
    const frames = framesOf(page);
    const counted = await Promise.all(frames.map((frame) => frame.evaluate(countOf)));
    return {
      lines,
      drawn: counted.filter(({ drawn }) => drawn).length,
      lost: counted.reduce((sum, { lost }) => sum + lost, 0),
      script: await bytes(),
    };
  } finally {
    await context.close();
    await article.close();
  }
}

/** Turns the wheel until each embed in turn is in sight, and waits there until it is drawn. */
async function walk(page: Page): Promise<void> {
  await page.mouse.move(SIZE.width / 2, SIZE.height / 2);
  const graphs = page.locator('entente-graph');
  for (let at = 0; at < (await graphs.count()); at += 1) {
    const middle = () =>
      graphs.nth(at).evaluate((graph) => graph.getBoundingClientRect().top - innerHeight / 3);
    for (let left = await middle(); left > STEP; left = await middle()) await turn(page, STEP);
    const frame = await (await graphs.nth(at).locator('iframe').elementHandle())?.contentFrame();
    await frame?.waitForSelector('body[data-state="drawn"]');
  }
}

/** Turns the wheel without a rest as far as the page goes. */
async function scroll(page: Page, by: number): Promise<void> {
  const left = () =>
    page.evaluate(
      (down) => (down ? document.documentElement.scrollHeight - innerHeight - scrollY : scrollY),
      by > 0,
    );
  while ((await left()) > 1) await turn(page, by);
}

async function turn(page: Page, by: number): Promise<void> {
  await page.mouse.wheel(0, by);
  // So often does a hand turn a wheel.
  await page.waitForTimeout(50);
}

const framesOf = (page: Page): Frame[] => page.frames().filter((frame) => frame.url().includes('/embed'));

/** In every frame: counts contexts that the browser took away, not those that an embed gives back by itself. */
function countLost(): void {
  Object.assign(window, { lost: 0 });
  addEventListener(
    'webglcontextlost',
    ({ target }) => {
      const canvas = target as HTMLCanvasElement;
      if (canvas.isConnected) (window as unknown as { lost: number }).lost += 1;
    },
    true,
  );
}

function countOf(): { drawn: boolean; lost: number } {
  const shows = document.querySelector('canvas.still, [role=application]') !== null;
  const { lost } = window as unknown as { lost: number };
  return { drawn: document.body.dataset.state === 'drawn' && shows, lost };
}

/** Bytes of script that a page and its frames take from the network, not from the browser's cache. */
function countScript(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (!/\.js$/.test(new URL(response.url()).pathname)) return;
    const size = response
      .request()
      .sizes()
      .then(({ responseBodySize }) => Math.max(0, responseBodySize));
    sizes.push(size.catch(() => 0));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0);
}
