import type { Browser, Page } from 'playwright-core';
import { hasBrowser, launchBrowser } from '../setup/browser.ts';
import { longestTask } from './main-thread.ts';
import { line, ms } from './statistics.ts';

const GOAL = '≤ 200 ms';
const FILTER_GOAL = '≤ 100 ms';
const SIZE = { width: 1280, height: 800 };

/** The longest task of the main thread in each step of exploring a large graph, and how soon filters answer. */
export async function benchTasks(url: string): Promise<string[]> {
  if (!hasBrowser) return [line('the main thread', 'no browser found')];
  const browser = await launchBrowser();
  try {
    return await explore(browser, url);
  } finally {
    await browser.close();
  }
}

async function explore(browser: Browser, url: string): Promise<string[]> {
  const context = await browser.newContext({ viewport: SIZE, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  const lines: string[] = [];
  const step = async (name: string, act: () => Promise<unknown>, rest = 1_000) => {
    const { lasted, ran, was } = await longestTask(page, name, async () => {
      await act();
      await page.waitForTimeout(rest);
    });
    lines.push(`${line(`longest task: ${name}`, `${ms(lasted)}, ran ${ms(ran)}`, GOAL)}  ${was}`);
  };
  await step('open until drawn', () => open(page, url), 4_000);
  lines.push(line('drawn after', ms(await markOf(page, 'entente-drawn'))));
  for (const [name, act] of filters(page))
    await step(name, async () => {
      const answer = await timeOfAnswer(page, act);
      lines.push(line(`${name}: answer in the picture after`, ms(answer), FILTER_GOAL));
    });
  await step('search', () => search(page, 'number 4711'));
  await step('pick a hit', () => page.keyboard.press('Enter'));
  await step('clear', () => page.keyboard.press('Escape'));
  await step('show everything', () => page.getByRole('button', { name: 'Fit to the window' }).click());
  await step('point at nodes', () => hover(page));
  await step('click a node', () => clickSomething(page));
  await step('clear again', () => page.keyboard.press('Escape'));
  await step('pan by dragging', () => drag(page));
  await step('zoom in by the wheel', () => wheel(page, -120, 12));
  await step('pan when near', () => drag(page));
  await step('zoom out by the wheel', () => wheel(page, 120, 12));
  await step('walk by keys', () => walk(page));
  for (const tab of [/^Nodes/, /^Edges/, /^Outline/, /^Statistics/])
    await step(`the table: ${tab.source.slice(1)}`, () => openTab(page, tab));
  await step('walk the outline', () => walkOutline(page));
  await context.close();
  return lines;
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('entente-drawn').length > 0, undefined, {
    polling: 100,
  });
}

function markOf(page: Page, name: string): Promise<number> {
  return page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN, name);
}

/** Each kind of filter, set and taken back; the first twice, as what was shown before is kept. */
function filters(page: Page): [name: string, act: () => Promise<unknown>][] {
  const first = (facet: string) => () =>
    page.locator('.facet').filter({ hasText: facet }).getByRole('checkbox').first().click({ force: true });
  const labels = { text: 'Text', minDegree: 'Edges, at least', core: 'k-core: minimum degree k' };
  const field = (name: keyof typeof labels) => page.getByLabel(labels[name], { exact: true });
  const set = (name: keyof typeof labels, value: string) => async () => {
    await field(name).focus();
    await page.keyboard.type(value, { delay: 60 });
    await page.keyboard.press('Enter');
  };
  const clear = (name: keyof typeof labels) => async () => {
    await field(name).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
  };
  const [type, label] = [first('Relationship types'), first('Nodes')];
  return [
    ['filter by a type', type],
    ['take the filter back', type],
    ['filter by a type again', type],
    ['take it back again', type],
    ['filter by a label', label],
    ['take the label back', label],
    ['filter by degree', set('minDegree', '9')],
    ['take the degree back', clear('minDegree')],
    ['filter by k-core', set('core', '7')],
    ['take the k-core back', clear('core')],
    ['filter by text', set('text', 'number 12')],
    ['take the text back', clear('text')],
  ];
}

/** Milliseconds from the input that sets a filter to the frame after the picture holds the answer. */
async function timeOfAnswer(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const picture = document.querySelector('[aria-roledescription=graph]') as HTMLElement;
    const answered = new Promise<number>((resolve) => {
      let clicked = 0;
      const abort = new AbortController();
      for (const type of ['click', 'input', 'keydown'])
        addEventListener(type, ({ timeStamp }) => (clicked = timeStamp), {
          capture: true,
          signal: abort.signal,
        });
      const observer = new MutationObserver(() => {
        observer.disconnect();
        abort.abort();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - clicked)));
      });
      observer.observe(picture, { attributeFilter: ['aria-label'] });
    });
    Object.assign(window, { answered });
  });
  await act();
  return page.evaluate(() => (window as unknown as { answered: Promise<number> }).answered);
}

async function search(page: Page, text: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Search nodes' });
  await field.click();
  await field.pressSequentially(text, { delay: 60 });
  await page.getByRole('option').first().waitFor();
}

const middleOf = () => ({ x: SIZE.width / 2, y: SIZE.height / 2 });

async function hover(page: Page): Promise<void> {
  const { x, y } = middleOf();
  for (let at = 0; at < 30; at += 1) {
    await page.mouse.move(x + at * 3, y + at);
    await page.waitForTimeout(30);
  }
}

/** Clicks in the thick of it until something is selected. */
async function clickSomething(page: Page): Promise<void> {
  const { x, y } = middleOf();
  for (let at = 0; at < 20; at += 1) {
    await page.mouse.click(x + at * 4, y + at * 3);
    await page.waitForTimeout(400);
    if (page.url().includes('select=')) return;
  }
}

async function drag(page: Page): Promise<void> {
  const { x, y } = middleOf();
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let at = 1; at <= 20; at += 1) {
    await page.mouse.move(x + at * 6, y + at * 3);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}

async function wheel(page: Page, by: number, times: number): Promise<void> {
  const { x, y } = middleOf();
  await page.mouse.move(x, y);
  for (let at = 0; at < times; at += 1) {
    await page.mouse.wheel(0, by);
    await page.waitForTimeout(150);
  }
}

async function walk(page: Page): Promise<void> {
  await page.locator('[aria-roledescription=graph]').focus();
  for (const key of [
    'PageDown',
    'PageDown',
    'ArrowRight',
    'ArrowDown',
    'PageDown',
    'ArrowLeft',
    'Enter',
    'Escape',
  ]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(250);
  }
}

async function openTab(page: Page, name: RegExp): Promise<void> {
  const tab = page.getByRole('tab', { name });
  if (!(await tab.isVisible())) await page.keyboard.press('t');
  await tab.click();
}

async function walkOutline(page: Page): Promise<void> {
  await openTab(page, /^Outline/);
  await page.locator('.outline [role=row]').first().focus();
  for (const key of [
    'ArrowDown',
    'ArrowRight',
    'ArrowDown',
    'ArrowRight',
    'ArrowRight',
    'ArrowDown',
    'ArrowRight',
    'Backspace',
  ]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(250);
  }
}
