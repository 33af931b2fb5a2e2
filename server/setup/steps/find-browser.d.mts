/** The program of an installed Chromium (or Chrome, or Edge); see find-browser.mjs. */
export function findBrowser(environment?: Record<string, string | undefined>): string | undefined;
