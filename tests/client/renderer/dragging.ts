import { expect, test } from 'vitest';
import type {} from './page/main.ts';
import { atRest, type PicturePage } from './picture-page.ts';

/** Moving nodes. */
export function dragging({ opened, pointOf, calls }: PicturePage): void {
  test.each([
    ['at once where motion is unwelcome', true],
    ['in a moment', false],
  ])('fades what is not adjacent to the hovered node and brings it back, %s', async (_how, still) => {
    const page = await opened({}, { width: 1280, height: 800 }, still);
    const before = await page.screenshot();
    const { x, y } = await pointOf(page, 'group-1');
    const far = await pointOf(page, 'person-11');
    const clip = { x: far.x - 12, y: far.y - 12, width: 24, height: 24 };
    const full = await page.screenshot({ clip });
    await page.mouse.move(x, y);
    await page.waitForFunction(() => window.opened?.store.getState().hovered === 'group-1');
    await page.waitForTimeout(400);
    expect((await page.screenshot({ clip })).equals(full)).toBe(false);
    const own = await page.evaluate(
      () => getComputedStyle(document.querySelector('#picture canvas')?.parentElement as Element).cursor,
    );
    expect(own).toBe('pointer');
    await page.mouse.move(12, 788);
    await page.waitForFunction(() => window.opened?.store.getState().hovered === undefined);
    await page.waitForTimeout(400);
    expect((await page.screenshot()).equals(before)).toBe(true);
    await page.close();
  });

  test('moves and pins a node that is dragged, and nothing else', async () => {
    const page = await opened();
    const [from, other] = [await pointOf(page, 'group-1'), await pointOf(page, 'person-11')];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y - 30, { steps: 5 });
    await page.mouse.move(from.x + 60, from.y - 40, { steps: 5 });
    await page.mouse.up();
    await atRest(page);
    expect(await calls(page, 'pin')).toHaveLength(1);
    const [to, still] = [await pointOf(page, 'group-1'), await pointOf(page, 'person-11')];
    expect(to.x - from.x).toBeGreaterThan(45);
    expect(still.x).toBeCloseTo(other.x, 0);
    await page.close();
  });

  test('moves and pins the whole selection when one of it is dragged, in one step', async () => {
    const page = await opened({ select: ['group-1', 'state-0', 'state-1'] });
    const group = ['group-1', 'state-0'];
    const [from, with_, other] = [
      await pointOf(page, 'group-1'),
      await pointOf(page, 'state-0'),
      await pointOf(page, 'person-11'),
    ];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y - 10, { steps: 5 });
    await page.mouse.move(from.x + 40, from.y - 20, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => window.opened?.calls.some(([name]) => name === 'pin'));
    await atRest(page);
    const pins = await calls(page, 'pin');
    expect(pins).toHaveLength(1);
    expect(pins[0]?.[1]).toEqual(expect.arrayContaining([...group, 'state-1']));
    const [to, along, still] = [
      await pointOf(page, 'group-1'),
      await pointOf(page, 'state-0'),
      await pointOf(page, 'person-11'),
    ];
    expect(to.x - from.x).toBeGreaterThan(25);
    expect(along.x - with_.x).toBeCloseTo(to.x - from.x, 0);
    expect(along.y - with_.y).toBeCloseTo(to.y - from.y, 0);
    expect(still.x).toBeCloseTo(other.x, 0);
    await page.close();
  });
}
