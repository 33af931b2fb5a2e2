import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startAnnouncing } from '../../../../client/state/announcements/announce.ts';
import { QUIET, startAnnouncingPlaying } from '../../../../client/state/announcements/announce-playing.ts';
import { startLink } from '../../../../client/state/link/link.ts';
import { change } from '../../../../client/state/link/view-changes.ts';
import { createExplorerStore } from '../../../../client/state/store.ts';
import { createPlayback, framesOf, STEP } from '../../../../client/state/time/playback.ts';
import { watch } from '../../../../client/state/watch.ts';
import { graphOf, historyOf } from '../world.ts';

const MONTHS = ['2025-09', '2025-10', '2025-11', '2025-12'];

describe('playing the timeline', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function open(view = {}) {
    const store = createExplorerStore(view);
    const playback = createPlayback(store);
    return { store, playback, range: () => [store.getState().view.from, store.getState().view.to] };
  }

  it('shows everything up to one date after the other, and stops at the last', () => {
    const { store, playback, range } = open();
    playback.play(MONTHS);
    const seen = [range()];
    for (let step = 1; step < MONTHS.length; step += 1) {
      vi.advanceTimersByTime(STEP);
      seen.push(range());
    }
    expect(seen).toEqual(MONTHS.map((month) => [undefined, month]));
    expect(store.getState().playing).toBe(true);
    vi.advanceTimersByTime(STEP);
    expect(store.getState().playing).toBe(false);
    expect(range()).toEqual([undefined, '2025-12']);
  });

  it('goes on from where it was paused, and over again from the end', () => {
    const { playback, range } = open();
    playback.play(MONTHS);
    vi.advanceTimersByTime(STEP);
    playback.pause();
    vi.advanceTimersByTime(10 * STEP);
    expect(range()).toEqual([undefined, '2025-10']);
    playback.play(MONTHS);
    expect(range()).toEqual([undefined, '2025-11']);
    vi.advanceTimersByTime(10 * STEP);
    playback.play(MONTHS);
    expect(range()).toEqual([undefined, '2025-09']);
  });

  it('is faster at a higher speed', () => {
    const { playback, range } = open();
    playback.setSpeed(4);
    playback.play(MONTHS);
    vi.advanceTimersByTime(STEP / 4);
    expect(range()).toEqual([undefined, '2025-10']);
  });

  it('is told at a pace that can be listened to, and where it stops', () => {
    const { store, playback } = open();
    startAnnouncing(store);
    startAnnouncingPlaying(store);
    const said: string[] = [];
    watch(
      store,
      ({ announcement }) => announcement,
      (now) => now && said.push(now),
    );
    // The server's answer to each range: another graph.
    store.subscribe(({ view }, before) => {
      if (view !== before.view) store.setState({ graph: { state: 'ready', value: graphOf([]) } });
    });
    const years = Array.from({ length: 12 }, (_, at) => `${2001 + at}`);
    playback.setSpeed(2);
    playback.play(years);
    vi.advanceTimersByTime(QUIET - 1);
    expect(said).toEqual(['Until 2001: showing 0 nodes and 0 edges.']);
    vi.advanceTimersByTime(2 * QUIET);
    expect(said.slice(1)).toEqual([
      'Until 2011: showing 0 nodes and 0 edges.',
      'Stopped. Until 2012: showing 0 nodes and 0 edges.',
    ]);
  });

  it('moves a range that is set, as wide as it is', () => {
    expect(framesOf(MONTHS, '2025-09', '2025-10')).toEqual([
      { from: '2025-09', to: '2025-10' },
      { from: '2025-10', to: '2025-11' },
      { from: '2025-11', to: '2025-12' },
    ]);
  });

  it('gives way to a reader who sets another range', () => {
    const { store, playback, range } = open();
    playback.play(MONTHS);
    store.setState(({ view }) => ({ view: change(view, { from: '2022', to: '2023' }) }));
    vi.advanceTimersByTime(3 * STEP);
    expect(range()).toEqual(['2022', '2023']);
    expect(store.getState().playing).toBe(false);
  });

  it('is one step of the history, taken when it stops', () => {
    const { store, playback } = open();
    const history = historyOf();
    const link = startLink(store, history);
    playback.play(MONTHS);
    vi.advanceTimersByTime(2 * STEP);
    expect(history.entries).toHaveLength(1);
    playback.pause();
    expect(history.entries.map(({ search }) => search)).toEqual(['', 'to=2025-11&when=held']);
    link.close();
  });
});
