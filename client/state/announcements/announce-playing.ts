import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import { dateInWords, uncapital } from '../../../server/core/words/words.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { watch } from '../watch.ts';
import { whatIsShown } from './announce.ts';

/** So long, in milliseconds, nothing more is said while the timeline is played: a date with its counts takes some seconds to speak. */
export const QUIET = 6_000;

/** Tells a screen reader of the dates that are played: of one now and then, and of the one that it stops at. */
export function startAnnouncingPlaying(store: ExplorerStore): Close {
  const say = (announcement: string) => store.setState({ announcement });
  let quietUntil = 0;
  const stops = [
    watch(store, shownGraph, (_, before) => {
      const state = store.getState();
      if (!before || !state.playing || Date.now() < quietUntil) return;
      quietUntil = Date.now() + QUIET;
      say(whatIsPlayed(state));
    }),
    watch(
      store,
      ({ playing }) => playing,
      (playing, before) => {
        quietUntil = 0;
        if (before && !playing) say(`Stopped. ${whatIsPlayed(store.getState())}`);
      },
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function whatIsPlayed(state: ExplorerState): string {
  const { from, to = '' } = state.view;
  const last = dateInWords(to);
  const range = !from ? `Until ${last}` : from === to ? last : `${dateInWords(from)} to ${last}`;
  return to ? `${range}: ${uncapital(whatIsShown(state))}` : whatIsShown(state);
}
