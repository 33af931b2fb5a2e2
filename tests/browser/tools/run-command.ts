import type { Page } from 'playwright-core';

/** Opens the commands, types and runs the first that is found. */
export async function command(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.getByRole('dialog', { name: 'Commands' }).waitFor();
  await page.keyboard.type(typed);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
