import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BUILT_IN_SET, openDataSet, seedFolder } from '../../../seed/seed.ts';
import { openNeo4j } from '../../../server/database/neo4j.ts';
import { loadStatements } from '../../../server/statements/load.ts';
import { hasBrowser, launchBrowser } from '../../setup/browser.ts';
import { type Engine, emptyDatabase } from '../../setup/engines.ts';

const PROJECT = join(import.meta.dirname, '..', '..', '..');
const SET = join(PROJECT, 'seed/data', BUILT_IN_SET);
const folder = mkdtempSync(join(tmpdir(), 'entente-export-'));
const engine = inject('engines').find(({ connection }) => connection) as Engine | undefined;

interface Outcome {
  code: number | null;
  stdout: Buffer;
  stderr: string;
}

/** Runs the command as npm does, on the engine of these tests; the first run may build the product. */
function run(...parameters: string[]): Promise<Outcome> {
  const { uri = '', username = '', password = '' } = engine?.connection ?? {};
  const env = { ...process.env, NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(PROJECT, 'server/setup/export.mjs'), ...parameters], { env });
    const out: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.once('close', (code) => resolve({ code, stdout: Buffer.concat(out), stderr }));
  });
}

function textsOf(svg: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => texts.push(text));
  parser.write(svg).close();
  return texts;
}

describe.skipIf(!engine)('the exporting command', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    if (!engine) return;
    await emptyDatabase(engine);
    const database = openNeo4j(engine.connection);
    await seedFolder(database, loadStatements(join(PROJECT, 'cypher'), 'seed'), SET);
    await database.close();
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('draws a view as SVG on standard output, and nothing else', async () => {
    const view = '?focus=ukraine-nato-membership&depth=1&type=OPPOSES';
    const { code, stdout } = await run(
      '--view',
      `http://127.0.0.1:4400/${view}`,
      '--legend',
      '--caption',
      'A <b>',
    );
    expect(code).toBe(0);
    const texts = textsOf(stdout.toString());
    for (const words of ['Hungary', 'Slovakia', 'Opposition', 'A <b>']) expect(texts).toContain(words);
    expect(texts.join(' ')).toContain('Source: News report of 2 December 2025');
    expect(texts).not.toContain('Support');
  });

  it('draws a PNG of the size and scale asked for', async () => {
    const out = join(folder, 'view.png');
    const { code } = await run(
      '--view',
      'layout=circle&size=pagerank',
      '--format',
      'png',
      '--out',
      out,
      '--width',
      '900',
      '--height',
      '600',
      '--scale',
      '3',
    );
    expect(code).toBe(0);
    const png = readFileSync(out);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2700, 1800]);
  });

  it('writes a PDF of the size asked for, with its title, and nothing else beside it', async () => {
    const size = ['--width', '900', '--height', '600'];
    const view = ['--view', 'type=SUPPORTS', '--caption', 'Who supports what'];
    const { code, stdout } = await run(...view, ...size, '--format', 'pdf', '--legend');
    expect(code).toBe(0);
    const pdf = stdout.toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(pdf).toContain('/MediaBox [0 0 675 450]');
    expect(pdf).toContain('(Who supports what)');
  });

  it('refuses options, views and stories that it cannot read, naming each, with 2', async () => {
    for (const [parameters, told] of [
      [['--nothing'], '--nothing'],
      [['--format', 'gif'], '--format is "gif"; it takes svg, png, pdf, html.'],
      [['--width', 'wide'], '--width is "wide"'],
      [['--view', 'fokus=nato'], '--view fokus is not a parameter here'],
      [['--view', 'focus=nobody-there'], 'nobody-there'],
      [['--view', 'story=nothing-told'], 'there is eve-of-the-meeting'],
      [['--view', 'story=eve-of-the-meeting&step=99'], 'it takes 1 to 10'],
      [['--format', 'pdf', '--width', '20000'], '--width is above the 19200 pixels'],
      [['--format', 'png', '--width', '20000', '--height', '20000'], '--scale makes more than'],
    ] as const) {
      const { code, stdout, stderr } = await run(...parameters);
      expect([parameters, code, stdout.length]).toEqual([parameters, 2, 0]);
      expect(stderr).toContain(told);
    }
  });

  describe.skipIf(!hasBrowser)('as one page that stands alone', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser?.close());

    async function open(
      file: string,
      javaScriptEnabled = true,
    ): Promise<{ page: Page; asked: string[]; faults: string[] }> {
      const context = await browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const [asked, faults]: [string[], string[]] = [[], []];
      page.on('request', (request) => asked.push(request.url()));
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await page.goto(`file://${file}`);
      return { page, asked, faults };
    }

    it('has room on a phone for the whole of a long legend, and on a tablet gives most to the picture', async () => {
      const out = join(folder, 'looks.html');
      const view = 'colour=communities&size=betweenness';
      expect((await run('--view', view, '--format', 'html', '--legend', '--out', out)).code).toBe(0);
      const { page } = await open(out);
      await page.setViewportSize({ width: 390, height: 844 });
      const legend = page.locator('#stage').getByText('Community 8');
      await legend.waitFor();
      // Drawn for the size it was opened in, it is drawn again for this one.
      const drawn = async () => ({
        width: await page
          .locator('#stage > svg')
          .first()
          .evaluate(({ clientWidth }) => clientWidth),
        wanting: await page.locator('#stage').getByText('that do not fit').count(),
      });
      await expect.poll(drawn).toEqual({ width: 390, wanting: 0 });
      await page.setViewportSize({ width: 800, height: 600 });
      await expect
        .poll(() => page.locator('#stage').evaluate(({ clientWidth }) => clientWidth / innerWidth))
        .toBeGreaterThan(0.6);
    });

    it('tells the built-in story from the disk, in at most 600 KB and without a request, step by step', async () => {
      const out = join(folder, 'story.html');
      expect(
        (await run('--view', 'story=eve-of-the-meeting', '--format', 'html', '--legend', '--out', out)).code,
      ).toBe(0);
      expect(readFileSync(out).length).toBeLessThanOrEqual(600_000);
      const { page, asked, faults } = await open(out);
      const { steps } = openDataSet(SET).stories[0] ?? { steps: [] };
      for (const step of steps) {
        await page.getByRole('heading', { level: 2, name: step.title, exact: true }).waitFor();
        expect(await page.locator('#stage .node').count()).toBeGreaterThan(2);
        expect(await page.locator('#stage .edge').count()).toBeGreaterThan(2);
        await page.keyboard.press('ArrowRight');
      }
      await page.locator('summary').click();
      await page.locator('.relations button').first().click();
      expect(await page.locator('#side dl').innerText()).toContain('Modality');
      await page.keyboard.press('Escape');
      await page.mouse.move(300, 300);
      await page.mouse.wheel(0, -400);
      await page.locator('#stage svg.graph').waitFor();
      expect(asked).toEqual([`file://${out}`]);
      expect(faults).toEqual([]);
    });

    it('writes labels that do not collide in the browser’s own font', async () => {
      const { page } = await open(join(folder, 'story.html'));
      await page.keyboard.press('End');
      await page.waitForFunction(() => document.querySelectorAll('#stage .label').length > 30);
      const boxes = await page.locator('#stage .label').evaluateAll((labels) =>
        labels.map((label) => {
          // The lines alone: a leader may be long.
          const lines = [...label.querySelectorAll('text')].map((line) => line.getBoundingClientRect());
          return {
            left: Math.min(...lines.map((line) => line.left)),
            right: Math.max(...lines.map((line) => line.right)),
            // A line's box has room above and below its letters.
            top: Math.min(...lines.map((line) => line.top)) + 2,
            bottom: Math.max(...lines.map((line) => line.bottom)) - 2,
          };
        }),
      );
      const over = boxes.filter((a, at) =>
        boxes
          .slice(at + 1)
          .some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
      );
      expect(over).toEqual([]);
    });

    it('shows its first picture and every caption without a script', async () => {
      const { page } = await open(join(folder, 'story.html'), false);
      expect(await page.locator('#stage svg.graph').count()).toBe(1);
      expect(await page.locator('#captions li').count()).toBe(openDataSet(SET).stories[0]?.steps.length);
    });

    it('keeps the lines of a caption, the first of which is its title', async () => {
      const out = join(folder, 'lines.html');
      const caption = 'Who stands where\nIn October 2025';
      await run('--view', 'focus=nato', '--format', 'html', '--caption', caption, '--out', out);
      for (const { page, within } of [
        { page: (await open(out)).page, within: '#side' },
        { page: (await open(out, false)).page, within: '#captions' },
      ]) {
        expect(await page.locator(within).locator('p').first().innerText()).toBe(caption);
        expect([await page.title(), await page.locator('h1').innerText()]).toEqual(
          Array(2).fill('Who stands where'),
        );
      }
    });

    it('runs nothing that a caption says', async () => {
      const out = join(folder, 'hostile.html');
      const caption =
        '</script><script>document.title="run"</script><img src=x onerror=\'document.title="run"\'>';
      expect(
        (await run('--view', 'focus=nato', '--format', 'html', '--caption', caption, '--out', out)).code,
      ).toBe(0);
      const { page, asked } = await open(out);
      await page.locator('#side').getByText('<img src=x').waitFor();
      expect(await page.title()).toBe(caption);
      expect(await page.locator('img').count()).toBe(0);
      expect(asked).toHaveLength(1);
    });
  });
});
