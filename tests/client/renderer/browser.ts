import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build, preview } from 'vite';
import { launchBrowser } from '../../setup/browser.ts';

/** The test page built as the product is, served, and a browser to open it in. */
export interface TestPage {
  open(options?: Parameters<Browser['newPage']>[0]): Promise<Page>;
  close(): Promise<void>;
}

/** Builds and serves the page of this folder. */
export async function startTestPage(): Promise<TestPage> {
  const root = path.join(import.meta.dirname, 'page');
  const outDir = await mkdtemp(path.join(tmpdir(), 'entente-picture-'));
  const shared = {
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  } as const;
  await build(shared);
  const server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } });
  const browser = await launchBrowser();
  return {
    open: async (options) => {
      const page = await browser.newPage(options);
      await page.goto(server.resolvedUrls?.local[0] ?? '');
      await page.waitForFunction(() => window.openPicture !== undefined);
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
