import type { Page } from 'playwright-core';

/**
 * Takes the graphics of a picture away again and again, as a browser does whose graphics process crashes, until the
 * still picture stands there: after three times, unless the machine is so slow that they are no minute's any more.
 */
export async function loseGraphics(page: Page, canvases: string, still: string): Promise<void> {
  const drawn = page.locator(`${canvases}:not([data-lost])`).first();
  for (;;) {
    await drawn.or(page.locator(still)).first().waitFor({ state: 'attached' });
    if ((await page.locator(still).count()) > 0) return;
    await drawn.evaluate((canvas: HTMLCanvasElement) => {
      canvas.dataset.lost = 'true';
      canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    });
    await page.locator(`${canvases}[data-lost]`).waitFor({ state: 'detached' });
  }
}
