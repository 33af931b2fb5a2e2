import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../server/setup/steps/find-browser.mjs';

/** The installed Chromium, or `undefined`; under CI a missing one fails the run. */
export function browserProgram(): string | undefined {
  const program = findBrowser();
  if (program || process.env.CI !== 'true') return program;
  throw new Error('There is no Chromium; under CI there must be one. Install it or set ENTENTE_BROWSER.');
}

/** Whether the tests of the page can run: `describe.skipIf(!hasBrowser)('…')`. */
export const hasBrowser = browserProgram() !== undefined;

/**
 * Starts the installed Chromium without a window, WebGL drawn in software. The caller closes it.
 * @throws Error when none is installed
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = browserProgram();
  if (!executablePath) throw new Error('There is no Chromium. Install one or set ENTENTE_BROWSER.');
  return await chromium.launch({
    executablePath,
    // Its sandbox needs what a container's root does not have.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      ...['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}
