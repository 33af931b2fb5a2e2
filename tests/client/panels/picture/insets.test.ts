import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPlaces } from '../../../../client/panels/common/places.ts';
import { watchInsets } from '../../../../client/panels/picture/insets.ts';

/** An element where it lies on the page. */
function at(left: number, top: number, right: number, bottom: number): HTMLElement {
  return { getBoundingClientRect: () => ({ left, top, right, bottom }) } as HTMLElement;
}

const STAGE = at(0, 50, 1000, 750);
const [LEGEND, TIMELINE] = [at(10, 60, 250, 600), at(260, 600, 990, 750)];

/** What is told of a stage, and which elements' sizes are followed meanwhile. */
function watched(places = createPlaces(), narrow = false) {
  const sizes = new Set<unknown>();
  class Sizes {
    observe = (element: unknown) => sizes.add(element);
    disconnect = () => sizes.clear();
  }
  vi.stubGlobal('ResizeObserver', Sizes);
  const told: object[] = [];
  const end = watchInsets(places, STAGE, narrow, (insets) => told.push(insets));
  return { places, told, sizes, end };
}

describe('what of the stage is free', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is told of panels that say that they cover it, once for all that come or go together', async () => {
    const { places, told, sizes, end } = watched();
    const [unfold, close] = [places.cover('left', LEGEND), places.cover('bottom', TIMELINE)];
    await Promise.resolve();
    unfold();
    close();
    places.cover('left', LEGEND);
    await Promise.resolve();
    const free = { top: 0, right: 0, bottom: 0, left: 0 };
    expect(told).toEqual([free, { ...free, left: 258, bottom: 158 }, { ...free, left: 258 }]);
    expect([...sizes]).toEqual([STAGE, LEGEND]);
    end();
    places.cover('bottom', TIMELINE);
    await Promise.resolve();
    expect(told).toHaveLength(3);
    expect(sizes.size).toBe(0);
  });

  it('ends above every panel of a narrow page, whatever side it takes on a wide one', () => {
    const places = createPlaces();
    places.cover('left', at(0, 500, 1000, 750));
    expect(watched(places, true).told).toEqual([{ top: 0, right: 0, bottom: 258, left: 0 }]);
  });
});
