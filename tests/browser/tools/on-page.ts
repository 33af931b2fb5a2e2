import type { Locator, Page } from 'playwright-core';

/** Where the page shows a text, apart from where it announces the same a moment later to those who listen. */
export function onPage(page: Page, text: string | RegExp): Locator {
  return page.getByText(text).and(page.locator(':not([role=status])'));
}
