import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codingOf } from '../server/core/reading/coding.ts';
import { appWithoutDatabase } from '../setup/app-without-database.ts';
import { hasBrowser, launchBrowser } from '../setup/browser.ts';

const STANCES = `who,whom,stance,date
Ann,Bo,support,2024-05-01
Bo,Cy,oppose,2024-06-02
Cy,Ann,oppose,2024-07-03
Dee,Ann,support,2024-08-04
`;
const GML = 'graph [ node [ id 1 label "Ann" ] node [ id 2 label "Bo" ] edge [ source 1 target 2 ] ]';

/** Of a machine that is busy with other things; each test is of several pages. */
const SLOW = { timeout: 120_000 };

describe.skipIf(!hasBrowser)('a file opened in the page while there is no database', SLOW, () => {
  let server: Server;
  let browser: Browser;
  let url = '';
  const faults: string[] = [];
  const asked: string[] = [];
  beforeAll(async () => {
    const app = appWithoutDatabase();
    server = createServer((request, response) => {
      if (request.method === 'POST') asked.push(request.url ?? '');
      app(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(asked).toEqual([]);
  });

  const newPage = async (hash = '') => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(25_000);
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`${url}/${hash}`);
    await page.getByRole('heading', { name: 'Getting the database ready' }).waitFor();
    return page;
  };
  const choose = async (page: Page, name: string, content: string | Uint8Array) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('main').getByRole('button', { name: 'Open a file…' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  };
  /** The page's own words on what its picture holds. */
  const shows = (page: Page, words: string) =>
    page.getByRole('region', { name: 'Legend' }).getByText(words, { exact: true }).waitFor();
  const confirm = (page: Page) => page.getByRole('button', { name: 'Open', exact: true }).click();

  it('is drawn, searched, kept for a reload, and closed', async () => {
    const page = await newPage();
    await choose(page, 'stances.csv', STANCES);
    const dialog = page.getByRole('dialog', { name: 'Open stances.csv' });
    await dialog.getByText('4 nodes, 4 edges').waitFor();
    await dialog.getByText('2 of support, 2 of opposition').waitFor();
    expect(await dialog.getByRole('combobox', { name: 'stance is' }).inputValue()).toBe('sign');
    // The keyboard is on it already.
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Close the file stances.csv' }).waitFor();
    await shows(page, 'Supports');
    await page.getByRole('combobox', { name: 'Search nodes' }).fill('dee');
    await page.getByRole('option', { name: /Dee/ }).click();
    await page.getByRole('heading', { name: 'Dee' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Dee' }).waitFor();
    await shows(page, 'Supports');
    await page.getByRole('button', { name: 'Close the file stances.csv' }).click();
    await page.getByRole('heading', { name: 'Getting the database ready' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Getting the database ready' }).waitFor();
  });

  it('may be a project of Discourse Network Analyzer, whose SQLite is fetched for it alone', async () => {
    const page = await newPage();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await choose(page, 'stances.csv', STANCES);
    await page.getByRole('dialog').getByText('4 nodes, 4 edges').waitFor();
    await page.keyboard.press('Escape');
    const ofSqlite = () => fetched.filter((path) => /sql-wasm/.test(path));
    expect(ofSqlite()).toEqual([]);
    await choose(page, 'coding.dna', await codingOf());
    await page.getByRole('dialog').getByText('3 nodes, 1 edge').waitFor();
    expect(ofSqlite().sort()).toEqual([
      expect.stringMatching(/^\/assets\/sql-wasm-browser-[\w-]+\.js$/),
      expect.stringMatching(/^\/assets\/sql-wasm-browser\.wasm-[\w-]+\.deflate$/),
    ]);
  });

  it('is read as its columns are corrected, and so again the next time', async () => {
    const page = await newPage();
    await choose(page, 'stances.csv', STANCES);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'stance is' }).selectOption('property');
    await dialog.getByText('2 of support').waitFor({ state: 'detached' });
    await confirm(page);
    await shows(page, 'Related to');
    await page.getByRole('button', { name: 'Close the file stances.csv' }).click();
    await choose(page, 'more.csv', STANCES);
    await dialog.getByText('4 nodes, 4 edges').waitFor();
    expect(await dialog.getByRole('combobox', { name: 'stance is' }).inputValue()).toBe('property');
  });

  it('may be dropped, with others, and pasted; what says all by itself is shown at once', async () => {
    const page = await newPage();
    const files = { 'nodes.csv': 'id,name\na,Ann\nb,Bo\n', 'edges.csv': 'source,target\na,b\nb,a\n' };
    // What takes them comes after the page.
    await page.waitForFunction((given) => {
      const dataTransfer = new DataTransfer();
      for (const [name, text] of Object.entries(given)) dataTransfer.items.add(new File([text], name));
      const isWelcome = !dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }));
      if (isWelcome) dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
      return isWelcome;
    }, files);
    await page.getByRole('dialog').getByText('2 nodes, 2 edges').waitFor();
    await confirm(page);
    await page.getByRole('button', { name: 'Close the file nodes.csv and 1 more' }).click();
    await page.getByRole('heading', { name: 'Getting the database ready' }).waitFor();
    await page.evaluate(
      (text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      },
      STANCES.replaceAll(',', '\t'),
    );
    await page.getByRole('dialog').getByText('4 nodes, 4 edges').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await choose(page, 'two.gml', GML);
    await page.getByRole('button', { name: 'Close the file two.gml' }).waitFor();
  });

  it('is refused with its line where it is broken, and so is a link to another site', async () => {
    const page = await newPage();
    await choose(page, 'broken.csv', 'source,target\na,b\n"never closed,b\n');
    const alert = page.getByRole('dialog').getByRole('alert');
    await alert.getByText('broken.csv:3').waitFor();
    await alert.getByText('a quotation mark that is never closed').waitFor();
    const linked = await newPage('#file=https://example.org/network.gexf');
    await linked.getByRole('alert').getByText('is on another site').waitFor();
  });
});
