import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepName } from '../../../../client/state/link/step-name.ts';
import * as views from '../../../../client/state/link/view-changes.ts';
import type { View } from '../../../../server/core/view/view.ts';
import { viewToSearch } from '../../../../server/core/view/view-link.ts';

const captionOf = (key: string) => key.toUpperCase();
const nameOf = (before: View, turn: (view: View) => View) => stepName(before, turn(before), captionOf);
const key = fc.constantFrom('a', 'b', 'c');

const turns = fc.oneof(
  key.map((each) => (view: View) => views.add(view, [each])),
  key.map((each) => (view: View) => views.expand(view, each)),
  key.map((each) => (view: View) => views.expandBy(view, { key: each, type: 'T', direction: 'out' })),
  key.map((each) => (view: View) => views.collapse(view, [each])),
  key.map((each) => (view: View) => views.hide(view, [each])),
  key.map((each) => (view: View) => views.focus(view, [each], 2)),
  key.map((each) => (view: View) => views.reveal(view, [each])),
  key.map((each) => (view: View) => views.showPath(view, each, 'b', true)),
  key.map((each) => (view: View) => views.pin(view, new Map([[each, { x: 1, y: 2 }]]))),
  key.map((each) => (view: View) => views.unpin(view, [each])),
  key.map((each) => (view: View) => views.select(view, [each], true)),
  fc.constantFrom(
    views.startFromEverything,
    views.startFromNothing,
    views.rearrange,
    views.withoutFilters,
    (view: View) => views.setFacet(view, 'type', ['T']),
    (view: View) => views.change(view, { from: '2025-10' }),
    (view: View) => views.change(view, { layout: 'circle' }),
    (view: View) => views.change(view, { layout: 'hierarchy', along: ['T'] }),
    (view: View) => views.change(view, { layout: 'groups', group: 'camps' }),
    (view: View) => views.change(view, { layout: 'groups', group: 'property:kind' }),
    (view: View) => views.change(view, { shape: 'camps' }),
    (view: View) => views.change(view, { width: 'parallel' }),
    (view: View) => views.change(view, { size: 'same', table: true }),
  ),
);

describe('the name of a step', () => {
  it('is there for every change, and says more than that something changed', () => {
    fc.assert(
      fc.property(fc.array(turns, { minLength: 1, maxLength: 8 }), (steps) => {
        let view: View = {};
        for (const turn of steps) {
          const next = turn(view);
          // The order of a view's fields says nothing.
          const same = viewToSearch(next) === viewToSearch(view);
          if (!same) expect(stepName(view, next, captionOf)).not.toMatch(/^change the view$|undefined/);
          view = next;
        }
      }),
    );
  });

  it.each<[string, View, (view: View) => View]>([
    ['hide 3 nodes', {}, (view) => views.hide(view, ['a', 'b', 'c'])],
    ['hide A', { select: ['a'] }, (view) => views.hide(view, ['a'])],
    ['show A again', { hide: ['a'] }, (view) => views.change(view, { hide: undefined })],
    ['select B', { select: ['a'] }, (view) => views.select(view, ['b'])],
    ['clear the selection', { select: ['a'] }, (view) => views.select(view, [])],
    ['add A', {}, (view) => views.select(views.add(view, ['a']), ['a'])],
    ['expand A', {}, (view) => views.expand(view, 'a')],
    [
      'expand A by “member of”',
      {},
      (view) => views.expandBy(view, { key: 'a', type: 'MEMBER_OF', direction: 'in' }),
    ],
    ['collapse A', { expand: ['a'] }, (view) => views.collapse(view, ['a'])],
    ['show 2 steps around A', {}, (view) => views.focus(view, ['a'], 2)],
    ['show everything', { focus: ['a'], depth: 2 }, views.startFromEverything],
    ['clear the canvas', { add: ['a'], hide: ['b'] }, views.startFromNothing],
    ['show 1 step around A', { start: 'nothing', add: ['a'] }, (view) => views.focus(view, ['a'], 1)],
    ['start from A', {}, (view) => views.add(views.startFromNothing(view), ['a'])],
    ['find the path to B', {}, (view) => views.showPath(view, 'a', 'b')],
    ['clear the filters', { type: ['T'], label: ['L'] }, views.withoutFilters],
    ['clear the filters', { type: ['T'], from: '2025' }, views.withoutFilters],
    ['clear the filters', { focus: ['a'], depth: 2, text: 'T' }, views.withoutFilters],
    ['show everything', { focus: ['a'], depth: 2 }, views.withoutFilters],
    ['show all dates', { from: '2025', to: '2026' }, views.withoutFilters],
    [
      'show all, any modality',
      { modality: ['actual'] },
      (view) => views.setFacet(view, 'modality', undefined),
    ],
    ['filter by relationship types', {}, (view) => views.setFacet(view, 'type', ['T'])],
    ['show October 2025 to the end', {}, (view) => views.change(view, { from: '2025-10' })],
    ['show October 2025', {}, (view) => views.change(view, { from: '2025-10', to: '2025-10' })],
    ['move A', {}, (view) => views.pin(view, new Map([['a', { x: 1, y: 2 }]]))],
    ['unpin A', { pins: { a: [1, 2] } }, (view) => views.unpin(view, ['a'])],
  ])('is "%s"', (name, before, turn) => {
    expect(nameOf(before, turn)).toBe(name);
  });

  it('cuts a long caption short', () => {
    const name = stepName(
      {},
      { select: ['x'] },
      () => 'A caption that goes on and on and never seems to end',
    );
    expect(name.length).toBeLessThan(50);
    expect(name).toMatch(/…$/);
  });
});
