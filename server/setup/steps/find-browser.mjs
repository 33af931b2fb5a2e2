import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'chromium.exe',
  'chrome.exe',
  'msedge.exe',
];
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The program of an installed Chromium (or Chrome, or Edge): the one that ENTENTE_BROWSER names, one on PATH,
 * one in Playwright's cache, one in the usual places. `undefined` when there is none.
 * @param {Record<string, string | undefined>} [environment]
 * @returns {string | undefined}
 */
export function findBrowser(environment = process.env) {
  if (environment.ENTENTE_BROWSER) return environment.ENTENTE_BROWSER;
  const folders = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter((each) => each !== '');
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...playwrightBrowsers(environment), ...USUAL].find((file) => existsSync(file));
}

/** The newest first. */
function playwrightBrowsers(environment) {
  const caches = {
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(environment.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  };
  const cache =
    environment.PLAYWRIGHT_BROWSERS_PATH ??
    caches[process.platform] ??
    join(homedir(), '.cache', 'ms-playwright');
  const programs = [
    ['chrome-linux', 'chrome'],
    ['chrome-linux64', 'chrome'],
    ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    ['chrome-win', 'chrome.exe'],
    ['chrome-win64', 'chrome.exe'],
    ['chrome-headless-shell-linux64', 'chrome-headless-shell'],
  ];
  const versions = existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith('chromium')) : [];
  return versions
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((version) => programs.map((program) => join(cache, version, ...program)));
}
