import { type EmbedOptions, embedSearch, readEmbed } from '../../server/core/contract/embed.ts';
import type { ToEmbed, Told } from '../../server/core/contract/embed-protocol.ts';
import type { ErrorDetail } from '../../server/core/model/errors.ts';
import { indexOfAll, shownGraph } from '../../server/core/picture/graph-index.ts';
import { change } from '../../server/core/view/change.ts';
import { searchToView, viewToSearch } from '../../server/core/view/view-link.ts';
import type { Call } from '../api.ts';
import { shareLink } from '../state/link/share-link.ts';
import type { Close, ExplorerStore } from '../state/store.ts';
import { watch } from '../state/watch.ts';
import { startWhenAsked } from '../state/when-asked.ts';
import { embedActions } from './actions.ts';
import { showControls } from './parts/controls.ts';
import { part } from './parts/element.ts';
import { watchHeight } from './parts/height.ts';
import { showLegend } from './parts/legend.ts';
import { showNotices } from './parts/notices.ts';
import { preparePrint } from './parts/print.ts';
import { keepText } from './parts/text.ts';
import { showPicture } from './picture.ts';
import { startEmbed } from './state.ts';
import { startTelling } from './story/telling.ts';
import { talkToHost } from './talk.ts';

const measure = async () => (await import('../workers/measure-nodes.ts')).measureInWorker;

/** Brings the page of an embed to life, on the view that its address names; gives what ends it. */
export function openEmbed(search: string, call: Call): Close {
  const { view, options, problems } = readEmbed(search);
  const { store, close } = startEmbed(view, problems, call, measure);
  const stage = part('stage');
  const note = part('note');
  // What the page asked for, without what a reader has done since.
  let wanted = view;
  const host = talkToHost(window, document.body.dataset.hosts ?? '', (message) => {
    if (message.type === 'hello') {
      host.greet(wanted);
      return drawn && tellReady();
    }
    const refuse: Refuse = (details, ofData) => host.tell({ type: 'refused', details }, ofData);
    if (message.type === 'step') {
      if (store.getState().view.story !== undefined) return telling.go(message.to);
      return refuse([{ path: 'to', message: 'There is no story here.' }]);
    }
    if (message.type === 'set-view') {
      asked = true;
      wanted = searchToView(message.view).view;
      host.greet(wanted);
    }
    obey(store, message, options, refuse);
  });
  let [drawn, asked] = [false, false];
  const tellReady = () => host.tell(whatIsReady(store));
  host.greet(wanted);
  const telling = startTelling(store, async () => {
    const { tellStory } = await import('./story/story.ts');
    return tellStory({ store, call, stage, captions: options.captions, tell: host.tell });
  });
  const hint = hintLater(stage);
  const still = document.getElementById('still');
  const cannotDraw = (cause: unknown) => {
    const isFirst = sayUndrawn(cause, { stage, note, still, drawn });
    if (isFirst) void import('./undrawn.ts').then(({ standStill }) => stops.push(standStill(store, still)));
  };
  const picture = showPicture({
    stage,
    store,
    actions: embedActions(store, options.interaction, cannotDraw),
    interaction: options.interaction,
    hint: hint.show,
    failed: cannotDraw,
    drawn: () => {
      drawn = true;
      still?.remove();
      note.hidden = true;
      document.body.dataset.state = 'drawn';
      tellReady();
    },
  });
  const stops = [
    close,
    telling.close,
    picture.close,
    host.close,
    hint.close,
    preparePrint(stage),
    startWhenAsked(
      store,
      ({ view }) => view.select !== undefined,
      async () => (await import('./parts/card.ts')).showCard(part('card'), store),
    ),
    showNotices(part('notices'), note, store),
    keepText({ text: part('text'), body: part('text-body'), sources: part('sources') }, store, call),
    options.legend ? showLegend(part('legend'), store) : () => {},
    options.controls && options.interaction === 'full' ? showControls(stage, picture) : () => {},
    watchHeight(document, (height) => host.tell({ type: 'height', height })),
    watch(
      store,
      (state) => state.view,
      () => showView(store, options.captions),
    ),
    watch(
      store,
      ({ graph, refreshing, view }) => graph.state === 'ready' && !refreshing && view,
      (shown) => {
        if (!shown || !asked || !drawn) return;
        asked = false;
        tellReady();
      },
    ),
    watch(
      store,
      (state) => state.view.select,
      (keys, before) => keys !== before && host.tell({ type: 'selection', keys: keys ?? [] }),
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function whatIsReady(store: ExplorerStore): Told {
  const { nodes, edges } = shownGraph(store.getState());
  const shown = viewToSearch(store.getState().view);
  return { type: 'ready', nodes: nodes.length, edges: edges.length, view: shown };
}

interface Undrawn {
  stage: HTMLElement;
  note: HTMLElement;
  still: HTMLElement | null;
  /** Whether there was a picture. */
  drawn: boolean;
}

/** Says that there is no picture, and shows the still one and the text instead; whether that was not done yet. */
function sayUndrawn(cause: unknown, { stage, note, still, drawn }: Undrawn): boolean {
  const instead = still ? 'The picture is still; the' : 'The';
  const lost = drawn ? 'keeps losing the picture' : 'cannot draw the picture';
  note.textContent = `This browser ${lost}. ${instead} text below says the same.`;
  if (still && !still.isConnected) stage.prepend(still);
  note.hidden = false;
  note.title = cause instanceof Error ? cause.message : '';
  part('text').setAttribute('open', '');
  const isFirst = document.body.dataset.state !== 'undrawn';
  document.body.dataset.state = 'undrawn';
  return isFirst;
}

type Refuse = (details: ErrorDetail[], ofData?: boolean) => void;

/** Which of some keys the data have not, where they are all loaded: what a view has not that comes yet, it may have. */
function goneOf(store: ExplorerStore, keys: readonly string[]): string[] {
  const all = indexOfAll(store.getState());
  return all ? keys.filter((key) => !all.nodes.has(key) && !all.edges.has(key)) : [];
}

/** Does what the host asks. */
function obey(store: ExplorerStore, message: ToEmbed, options: EmbedOptions, refuse: Refuse): void {
  if (message.type === 'select') {
    const gone = goneOf(store, message.keys);
    const details = gone.map((key) => ({ path: 'keys', message: `${key} is not there.` }));
    if (gone.length > 0) refuse(details, true);
    const select = message.keys.filter((key) => !gone.includes(key));
    store.setState(({ view }) => ({ view: change(view, { select }) }));
  } else if (message.type === 'set-view') {
    const { view, problems } = searchToView(message.view);
    if (problems.length > 0) refuse(problems);
    // The words of all steps of a story come with its page.
    if (view.story !== undefined && view.story !== store.getState().view.story)
      location.replace(`${location.pathname}?${embedSearch(view, options)}`);
    else store.setState({ view, linkProblems: problems });
  }
}

/** What of a view is not in the picture: the caption, the theme and the link to the live view. */
function showView(store: ExplorerStore, captions: boolean): void {
  const { view, status } = store.getState();
  const caption = part('caption');
  if (view.caption && caption.textContent !== view.caption) caption.textContent = view.caption;
  caption.classList.toggle('unseen', !captions || !(view.caption || view.story));
  const live = part('live');
  const [explorer = ''] = (live.getAttribute('href') ?? '').split('?');
  live.setAttribute('href', shareLink(explorer, view, status?.snapshot));
  if (view.theme) document.documentElement.dataset.theme = view.theme;
  else delete document.documentElement.dataset.theme;
}

/** The hint is fetched when it is first called for, and done without where it cannot be had. */
function hintLater(stage: HTMLElement) {
  let hint: Promise<ReturnType<typeof import('./parts/hint.ts')['createHint']>> | undefined;
  return {
    show: (by: 'wheel' | 'touch') => {
      hint ??= import('./parts/hint.ts').then(({ createHint }) => createHint(stage));
      hint.then(({ show }) => show(by)).catch(() => {});
    },
    close: () => void hint?.then(({ close }) => close()).catch(() => {}),
  };
}
