import { nameOf } from '../../../server/core/layout/arrangement.ts';
import { layOutAny } from '../../../server/core/layout/lay-out-any.ts';
import { placeNewNodes } from '../../../server/core/layout/place-new-nodes.ts';
import type { ThemeName } from '../../../server/core/looks/theme.ts';
import { EntenteError } from '../../../server/core/model/errors.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import type { Story } from '../../../server/core/model/story.ts';
import { arrangementOf } from '../../../server/core/picture/arrangement.ts';
import { createComposer } from '../../../server/core/picture/compose.ts';
import { nodeLooks } from '../../../server/core/picture/find-looks.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import type { PictureState } from '../../../server/core/picture/state.ts';
import { pictureCredit } from '../../../server/core/svg/credit.ts';
import { drawPicture, type Picture } from '../../../server/core/svg/picture.ts';
import { takeAwayDocument } from '../../../server/core/take-away/document.ts';
import { gather, type StepToTake } from '../../../server/core/take-away/gather.ts';
import type { TakeAwayBundle } from '../../../server/core/take-away/taken.ts';
import type { View } from '../../../server/core/view/view.ts';
import { searchToView } from '../../../server/core/view/view-link.ts';
import { captionText, plainCaption, readCaption } from '../../../server/core/words/caption.ts';
import { createCall } from '../../api.ts';
import type { ExplorerState } from '../../state/store.ts';
import { unpack } from '../../unpack.ts';

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
  return pictureOf(state, choices).svg;
}

/** The picture of the moment, and what of its legend had no room. */
export function pictureOf(state: ExplorerState, choices: Choices): Picture {
  const graph = shownGraph(state);
  return drawPicture({
    ...choices,
    graph,
    positions: state.positions,
    view: state.view,
    looks: nodeLooks(state),
    credit: choices.credit ? pictureCredit(graph, knownTo(state)) : '',
  });
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
export async function documentOf(state: ExplorerState, choices: Choices): Promise<string> {
  const bundle = await loadBundle();
  const story =
    state.view.story !== undefined && state.story.state === 'ready' ? state.story.value : undefined;
  const steps = story ? await stepsOf(story, state) : [stepNow(state, choices)];
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
  const { view, positions } = state;
  return {
    caption: plainCaption(caption),
    ...{ view, positions, graph: shownGraph(state), looks: nodeLooks(state) },
  };
}

async function stepsOf({ steps }: Story, state: ExplorerState): Promise<StepToTake[]> {
  const call = createCall({ unpack });
  const compose = createComposer((query, signal) => call('graph', { query, signal }));
  const snapshot = state.status?.snapshot ?? '';
  const never = new AbortController().signal;
  return Promise.all(
    steps.map(async ({ title, caption, view: search }) => {
      const view: View = searchToView(search).view;
      const loaded = { state: 'ready', value: await compose(view, snapshot, snapshot, never) } as const;
      const graph = shownGraph({ graph: loaded, view });
      const step = { graph: loaded, base: state.base, view, measurements: {} };
      const laid = await positionsOf(step, state);
      const missing = graph.nodes.some(({ key }) => !laid.has(key));
      const positions = missing ? placeNewNodes(laid, graph, view.seed) : laid;
      const looks = nodeLooks(step);
      return { title, caption: readCaption(caption), view, graph, positions, looks };
    }),
  );
}

/** Where a step's nodes are: where they are now, unless it arranges them otherwise. */
async function positionsOf(step: PictureState, state: ExplorerState): Promise<ExplorerState['positions']> {
  const [now, wanted] = [arrangementOf(state), arrangementOf(step)];
  if (!wanted || (now && nameOf(now) === nameOf(wanted)) || step.graph.state !== 'ready')
    return state.positions;
  return layOutAny(step.base?.state === 'ready' ? step.base.value : step.graph.value, wanted);
}

async function loadBundle(): Promise<TakeAwayBundle> {
  const response = await fetch('/take-away/take-away.json');
  if (response.ok) return (await response.json()) as TakeAwayBundle;
  throw new EntenteError(
    'internal',
    'The page cannot be made because the server lacks its script. Build the product again.',
  );
}
