import type { ExplorerStore } from '../state/store.ts';
import type { RendererActions, RendererHandle } from './actions.ts';
import { follow } from './follow.ts';
import { handleActs } from './handle.ts';
import type { AreaOptions } from './input/area-selection.ts';
import { type Gestures, shareGestures } from './input/gestures.ts';
import { listenToPerson } from './input/listen.ts';
import { startArranging } from './layout/arranging.ts';
import { followSize } from './resizing.ts';
import { createShowing } from './showing.ts';
import { createPicture, newAppearance } from './sigma/picture.ts';
import { QuietGraph } from './sigma/quiet-graph.ts';
import { createStage } from './stage.ts';
import { stillOf } from './still.ts';

export type { LabelBox, RendererActions, RendererHandle } from './actions.ts';

/** What is otherwise where the picture is not the page itself. */
export interface RendererOptions {
  /** How it shares wheel and fingers with the page; it has them all when absent. */
  gestures?: Gestures;
  /** What a screen reader is told of its keys. */
  description?: string;
  /** Selects by area, `listenToArea`; nobody does where it is absent. */
  area?: (options: AreaOptions) => { kill(): void };
  /** Told when the browser has taken away what it is drawn with; it is then to be killed, see `keepDrawn`. */
  lost?: () => void;
  /** Whether it finds the positions of nodes itself; where it does not, `startArranging` is to be called. */
  arranges?: boolean;
}

/**
 * Draws the state's graph in an element, which it fills, and keeps up with the state. It changes nothing
 * itself: what a person does to the picture becomes actions.
 *
 * @throws EntenteError when the browser cannot draw it; the element is then left as it was.
 */
export function mountRenderer(
  container: HTMLElement,
  store: ExplorerStore,
  actions: RendererActions,
  { gestures, description, area, lost, arranges = true }: RendererOptions = {},
): RendererHandle {
  const stage = createStage(container, description);
  const appearance = newAppearance();
  const drawn = new QuietGraph();
  const arranging = arranges ? startArranging(store, actions) : { kill: () => {} };
  const picture = orClear([arranging, stage], () => createPicture(drawn, stage.host, appearance));
  if (gestures) shareGestures(picture, gestures);
  if (lost) picture.on('webglContextLost', lost);
  const given = { stage, picture, drawn, appearance, store, actions };
  let person: ReturnType<typeof listenToPerson> | undefined;
  const showing = createShowing({ ...given, focused: () => person?.focused() });
  const { camera, drawing } = showing;
  const acts = handleActs({ ...showing, graph: drawn, store, actions });
  person = listenToPerson({ ...given, ...showing, acts, gestures, area });
  const wanted = () => store.getState().view.camera;
  const size = followSize({ element: stage.root, picture, camera, drawing, wanted });
  const following = follow({ ...showing, store });
  return {
    ...acts,
    element: stage.root,
    still: () => {
      drawing.finish();
      return stillOf(picture, stage);
    },
    stillLater: async (idle) => {
      const { stillLater } = await import('./still-later.ts');
      drawing.finish();
      return stillLater(picture, stage, idle);
    },
    kill: () => {
      for (const part of [size, following, arranging, person, showing, picture, stage]) part?.kill();
    },
  };
}

function orClear<T>(parts: readonly { kill(): void }[], create: () => T): T {
  try {
    return create();
  } catch (error) {
    for (const part of parts) part.kill();
    throw error;
  }
}
