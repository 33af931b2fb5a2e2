import { whatIsShown } from './announce.ts';
import { arrangementTitle } from './arrangements.ts';
import { colourMeaning, shapeMeaning, sizeMeaning, widthMeaning } from './meanings.ts';
import { looksFound, nodeLooks } from './node-looks.ts';
import type { Close, ExplorerState, ExplorerStore } from './store.ts';
import { watch } from './watch.ts';
import { number } from './words.ts';

/** Colours that are told one by one; the legend lists all. */
const MOST_TOLD = 5;

/** Tells a screen reader what places and looks mean from now on, and how many nodes have which colour. */
export function startAnnouncingLooks(store: ExplorerStore): Close {
  const on = (pick: (state: ExplorerState) => string | undefined) => {
    let first = true;
    return watch(store, pick, (announcement) => {
      if (announcement && !first) store.setState({ announcement });
      first = false;
    });
  };
  const stops = [
    on(({ view }) => `Arranged ${arrangementTitle(view)}.`),
    on(({ view }) => `Size of nodes: ${sizeMeaning(view.size).title.toLowerCase()}.`),
    on(({ view }) => `Shape of nodes: ${shapeMeaning(view.shape).title.toLowerCase()}.`),
    on(({ view }) => `Width of edges: ${widthMeaning(view.width).title.toLowerCase()}.`),
    on(coloursInWords),
  ];
  return () => {
    for (const stop of stops) stop();
  };
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
  return `${whatIsShown(state)} Coloured by ${colourMeaning(colour).title.toLowerCase()}${told}.`;
}
