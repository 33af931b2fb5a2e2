import { looksFound, nodeLooks } from '../../../server/core/picture/find-looks.ts';
import {
  colourMeaning,
  shapeMeaning,
  sizeMeaning,
  widthMeaning,
} from '../../../server/core/picture/meanings.ts';
import { amount, number, uncapital } from '../../../server/core/words/words.ts';
import { arrangementTitle } from '../shown/arrangements.ts';
import type { Close, ExplorerState, ExplorerStore } from '../store.ts';
import { watch } from '../watch.ts';
import { whatIsShown } from './announce.ts';

/** Colours that are told one by one; the legend lists all. */
const MOST_TOLD = 5;

/** Tells a screen reader what places and looks mean from now on, and how many nodes have which colour. */
export function startAnnouncingLooks(store: ExplorerStore): Close {
  const on = (pick: (state: ExplorerState) => string | undefined) => {
    let first = true;
    return watch(store, pick, (announcement) => {
      if (announcement && !first && !store.getState().playing)
        store.setState({ announcement: withWhatWasDone(store.getState(), announcement) });
      first = false;
    });
  };
  const stops = [
    on(({ view }) => `Arranged ${arrangementTitle(view)}.`),
    on(({ view }) => `Size of nodes: ${uncapital(sizeMeaning(view.size).title)}.`),
    on(({ view }) => `Shape of nodes: ${uncapital(shapeMeaning(view.shape).title)}.`),
    on(({ view }) => `Width of edges: ${uncapital(widthMeaning(view.width).title)}.`),
    on(({ view }) => `Own looks: ${amount(view.look?.length ?? 0, 'rule')}.`),
    on(coloursInWords),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** What was just undone or redone is said as well, where the same is said of it. */
function withWhatWasDone(state: ExplorerState, announcement: string): string {
  const shown = whatIsShown(state);
  const said = state.announcement;
  return announcement.startsWith(shown) && said.endsWith(shown)
    ? said + announcement.slice(shown.length)
    : announcement;
}

/** Undefined while what the colours mean is still being found. */
function coloursInWords(state: ExplorerState): string | undefined {
  const { colour } = state.view;
  if (colour === undefined) return 'Nodes are coloured by their label.';
  if (!looksFound(state)) return undefined;
  const { key } = nodeLooks(state);
  const rows = key.slice(0, MOST_TOLD).map(({ title, count }) => `${title} ${number(count)}`);
  const more = key.length > MOST_TOLD ? [`and ${number(key.length - MOST_TOLD)} more`] : [];
  const told = rows.length > 0 ? `: ${[...rows, ...more].join(', ')}` : '';
  return `${whatIsShown(state)} Coloured by ${uncapital(colourMeaning(colour).title)}${told}.`;
}
