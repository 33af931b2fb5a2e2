import { describe, expect, it } from 'vitest';
import { readStill, type StillOptions, stillSearch } from '../../../../server/core/contract/embed.ts';

describe('the address of a still picture', () => {
  const view = { type: ['A'], width: 'confidence', theme: 'dark' } as const;
  const options = (['wide', 'narrow'] as const).flatMap((size) =>
    ([true, false, 'alone'] as const).map((legend): StillOptions => ({ size, legend })),
  );

  it.each(options)('says the view, its size and its legend, as %j', (given) => {
    const search = stillSearch({ ...view, type: [...view.type] }, given);
    expect(readStill(search)).toEqual({ view, ...given });
  });

  it('is that of the embed where nothing else is asked for', () => {
    expect(stillSearch({ focus: ['a'] }, { size: 'wide', legend: true })).toBe('focus=a');
    expect(readStill('focus=a&narrow=maybe&only=<b>')).toEqual({
      ...{ view: { focus: ['a'] }, size: 'wide', legend: true },
    });
  });
});
