import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { viewToSearch } from '../../../server/core/view/view-link.ts';
import type { ExplorerPage } from '../../setup/explorer-page.ts';

/** More pictures than one and a later correction: the camera has travelled. */
const TRAVELLED = 4;
/** Fewer than this are jumps: a caption, a legend and a title of another height each give the picture another room. */
const AT_ONCE = 6;
/** So many frames after the last change nothing moves any more. */
const AT_REST = 45;
const PATIENT = { timeout: 30_000 };

const NEAR = `?${viewToSearch({ camera: { x: 0, y: 0, ratio: 0.3 } })}`;

/** Counts the places of the camera that are drawn, as the graphics context is told of them. */
function recordCamera(): void {
  const places: string[] = [];
  Object.assign(window, { places });
  const { prototype } = WebGL2RenderingContext;
  const set = prototype.uniformMatrix3fv;
  prototype.uniformMatrix3fv = function record(location, transpose, data, ...rest) {
    const place = Array.from(data as Float32Array, (value) => value.toFixed(4)).join();
    if (places.at(-1) !== place) places.push(place);
    return set.call(this, location, transpose, data, ...rest);
  };
}

type Recorded = { places: string[] };
const forget = (page: Page | Frame) =>
  page.evaluate(() => void (window as unknown as Recorded).places.splice(0));
const placesOf = (page: Page | Frame) =>
  page.evaluate(() => new Set((window as unknown as Recorded).places).size);

/** Waits until so many frames in a row have drawn no other place of the camera. */
const atRest = (page: Page | Frame) =>
  page.waitForFunction((frames) => {
    const state = window as unknown as Recorded & { rest?: [count: number, frames: number] };
    const [count, passed] = state.rest ?? [-1, 0];
    state.rest = count === state.places.length ? [count, passed + 1] : [state.places.length, 0];
    return state.rest[1] >= frames;
  }, AT_REST);

/** What moves, and that nothing does for readers who have asked for that. */
export function motion(the: () => ExplorerPage, story: string): void {
  const open = async (search: string, reducedMotion: 'reduce' | 'no-preference', drawn: string) => {
    const page = await the().open('api/status', { reducedMotion });
    await page.addInitScript(recordCamera);
    await page.goto(`${the().url}/${search}`);
    await page.locator(drawn).waitFor();
    await atRest(page);
    await forget(page);
    return page;
  };
  const EXPLORER = '.canvas [role=application]';
  const EMBED = 'body[data-state="drawn"]';
  const waysOfMoving: [what: string, search: string, drawn: string, act: (page: Page) => Promise<unknown>][] =
    [
      [
        'a step of a story in the explorer',
        `?story=${story}&step=2`,
        EXPLORER,
        async (page) => {
          await page.keyboard.press('ArrowRight');
          await page.waitForURL(/step=3/);
        },
      ],
      [
        'a step of a story in an embed',
        `embed?story=${story}&step=2`,
        EMBED,
        async (page) => {
          await page.getByRole('button', { name: 'Next' }).click();
          await page.locator('#live[href*="step=3"]').waitFor({ state: 'attached' });
        },
      ],
      [
        'the buttons over an embed',
        'embed',
        EMBED,
        (page) => page.getByRole('button', { name: 'Zoom in' }).click(),
      ],
      ['fitting the explorer to its window', NEAR, EXPLORER, (page) => page.keyboard.press('0')],
    ];

  describe('motion', () => {
    it.each(waysOfMoving)('is not in %s where it is to be reduced', async (_, search, drawn, act) => {
      const page = await open(search, 'reduce', drawn);
      await act(page);
      await expect.poll(() => placesOf(page), PATIENT).toBeGreaterThan(0);
      await atRest(page);
      expect(await placesOf(page)).toBeLessThan(AT_ONCE);
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    });

    it.each(waysOfMoving)('leads the eye through %s otherwise', async (_, search, drawn, act) => {
      const page = await open(search, 'no-preference', drawn);
      await act(page);
      await expect.poll(() => placesOf(page), PATIENT).toBeGreaterThanOrEqual(TRAVELLED);
    });

    it('keeps panels, menus and dialogs from sliding and fading where it is to be reduced', async () => {
      const page = await open('', 'reduce', EXPLORER);
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((each) => {
            const { animationName, transitionDuration } = getComputedStyle(each);
            return animationName !== 'none' || !/^(0s(, )?)+$/.test(transitionDuration);
          })
          .map(({ className }) => String(className)),
      );
      expect(moving).toEqual([]);
    });
  });
}
