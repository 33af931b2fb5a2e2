import { createViewLoader } from '../../../server/core/loading/load-view.ts';
import type { ThemeName } from '../../../server/core/looks/theme.ts';
import { EntenteError } from '../../../server/core/model/errors.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import type { Story } from '../../../server/core/model/story.ts';
import { arrangementOf } from '../../../server/core/picture/arrangement.ts';
import { pictureOf } from '../../../server/core/picture/picture-of.ts';
import { layoutName, type Measuring, settleView } from '../../../server/core/picture/settle-view.ts';
import { pictureCredit } from '../../../server/core/svg/credit.ts';
import { drawPicture, type Picture } from '../../../server/core/svg/picture.ts';
import { takeAwayDocument } from '../../../server/core/take-away/document.ts';
import { gather, type StepToTake } from '../../../server/core/take-away/gather.ts';
import type { TakeAwayBundle } from '../../../server/core/take-away/taken.ts';
import { searchToView } from '../../../server/core/view/view-link.ts';
import { captionText, plainCaption, readCaption } from '../../../server/core/words/caption.ts';
import type { Call } from '../../api.ts';
import { isPlaced } from '../../state/shown/placed.ts';
import type { ExplorerState } from '../../state/store.ts';
import { measureInWorker } from '../../workers/measure-nodes.ts';
import { createRunner } from '../../workers/run-measures.ts';

/** What a person may choose of a picture. Lengths in CSS pixels. */
export interface Choices {
  width: number;
  height: number;
  /** Pixels of a PNG per CSS pixel. */
  scale: number;
  theme: ThemeName;
  transparent: boolean;
  legend: boolean;
  /** Empty for none. */
  caption: string;
  credit: boolean;
}

/** The picture of the moment as SVG. */
export function svgOf(state: ExplorerState, choices: Choices): string {
  return savedPicture(state, choices).svg;
}

/** The picture of the moment, and what of its legend had no room. */
export function savedPicture(state: ExplorerState, choices: Choices): Picture {
  const parts = pictureOf(state);
  const credit = choices.credit ? pictureCredit(parts.graph, knownTo(state)) : '';
  return drawPicture({ ...choices, ...parts, view: state.view, credit });
}

/** What the page knows of the whole, for the names of sources. */
function knownTo({ base, graph }: ExplorerState): Graph {
  if (base?.state === 'ready') return base.value;
  if (graph.state === 'ready') return graph.value;
  throw new EntenteError('internal', 'There is no graph to save yet.');
}

/** What stands over the picture where nothing else is written. */
export function usualCaption({ view, story }: ExplorerState): string {
  if (view.caption) return view.caption;
  if (view.story === undefined || story.state !== 'ready') return '';
  const step = story.value.steps[(view.step ?? 1) - 1];
  return step ? `${step.title}\n${captionText(readCaption(step.caption))}` : '';
}

/**
 * The view of the moment, or the whole of the story that is told, as one HTML document.
 *
 * @throws EntenteError when the server cannot give what it is made of
 */
export async function documentOf(state: ExplorerState, choices: Choices, call: Call): Promise<string> {
  const bundle = await loadBundle();
  const story =
    state.view.story !== undefined && state.story.state === 'ready' ? state.story.value : undefined;
  const steps = story ? await stepsOf(story, state, call) : [stepNow(state, choices)];
  const known = knownTo(state);
  const all = { ...known, edges: steps.flatMap(({ graph }) => graph.edges) };
  const about = {
    title: story?.title ?? (choices.caption.split('\n')[0] || 'Who takes which stance'),
    ...(story?.summary !== undefined && { summary: story.summary }),
    credit: choices.credit ? pictureCredit(all, known) : '',
    theme: choices.theme,
    legend: choices.legend,
  };
  return takeAwayDocument(gather(steps, about, known), bundle);
}

function stepNow(state: ExplorerState, { caption }: Choices): StepToTake {
  return { caption: plainCaption(caption), view: state.view, ...pictureOf(state) };
}

/** The steps of a story, each as the explorer would show it; nodes stay where they are now unless a step arranges them. */
async function stepsOf({ steps }: Story, state: ExplorerState, call: Call): Promise<StepToTake[]> {
  const load = createViewLoader({
    graph: (query, signal) => call('graph', { query, signal }),
    paths: (query, signal) => call('paths', { query, signal }),
  });
  const { run, close } = createRunner();
  const never = new AbortController().signal;
  const measuring: Measuring = {
    nodes: measureInWorker,
    alliances: run,
  };
  const now = arrangementOf(state);
  const isWhole = isPlaced({ ...state, view: {} });
  const layouts = new Map(now && isWhole ? [[layoutName(now), state.positions] as const] : []);
  const snapshot = state.status?.snapshot ?? '';
  const taken: StepToTake[] = [];
  try {
    for (const { title, caption, view: search } of steps) {
      const { view } = searchToView(search);
      const { graph: loaded } = await load(view, { data: snapshot, snapshot }, never);
      const base = state.base?.state === 'ready' ? state.base.value : loaded;
      const settled = await settleView({ view, loaded, base }, measuring, layouts);
      taken.push({ title, caption: readCaption(caption), view, ...pictureOf(settled) });
    }
  } finally {
    close();
  }
  return taken;
}

async function loadBundle(): Promise<TakeAwayBundle> {
  const response = await fetch('/take-away/take-away.json');
  if (response.ok) return (await response.json()) as TakeAwayBundle;
  throw new EntenteError(
    'internal',
    'The page cannot be made because the server lacks its script. Build the product again.',
  );
}
