import { expect, it } from 'vitest';
import { cardAddress, cardWithin, readCard } from '../../../../server/core/contract/card.ts';

it('reads of the address of a card the view and the width that it was written with', () => {
  const view = { type: ['A'], caption: 'Who & what', width: 'same' as const };
  const address = cardAddress(view, 300);
  expect(readCard(address.slice(address.indexOf('?') + 1))).toEqual({ view, cardWidth: 300 });
  expect(cardAddress({})).toBe('/card.png');
});

it('leaves what cannot be read at its default', () => {
  expect(readCard('cardWidth=9999&type=A&nonsense=1')).toEqual({ view: { type: ['A'] }, cardWidth: 1200 });
  expect(readCard('cardWidth=300&cardWidth=400')).toEqual({ view: {}, cardWidth: 1200 });
});

it.each([
  [Infinity, Infinity, { width: 1200, height: 630 }],
  [600, Infinity, { width: 600, height: 315 }],
  [Infinity, 63, { width: 120, height: 63 }],
  [119, Infinity, undefined],
  [Infinity, 10, undefined],
])('is as large as a room of %s by %s allows', (width, height, expected) => {
  expect(cardWithin({ width, height })).toEqual(expected);
});
