import type { Page } from 'playwright-core';

/** Takes the graphics of a picture away three times, as a browser does whose graphics process crashes. */
export async function loseGraphics(page: Page, canvases: string): Promise<void> {
  const drawn = page.locator(`${canvases}:not([data-lost])`).first();
  for (let times = 1; times <= 3; times += 1) {
    await drawn.waitFor({ state: 'attached' });
    await drawn.evaluate((canvas: HTMLCanvasElement) => {
      canvas.dataset.lost = 'true';
      canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    });
    await page.locator(`${canvases}[data-lost]`).waitFor({ state: 'detached' });
  }
}
