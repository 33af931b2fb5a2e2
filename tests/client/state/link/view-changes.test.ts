import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  change,
  expand,
  focus,
  hide,
  isFiltered,
  passes,
  pin,
  rearrange,
  select,
  toggleFacet,
  withoutFilters,
} from '../../../../client/state/link/view-changes.ts';
import type { View } from '../../../../server/core/view/view.ts';
import { searchToView, viewToSearch } from '../../../../server/core/view/view-link.ts';

const ALL = ['A', 'B', 'C', 'D'] as const;
const names = fc.array(fc.constantFrom(...ALL), { minLength: 1 });

describe('a facet of the legend', () => {
  it('takes out what is clicked and puts it back when clicked again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), (value) => {
        const without = toggleFacet({}, 'type', value, ALL);
        expect(passes(without, 'type', value)).toBe(false);
        expect(toggleFacet(without, 'type', value, ALL)).toEqual({});
      }),
    );
  });

  it('lets something pass however it is clicked, and never lists every value', () => {
    fc.assert(
      fc.property(names, (clicks) => {
        const view = clicks.reduce<View>((now, value) => toggleFacet(now, 'label', value, ALL), {});
        expect(ALL.some((value) => passes(view, 'label', value))).toBe(true);
        expect(view.label?.length ?? 0).toBeLessThan(ALL.length);
      }),
    );
  });
});

describe('the selection', () => {
  it('is as before when the same things are added twice', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...ALL)),
        fc.uniqueArray(fc.constantFrom(...ALL)),
        (keys, more) => {
          const before = select({}, keys);
          const twice = select(select(before, more, true), more, true);
          expect(new Set(twice.select)).toEqual(new Set(before.select));
        },
      ),
    );
  });

  it('loses what is hidden', () => {
    expect(hide(select({}, ['a', 'b']), ['a'])).toEqual({ select: ['b'], hide: ['a'] });
    expect(hide(select({}, ['a']), ['a'])).toEqual({ hide: ['a'] });
  });
});

describe('a changed view', () => {
  it('always fits in a link and comes back from it', () => {
    const changes: readonly ((view: View) => View)[] = [
      (view) => toggleFacet(view, 'type', 'A', ALL),
      (view) => select(view, ['x', 'y'], true),
      (view) => hide(view, ['x']),
      (view) => expand(view, 'x'),
      (view) => focus(view, ['y'], 2),
      (view) => pin(view, new Map([['x', { x: 1.5, y: -2 }]])),
      rearrange,
      withoutFilters,
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...changes)), (steps) => {
        const view = steps.reduce<View>((now, step) => step(now), {});
        expect(searchToView(viewToSearch(view))).toEqual({ view, problems: [] });
      }),
    );
  });

  it('has no trace of fields that became empty', () => {
    expect(change({ hide: ['a'], from: '2025' }, { hide: [], from: undefined })).toEqual({});
  });

  it('is no longer filtered once the filters are lifted, and keeps what is no filter', () => {
    const view = withoutFilters({ label: ['A'], to: '2025', focus: ['x'], select: ['x'], layout: 'circle' });
    expect(isFiltered(view)).toBe(false);
    expect(view).toEqual({ select: ['x'], layout: 'circle' });
  });

  it('shows a hidden node again when it is expanded', () => {
    expect(expand({ hide: ['a', 'b'] }, 'a')).toEqual({ hide: ['b'], expand: ['a'] });
  });
});
