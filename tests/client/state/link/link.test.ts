import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LINK_PAUSE, startLink, WALK_PAUSE } from '../../../../client/state/link/link.ts';
import { shareLink } from '../../../../client/state/link/share-link.ts';
import { change, pin, select, toggleFacet } from '../../../../client/state/link/view-changes.ts';
import { redoName, undoName } from '../../../../client/state/link/view-history.ts';
import { createExplorerStore } from '../../../../client/state/store.ts';
import type { View } from '../../../../server/core/view/view.ts';
import { searchToView, viewToSearch } from '../../../../server/core/view/view-link.ts';
import { historyOf } from '../world.ts';

afterEach(() => vi.useRealTimers());

function page(search = '') {
  const history = historyOf(search);
  const store = createExplorerStore(searchToView(search).view);
  return { history, store, link: startLink(store, history) };
}

const steps = fc.array(
  fc.oneof(
    fc.constantFrom('a', 'b', 'c').map((key) => (view: View) => select(view, [key])),
    fc.constantFrom('S', 'T').map((type) => (view: View) => toggleFacet(view, 'type', type, ['S', 'T', 'U'])),
    fc.constantFrom('a', 'b').map((key) => (view: View) => pin(view, new Map([[key, { x: 1, y: 2 }]]))),
  ),
);

describe('the link', () => {
  it('names the view after every change, and Back walks all views in turn', () => {
    fc.assert(
      fc.property(steps, (changes) => {
        const { history, store, link } = page();
        const seen = [store.getState().view];
        for (const turn of changes) {
          store.setState(({ view }) => ({ view: turn(view) }));
          const { view } = store.getState();
          expect(history.read()).toBe(viewToSearch(view));
          if (viewToSearch(view) !== viewToSearch(seen.at(-1) ?? {})) seen.push(view);
        }
        for (const view of seen.slice(0, -1).reverse()) {
          link.undo();
          expect(store.getState().view).toEqual(view);
        }
        link.undo();
        expect(history.at()).toBe(0);
        link.close();
      }),
    );
  });

  it('names every entry, and the walk that takes a step back or brings it again', () => {
    const history = historyOf();
    const store = createExplorerStore({});
    const walks: string[] = [];
    const link = startLink(store, history, (way, name) => walks.push(`${way} ${name}`));
    store.setState({ view: { hide: ['a', 'b'] } });
    store.setState({ view: { hide: ['a', 'b'], layout: 'circle' } });
    expect(history.entries.map(({ name }) => name)).toEqual([
      undefined,
      'hide 2 nodes',
      'arrange in a circle',
    ]);
    link.undo();
    link.undo();
    link.redo();
    expect(walks).toEqual(['undone arrange in a circle', 'undone hide 2 nodes', 'redone hide 2 nodes']);
    expect([undoName(store.getState().history), redoName(store.getState().history)]).toEqual([
      'hide 2 nodes',
      'arrange in a circle',
    ]);
  });

  it('walks with the browser when that goes several entries at once', () => {
    const { history, store, link } = page();
    for (const key of ['a', 'b', 'c']) store.setState({ view: { select: [key] } });
    history.back();
    history.back();
    expect(store.getState().history.at).toBe(1);
    link.redo();
    expect(store.getState().view).toEqual({ select: ['b'] });
  });

  it('takes back by its own memory what the browser has forgotten', () => {
    vi.useFakeTimers();
    const { history, store, link } = page();
    for (const key of ['a', 'b', 'c']) store.setState({ view: { select: [key] } });
    // A browser that keeps few entries does nothing when it is asked to go before the first.
    history.back = () => {};
    link.undo();
    link.undo();
    vi.advanceTimersByTime(2 * WALK_PAUSE);
    expect(store.getState().view).toEqual({ select: ['a'] });
    expect(history.read()).toBe('select=a');
    expect(store.getState().history.at).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('never goes back beyond its first view, however often it is asked before the browser has gone', () => {
    vi.useFakeTimers();
    const { history, store, link } = page();
    store.setState({ view: { select: ['a'] } });
    let backs = 0;
    const { back } = history;
    history.back = () => {
      backs += 1;
      setTimeout(back, 20);
    };
    for (let press = 0; press < 5; press++) link.undo();
    vi.runAllTimers();
    expect([backs, store.getState().view]).toEqual([1, {}]);
  });

  it('goes on with the name of the step after the page is loaded anew', () => {
    const history = historyOf('?select=a');
    history.entries[0] = { search: '?select=a', depth: 4, name: 'select A' };
    const store = createExplorerStore({ select: ['a'] });
    startLink(store, history);
    expect(undoName(store.getState().history)).toBe('select A');
  });

  it('goes forward again to what was undone', () => {
    const { store, link } = page();
    store.setState({ view: { select: ['a'] } });
    link.undo();
    link.redo();
    expect(store.getState().view).toEqual({ select: ['a'] });
  });

  it('follows the camera after a pause without a new entry', () => {
    vi.useFakeTimers();
    const { history, store } = page();
    const camera = { x: 1, y: 2, ratio: 0.5 };
    for (const x of [1, 2, 3])
      store.setState(({ view }) => ({ view: change(view, { camera: { ...camera, x } }) }));
    expect(history.read()).toBe('');
    vi.advanceTimersByTime(LINK_PAUSE);
    expect(history.entries).toHaveLength(1);
    expect(searchToView(history.read()).view.camera).toEqual({ ...camera, x: 3 });
  });

  it('keeps the last camera of a view when it is left at once', () => {
    vi.useFakeTimers();
    const { history, store, link } = page();
    const camera = { x: 1, y: 2, ratio: 0.5 };
    store.setState({ view: { camera } });
    store.setState({ view: { camera, select: ['a'] } });
    link.undo();
    expect(store.getState().view).toEqual({ camera });
    vi.runAllTimers();
    expect(history.at()).toBe(0);
  });

  it('tells what cannot be read when the history leads to a damaged link', () => {
    const { history, store, link } = page();
    store.setState({ view: { select: ['a'] } });
    history.entries[0] = { search: '?depth=99&colour=red', depth: 0, name: undefined };
    link.undo();
    expect(store.getState().linkProblems.map(({ path }) => path)).toEqual(['depth', 'colour']);
    expect(store.getState().view).toEqual({});
  });

  it('stops following once it is closed', () => {
    const { history, store, link } = page();
    link.close();
    store.setState({ view: { select: ['a'] } });
    expect(history.entries).toHaveLength(1);
  });
});

describe('a shared link', () => {
  it('names the snapshot it was made on', () => {
    expect(shareLink('http://here/', { select: ['a'] }, 's1')).toBe('http://here/?select=a&snapshot=s1');
    expect(shareLink('http://here/', {}, undefined)).toBe('http://here/');
  });
});
