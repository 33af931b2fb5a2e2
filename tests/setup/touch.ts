import type { Page } from 'playwright-core';

interface Point {
  x: number;
  y: number;
}

/** Fingers on a page, as a touch screen tells the browser of them. */
export interface Fingers {
  /** Puts fingers down, moves each along its way in steps, and lifts them. */
  drag(...ways: { from: Point; to: Point }[]): Promise<void>;
}

const STEPS = 6;

/** @param page Of a context that has touch. */
export async function fingersOn(page: Page): Promise<Fingers> {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    drag: async (...ways) => {
      await send(
        'touchStart',
        ways.map(({ from }) => from),
      );
      for (let step = 1; step <= STEPS; step += 1) {
        const part = step / STEPS;
        await send(
          'touchMove',
          ways.map(({ from, to }) => ({
            x: from.x + (to.x - from.x) * part,
            y: from.y + (to.y - from.y) * part,
          })),
        );
      }
      await send('touchEnd', []);
    },
  };
}
