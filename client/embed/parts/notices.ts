import { awayOf } from '../../state/loading/ask-again.ts';
import type { Close, ExplorerState, ExplorerStore } from '../../state/store.ts';
import { element } from './element.ts';

/** At most this many lines are listed. */
const LISTED = 5;

/** Tells what a reader should know of the link and the data, and in the picture's place why there is none. */
export function showNotices(root: HTMLElement, note: HTMLElement, store: ExplorerStore): Close {
  let last = '';
  const show = () => {
    const state = store.getState();
    const waiting = waitingFor(state);
    // Where nothing can be drawn there is nothing to wait for.
    const undrawn = document.body.dataset.state === 'undrawn';
    if (waiting && !undrawn && note.textContent !== waiting) {
      note.textContent = waiting;
      note.hidden = false;
    }
    const told = noticesOf(state);
    const now = JSON.stringify(told);
    if (now === last) return;
    last = now;
    root.replaceChildren(...told.map(([title, lines]) => notice(title, lines)));
  };
  const live = element('p', { class: 'unseen', 'aria-live': 'polite' });
  root.after(live);
  const announce = () => {
    const { announcement } = store.getState();
    if (live.textContent !== announcement) live.textContent = announcement;
  };
  show();
  const stops = [store.subscribe(show), store.subscribe(announce)];
  return () => {
    for (const stop of stops) stop();
    live.remove();
  };
}

function notice(title: string, lines: readonly string[]): HTMLElement {
  const list = element('ul', {}, ...lines.slice(0, LISTED).map((line) => element('li', {}, line)));
  return element('section', { class: 'notice', 'aria-label': title }, element('p', {}, title), list);
}

type Notice = readonly [title: string, lines: readonly string[]];

function noticesOf(state: ExplorerState): Notice[] {
  const { linkProblems, missing, graph, story } = state;
  const told: Notice[] = [];
  const away = graph.state === 'ready' ? awayOf(state) : undefined;
  if (away) told.push([`${away.title}. This is what was last read.`, away.why ? [away.why] : []]);
  if (story.state === 'failed') told.push(['The story cannot be shown.', [story.message]]);
  if (linkProblems.length > 0)
    told.push([
      'Part of this link could not be read; the rest is shown.',
      linkProblems.map(({ path, message }) => `${path} ${message}`),
    ]);
  if (missing)
    told.push([
      missing.otherSnapshot
        ? 'This view was made with different data.'
        : 'This link names something the data do not contain.',
      missing.keys.length > 0 ? [`Not found: ${missing.keys.slice(0, LISTED).join(', ')}`] : [],
    ]);
  if (graph.state === 'ready' && graph.value.attributes.truncated)
    told.push(['A limit cut the graph off; the most connected nodes are shown.', []]);
  return told;
}

function waitingFor({ graph, status, reachable }: ExplorerState): string | undefined {
  if (graph.state === 'ready')
    return graph.value.nodes.length === 0 ? 'This view contains none of the data.' : undefined;
  if (graph.state === 'failed') return `The graph could not be read: ${graph.message}`;
  if (reachable === false) return 'The server cannot be reached. Trying again.';
  const { database, counts } = status ?? {};
  if (database?.state === 'ready') return counts?.nodes === 0 ? 'The database is empty.' : undefined;
  return database?.problem ?? database?.progress?.message;
}
