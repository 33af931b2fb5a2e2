import { existsSync, readFileSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';
import { inProject } from './project.mjs';
import { run, runNode } from './run.mjs';

/**
 * A browser for the tests: an installed one, else Playwright's, else Debian's package where we may install.
 * @returns {Promise<string | undefined>} its program, or `undefined` when none could be had
 */
export async function haveBrowser() {
  const found = findBrowser();
  if (found) return found;
  process.stdout.write('No Chromium was found; installing one for the tests …\n');
  await runNode(inProject('node_modules/playwright-core/cli.js'), ['install', 'chromium']);
  if (!findBrowser() && isDebian() && process.getuid?.() === 0) {
    const environment = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update', '-qq'], environment);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], environment);
  }
  return findBrowser();
}

function isDebian() {
  return existsSync('/etc/debian_version') && !/^ID=ubuntu/m.test(readFileSync('/etc/os-release', 'utf8'));
}
