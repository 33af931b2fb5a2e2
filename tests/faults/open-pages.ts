import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchBrowser } from '../setup/browser.ts';

/** Pages of readers, open on a server whose database goes away and comes back. */
export interface OpenPages {
  /** What has to hold while there is no database. */
  away(): Promise<void>;
  /** What has to hold once it is back. */
  back(): Promise<void>;
  close(): Promise<void>;
}

const AWAY = /The database (does not answer|is starting again)/;
const CANVAS = '.canvas [role=application]';
const DRAWN = 'body[data-state=drawn]';

/** Opens the explorer, a node selected in it and its camera moved, and an embed. */
export async function openPages(url: string): Promise<OpenPages> {
  const browser = await launchBrowser();
  const page = await open(browser, `${url}/?select=nato`);
  await page.locator(CANVAS).waitFor();
  await page.locator('.details-head h3').waitFor();
  await search(page, 'nato');
  await page.waitForLoadState('networkidle');
  await page.locator(CANVAS).focus();
  await page.keyboard.press('+');
  const before = await atRest(page);
  await page.locator(CANVAS).evaluate((canvas) => canvas.setAttribute('data-seen', 'before'));
  const embed = await open(browser, `${url}/embed`);
  await embed.waitForSelector(DRAWN);
  const stands = async (when: string) => {
    expect(await page.locator(CANVAS).getAttribute('data-seen'), when).toBe('before');
    expect(await page.locator('.details-head h3').isVisible(), when).toBe(true);
    expect(new URL(page.url()).searchParams.get('select'), when).toBe('nato');
    expect(await embed.evaluate(() => document.body.dataset.state), when).toBe('drawn');
  };
  return {
    away: async () => {
      await look(page);
      await page.getByRole('region', { name: AWAY }).waitFor();
      await stands('while the database is away');
      await comesNow(browser, url);
    },
    back: async () => {
      await look(page);
      await page.getByRole('region', { name: AWAY }).waitFor({ state: 'detached' });
      await stands('when the database is back');
      expect((await atRest(page)).equals(before), 'the picture, its camera and selection').toBe(true);
    },
    close: () => browser.close(),
  };
}

/** Who comes while there is no database is shown what was last read, filters it and finds in it. */
async function comesNow(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, url);
  await page.locator(CANVAS).waitFor();
  await page.getByRole('region', { name: AWAY }).waitFor();
  await page.locator('.legend label:has(input)').first().click();
  await expect.poll(() => new URL(page.url()).search).toMatch(/[?&](type|label)=/);
  await page.locator(CANVAS).waitFor();
  expect(await page.getByRole('region', { name: 'The graph could not be read' }).count()).toBe(0);
  await search(page, 'ukrai');
  const embed = await open(browser, `${url}/embed?theme=dark`);
  await embed.waitForSelector(DRAWN);
  await embed.getByRole('region', { name: AWAY }).waitFor();
}

async function open(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(60_000);
  await page.goto(address);
  return page;
}

/** Searches, and puts the list away: while it is open, nothing else is there for those who listen. */
async function search(page: Page, text: string): Promise<void> {
  const box = page.locator('.search [role=combobox]');
  await box.fill(text);
  await page.getByRole('option').first().waitFor();
  await box.fill('');
  await box.press('Escape');
}

/** Has a page ask how the database is, as it does by itself a few seconds later. */
async function look(page: Page): Promise<void> {
  await page.evaluate(() => void dispatchEvent(new Event('online')));
}

/** What the canvas looks like once it changes no more. */
async function atRest(page: Page): Promise<Buffer> {
  const shot = () => page.locator('.canvas').screenshot();
  let now = await shot();
  await expect
    .poll(
      async () => {
        const before = now;
        now = await shot();
        return now.equals(before);
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  return now;
}
