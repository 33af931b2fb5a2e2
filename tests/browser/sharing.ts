import { describe, expect, it } from 'vitest';
import type { ExplorerPage } from '../setup/explorer-page.ts';
import { findings } from './tools/findings.ts';

/** The dialog that makes what other sites embed. */
export function sharing(the: () => ExplorerPage): void {
  describe('the dialog to share a view', () => {
    it('makes the snippet that its preview shows, and leaves axe-core nothing to find', async () => {
      const page = await the().open('?type=SUPPORTS');
      await page.locator('.canvas [role=application]').waitFor();
      await page.getByRole('button', { name: 'Share or embed this view' }).click();
      const dialog = page.getByRole('dialog');
      const snippet = dialog.getByLabel('To paste into your page');
      expect(await snippet.inputValue()).toMatch(/^<iframe src="[^"]+\/embed\?type=SUPPORTS&amp;snapshot=/);
      await dialog.getByLabel('Hover only').check();
      await dialog.getByLabel('Legend').uncheck();
      await dialog.getByLabel('Dark').check();
      expect(await snippet.inputValue()).toMatch(/theme=dark.*legend=false&amp;interaction=hover/);
      // It would have none, and is not offered any.
      const buttons = dialog.getByLabel('Zoom buttons');
      expect([await buttons.isDisabled(), await buttons.isChecked()]).toEqual([true, false]);
      const preview = await (await page.locator('.share-preview').elementHandle())?.contentFrame();
      await preview?.waitForSelector('body[data-state="drawn"][data-interaction="hover"]');
      await dialog.getByLabel('Fixed').check();
      await dialog.getByLabel('Width').fill('1000');
      await dialog.getByLabel('Height').fill('500');
      expect(await snippet.inputValue()).toContain('width="1000" height="500"');
      for (const wrong of ['', '99999999']) {
        await dialog.getByLabel('Width').fill(wrong);
        await dialog.getByText('Width and height must be between 200 and 4,000 pixels.').waitFor();
        expect(await snippet.inputValue()).toContain('width="1000" height="500"');
      }
      await dialog.getByLabel('Width').fill('1000');
      // The embed has the room that it will have, shown as a whole.
      const room = () => preview?.evaluate(() => [innerWidth, innerHeight]);
      await expect.poll(room).toEqual([1000, 500]);
      const box = await page.locator('.share-preview').boundingBox();
      expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(2, 1);
      const dialogBox = await dialog.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(
        (dialogBox?.x ?? 0) + (dialogBox?.width ?? 0),
      );
      await dialog.getByLabel('Web component').check();
      expect(await snippet.inputValue()).toMatch(/<entente-graph view="[^"]+" src="[^"]+" theme="dark"/);
      await dialog.getByLabel('Picture for a README').check();
      const picture = dialog.getByRole('img', { name: 'Preview' });
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 25_000 })
        .toBe(1200);
      expect(await snippet.inputValue()).toContain(
        `src="${await picture.getAttribute('src')}"`.replaceAll('&', '&amp;'),
      );
      expect(await findings(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Copy snippet' }).click();
      // By its role, as a screen reader finds it, not beside the dialog.
      await page
        .getByRole('status')
        .getByText(/snippet/i)
        .waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    });
  });
}
