import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS, readExpansion, writeExpansion } from '../../../../server/core/view/expansion.ts';
import { searchToView, viewToSearch } from '../../../../server/core/view/view-link.ts';

describe('an expansion', () => {
  it('is the same after it was written and read, whatever the names', () => {
    const name = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.constantFrom(...DIRECTIONS), fc.option(name), name, (direction, type, key) => {
        const expansion = { direction, type: type ?? undefined, key };
        expect(readExpansion(writeExpansion(expansion))).toEqual(expansion);
      }),
    );
  });

  it('can be read and edited in a link', () => {
    const view = { expandBy: [writeExpansion({ direction: 'out', type: 'SUPPORTS', key: '4:abc:12' })] };
    expect(decodeURIComponent(viewToSearch(view))).toBe('expandBy=out:SUPPORTS:4:abc:12');
    expect(searchToView('expandBy=out:SUPPORTS:4:abc:12')).toEqual({ view, problems: [] });
  });

  it.each(['', 'out', 'out:T', 'up:T:a', 'out:%:a'])('is refused when it is "%s"', (text) => {
    const { view, problems } = searchToView(`expandBy=${encodeURIComponent(text)}`);
    expect(view).toEqual({});
    expect(problems[0]?.message).toContain('out:TYPE:key');
  });
});
