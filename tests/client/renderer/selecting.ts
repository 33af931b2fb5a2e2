import { expect, test } from 'vitest';
import type {} from './page/main.ts';
import { atRest, type PicturePage } from './picture-page.ts';

/** Selecting by the pointer, and the menus. */
export function selecting({ opened, boxes, pointOf, calls, site }: PicturePage): void {
  test('selects on a click, adds with Ctrl, clears on the ground and opens the menu', async () => {
    const page = await opened();
    const [first, second] = [await pointOf(page, 'state-0'), await pointOf(page, 'issue-0')];
    await page.mouse.click(first.x, first.y);
    await page.waitForTimeout(400);
    await page.keyboard.down('Control');
    await page.mouse.click(second.x, second.y);
    await page.keyboard.up('Control');
    await page.waitForTimeout(400);
    await page.mouse.click(12, 788);
    await page.mouse.click(first.x, first.y, { button: 'right' });
    await page.waitForTimeout(400);
    expect(await calls(page, 'select')).toEqual([
      ['select', ['state-0'], false],
      ['select', ['issue-0'], true],
      ['select', [], false],
    ]);
    expect(await calls(page, 'openMenu')).toHaveLength(1);
    await page.close();
  });

  test('selects a node by its label and an edge a few pixels off its line', async () => {
    const page = await opened();
    const label = (await boxes(page)).at(-1);
    // Hovering first, as a hand does: the label may make room for the ring, but must not slip away.
    await page.mouse.move((label?.left ?? 0) + 5, (label?.top ?? 0) + (label?.height ?? 0) / 2);
    await page.waitForTimeout(300);
    await page.mouse.click((label?.left ?? 0) + 5, (label?.top ?? 0) + (label?.height ?? 0) / 2);
    const edge = await page.evaluate(() => {
      const edges = window.opened?.store.getState().graph;
      return edges?.state === 'ready'
        ? edges.value.edges.find(({ source }) => source === 'ship-0')?.key
        : undefined;
    });
    const middle = await page.evaluate((key) => window.opened?.handle.middleOf(key ?? ''), edge);
    await page.waitForTimeout(400);
    await page.mouse.click(middle?.x ?? 0, (middle?.y ?? 0) + 4);
    await page.waitForTimeout(300);
    expect(await calls(page, 'select')).toEqual([
      ['select', [label?.key], false],
      ['select', [edge], false],
    ]);
    await page.close();
  });

  test.each(['box with Shift', 'box', 'lasso'] as const)(
    'selects by a %s what is inside of it',
    async (how) => {
      const page = await opened();
      const places = await page.evaluate(() => {
        const graph = window.opened?.store.getState().graph;
        const nodes = graph?.state === 'ready' ? graph.value.nodes : [];
        return nodes.map(({ key }) => ({ key, ...(window.opened?.handle.pointOf(key) ?? { x: -1, y: -1 }) }));
      });
      const [left, top, right, bottom] = [300.5, 200.5, 900.5, 600.5];
      const inside = places.filter(({ x, y }) => x > left && x < right && y > top && y < bottom);
      expect(inside.length).toBeGreaterThan(3);
      expect(inside.length).toBeLessThan(places.length);
      if (how === 'box with Shift') await page.keyboard.down('Shift');
      else await page.evaluate((tool) => window.opened?.store.setState({ tool }), how);
      await page.mouse.move(left, top);
      await page.mouse.down();
      const corners =
        how === 'lasso'
          ? [
              [right, top],
              [right, bottom],
              [left, bottom],
            ]
          : [[right, bottom]];
      for (const [x = 0, y = 0] of corners) await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.up();
      await page.keyboard.up('Shift');
      const found = await calls(page, 'selectAll');
      expect(found).toEqual([['selectAll', inside.map(({ key }) => key).sort(), how === 'box with Shift']]);
      expect(await calls(page, 'moveCamera')).toEqual([]);
      expect(await calls(page, 'pin')).toEqual([]);
      await page.close();
    },
  );

  test('selects by a click also while dragging selects, and adds with Shift on an edge', async () => {
    const page = await opened();
    await page.evaluate(() => window.opened?.store.setState({ tool: 'box' }));
    const { x, y } = await pointOf(page, 'state-0');
    await page.mouse.click(x, y);
    await page.mouse.click(12, 788);
    await page.evaluate(() => window.opened?.store.setState({ tool: 'move' }));
    const edge = await page.evaluate(() => {
      const graph = window.opened?.store.getState().graph;
      return graph?.state === 'ready'
        ? (graph.value.edges.find(({ source }) => source === 'ship-0')?.key ?? '')
        : '';
    });
    const middle = await page.evaluate((key) => window.opened?.handle.middleOf(key), edge);
    await page.keyboard.down('Shift');
    await page.mouse.click(middle?.x ?? 0, middle?.y ?? 0);
    await page.keyboard.up('Shift');
    expect(await calls(page, 'select')).toEqual([
      ['select', ['state-0'], false],
      ['select', [], false],
      ['select', [edge], true],
    ]);
    await page.close();
  });

  test('opens the menu of the ground, by the pointer and by keys', async () => {
    const page = await opened();
    await page.mouse.click(12, 788, { button: 'right' });
    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+F10');
    const menus = await calls(page, 'openMenu');
    expect(menus.map(([, key]) => key)).toEqual([undefined, undefined, expect.any(String)]);
    await page.close();
  });

  test('answers to touch: a tap selects, a long press opens the menu', async () => {
    const page = await site().open({ viewport: { width: 390, height: 780 }, hasTouch: true });
    await page.evaluate(() => {
      window.opened = window.openPicture();
    });
    await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 0);
    await atRest(page);
    const { x, y } = await pointOf(page, 'state-0');
    await page.touchscreen.tap(x, y);
    await page.waitForTimeout(400);
    expect(await calls(page, 'select')).toEqual([['select', ['state-0'], false]]);
    const session = await page.context().newCDPSession(page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await page.waitForTimeout(800);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    expect(await calls(page, 'openMenu')).toHaveLength(1);
    await page.close();
  });

  test('takes two quick clicks on one node as a double click, and on two nodes as two', async () => {
    const page = await opened();
    const [one, other] = (await boxes(page)).slice(0, 2);
    const middle = (box: typeof one) => ({
      x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
      y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
    });
    const click = async (box: typeof one) => page.mouse.click(middle(box).x, middle(box).y);
    await click(one);
    await click(other);
    await page.waitForFunction(
      (wanted) => window.opened?.store.getState().view.select?.[0] === wanted,
      other?.key,
    );
    expect(await calls(page, 'expand')).toEqual([]);
    await page.waitForTimeout(600);
    const again = (await boxes(page)).find(({ key }) => key === other?.key);
    await page.mouse.dblclick(middle(again).x, middle(again).y);
    await page.waitForFunction(() => window.opened?.calls.some(([name]) => name === 'expand'));
    expect(await calls(page, 'expand')).toEqual([['expand', [other?.key]]]);
    await page.close();
  });
}
