import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Published, publish } from '../../server/publish/publish.ts';
import { hasBrowser, launchBrowser } from '../setup/browser.ts';
import { findings } from './tools/findings.ts';
import { serveArticle } from './tools/serve-article.ts';
import { serveFolder } from './tools/serve-folder.ts';

/** Of a machine that is busy with other things; each test is of several pages. */
const SLOW = { timeout: 120_000 };
const STORY = 'eve-of-the-meeting';

describe.skipIf(!hasBrowser)('a folder published without a server', SLOW, () => {
  const out = mkdtempSync(join(tmpdir(), 'entente-published-'));
  let [browser, host] = [undefined, undefined] as unknown as [
    Browser,
    Awaited<ReturnType<typeof serveFolder>>,
  ];
  let published: Published;
  let snapshot = '';
  const faults: string[] = [];
  const elsewhere: string[] = [];
  beforeAll(async () => {
    published = await publish({ out, keep: false }, join(import.meta.dirname, '../../dist/page'));
    snapshot = published.set.graph.attributes.snapshot;
    host = await serveFolder(out, '/a/paper/graphs/');
    browser = await launchBrowser();
  }, 120_000);
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect({ faults: faults.splice(0), elsewhere: elsewhere.splice(0) }).toEqual({
      faults: [],
      elsewhere: [],
    });
    expect(host.asked.filter(({ status }) => status !== 200)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
    rmSync(out, { recursive: true, force: true });
  });

  const newPage = async (options: BrowserContextOptions = {}, others: string[] = []): Promise<Page> => {
    const context = await browser.newContext({ reducedMotion: 'reduce', acceptDownloads: true, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(25_000);
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => {
      const address = request.url();
      const inside = [host.url, pathToFileURL(out).href, 'blob:', 'data:', ...others];
      if (!inside.some((each) => address.startsWith(each))) elsewhere.push(address);
    });
    return page;
  };

  it('is the explorer on its data, and asks nobody else', async () => {
    const page = await newPage();
    // The top leads to the newest snapshot, with what the link says.
    await page.goto(`${host.url}?type=SUPPORTS&type=OPPOSES`);
    await page.locator('.canvas [role=application]').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/a/paper/graphs/${snapshot}/index.html`);
    await page.getByRole('region', { name: 'Legend' }).getByText('Supports', { exact: true }).waitFor();
    await page.getByText('Published, without Cypher').waitFor();
    expect(await page.getByRole('link', { name: 'Cypher' }).count()).toBe(0);
    await page.getByRole('combobox', { name: /search/i }).fill('rutte');
    await page
      .getByRole('option', { name: /Mark Rutte/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Mark Rutte' }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('finds paths, tells its stories and gives its data away', async () => {
    const page = await newPage();
    await page.goto(`${host.url}${snapshot}/?path=mark-rutte&path=vladimir-putin&paths=all`);
    await page.locator('.canvas [role=application]').waitFor();
    await page.getByRole('heading', { name: 'All shortest paths' }).waitFor();
    const told = page.locator('.path-details p').first();
    await expect
      .poll(() => told.textContent(), { timeout: 25_000 })
      .toMatch(/^\S.* from Mark Rutte to Vladimir Putin/);
    await page.locator('.path li').nth(1).waitFor();
    await page.goto(`${host.url}${snapshot}/?story=${STORY}&step=2`);
    await page
      .getByText(published.set.stories[0]?.steps[1]?.title ?? '')
      .first()
      .waitFor();
    await page.goto(`${host.url}${snapshot}/`);
    await page.locator('.canvas [role=application]').waitFor();
    await page.keyboard.press('F1');
    await page.getByRole('dialog', { name: 'Commands' }).waitFor();
    await page.keyboard.type('gexf');
    await page.keyboard.press('ArrowDown');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('<gexf');
    expect(text.match(/<edge /g)).toHaveLength(published.set.graph.edges.length);
  });

  it('measures in workers who stands with whom and who is between whom', async () => {
    const page = await newPage();
    await page.goto(`${host.url}${snapshot}/?colour=betweenness`);
    await page.locator('.canvas [role=application]').waitFor();
    await page.getByRole('region', { name: 'Legend' }).getByText('Betweenness').first().waitFor();
    await page.keyboard.press('w');
    await page.getByRole('button', { name: 'Measure', exact: true }).click();
    await page.getByText('Show the measures all the same').click();
    await page.getByRole('heading', { name: 'Frustration index' }).waitFor();
    await expect.poll(() => host.asked.some(({ path }) => path.includes('measure.worker'))).toBe(true);
  });

  it('shares links and embeds of itself that open', async () => {
    const page = await newPage();
    await page.goto(`${host.url}${snapshot}/?type=SUPPORTS`);
    await page.locator('.canvas [role=application]').waitFor();
    await page.getByRole('button', { name: 'Share or embed this view' }).click();
    const snippet = await page.getByRole('dialog').getByLabel('To paste into your page').inputValue();
    expect(snippet).toContain(`src="${host.url}${snapshot}/embed/index.html?type=SUPPORTS&amp;snapshot=`);
    const preview = await (await page.locator('.share-preview').elementHandle())?.contentFrame();
    await preview?.waitForSelector('body[data-state="drawn"]');
    expect(await preview?.locator('#live').getAttribute('href')).toMatch(/^\.\.\/index\.html\?type=SUPPORTS/);
    // Written for the whole, its words are now of the view.
    await expect.poll(() => preview?.locator('#text summary').textContent()).not.toContain('57 nodes');
  });

  it('says how a view is cited, from the dialog to share it, by keys', async () => {
    const page = await newPage();
    await page.goto(`${host.url}${snapshot}/?type=SUPPORTS&caption=Who%20supports%20what`);
    await page.locator('.canvas [role=application]').waitFor();
    await page.keyboard.press('s');
    const cite = page.getByRole('dialog').getByRole('button', { name: 'Cite' });
    await cite.waitFor();
    await cite.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Cite this view' });
    const text = dialog.getByLabel('Citation');
    const named = `Who supports what [Interactive graph; data set nato-2025-12, snapshot ${snapshot}; source: News report of `;
    expect(await text.inputValue()).toContain(named);
    expect(new URL(/https?:\S+$/.exec(await text.inputValue())?.[0] ?? '').searchParams.get('snapshot')).toBe(
      snapshot,
    );
    await dialog.getByLabel('BibTeX').check();
    expect(await text.inputValue()).toMatch(/^@misc\{entente-who-supports-what-/);
    expect(await findings(page)).toEqual([]);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save as a file' }).press('Enter'),
    ]);
    expect(saved.suggestedFilename()).toBe('citation.bib');
    expect(readFileSync(await saved.path(), 'utf8')).toBe(await text.inputValue());
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('is a picture and text without a script, and live in an article through its component', async () => {
    const still = await newPage({ javaScriptEnabled: false });
    await still.goto(`${host.url}${snapshot}/embed/${STORY}/2/index.html`);
    const image = still.locator('img.still').first();
    expect(await image.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(300);
    await still.getByRole('link', { name: 'Next' }).click();
    await still.getByText('Step 3 of').first().waitFor();

    const article = await serveArticle(
      `<script type="module" src="${host.url}${snapshot}/embed.js"></script><script>
       addEventListener('entente-ready', ({ detail }) => { document.title = 'nodes ' + detail.nodes; });</script>
       <entente-graph story="${STORY}" step="2"><a href="${host.url}"><img src="${host.url}${snapshot}/embed/${STORY}/2/card.png"
       alt="Step 2" width="600" height="315" loading="lazy"></a></entente-graph>`,
    );
    // A host that forbids other sites its script has no component; GitHub Pages and most networks allow it.
    const page = await newPage({}, [article.url]);
    await page.route('**/embed.js', async (route) =>
      route.fulfill({
        response: await route.fetch(),
        headers: { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' },
      }),
    );
    await page.goto(article.url);
    await expect.poll(() => page.title(), { timeout: 25_000 }).toMatch(/^nodes \d+$/);
    const frame = page.frames().find((each) => each.url().includes(`/embed/${STORY}/2/index.html`));
    await frame?.waitForSelector('body[data-state="drawn"]');
    expect(await frame?.locator('#story').textContent()).toContain('Step 2 of');
    // What is not there is told to whoever wrote it, not selected.
    const told = page.evaluate(
      () =>
        new Promise((heard) =>
          addEventListener('entente-refused', (event) => heard((event as CustomEvent).detail.details)),
        ),
    );
    await page.evaluate(() => {
      const graph = document.querySelector('entente-graph') as HTMLElement & { select(keys: string[]): void };
      graph.select(['never-there', 'nato']);
    });
    expect(await told).toEqual([{ path: 'keys', message: 'never-there is not there.' }]);
    await frame?.getByRole('region', { name: 'Details' }).getByText('NATO').first().waitFor();
    // With the script blocked, the tag shows what is in it.
    const blocked = await newPage({ javaScriptEnabled: false }, [article.url]);
    await blocked.goto(article.url);
    const instead = blocked.getByRole('img', { name: 'Step 2' });
    await expect.poll(() => instead.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(1200);
    await article.close();
  });

  it('opened from a disk shows still pictures and text, and says why no more', async () => {
    const disk = (path: string) => pathToFileURL(join(out, snapshot, path)).href;
    const page = await newPage();
    await page.goto(disk('index.html'));
    await page.getByText('This page was opened from a disk').waitFor();
    await page.getByRole('link', { name: published.set.stories[0]?.title ?? '' }).click();
    await page.getByText('This page was opened from a disk').waitFor();
    const image = page.locator('img.still').first();
    expect(await image.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(300);
  });
});
