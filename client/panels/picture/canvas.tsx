import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Insets } from '../../../server/core/geometry/frame.ts';
import { explain } from '../../api.ts';
import type { RendererHandle } from '../../renderer/actions.ts';
import { listenToArea } from '../../renderer/input/area-selection.ts';
import { controlsOver } from '../../renderer/labels/controls-over.ts';
import { watchGraphics } from '../../renderer/sigma/graphics.ts';
import { nextTurn } from '../../slices.ts';
import { isMany } from '../../state/large-graph.ts';
import { untilGraph } from '../../state/loading/until-graph.ts';
import { captionOf } from '../../state/selection/captions.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Icon } from '../common/icon.tsx';
import { NARROW, useMedia } from '../common/media.ts';
import { usePlaces } from '../common/places.ts';
import { Arranging } from './arranging.tsx';
import { createBringIntoView } from './bring-into-view.ts';
import { type Canvas as CanvasHandle, NO_CANVAS, useCanvas } from './canvas-context.ts';
import { useHandedFocus } from './focus-handover.ts';
import { watchInsets } from './insets.ts';

const NothingShown = lazy(() =>
  import('./nothing-shown.tsx').then((found) => ({ default: found.NothingShown })),
);

const StandingPicture = lazy(() =>
  import('./standing-picture.tsx').then((found) => ({ default: found.StandingPicture })),
);

interface CanvasProps {
  setCanvas: (canvas: CanvasHandle) => void;
  /** Told why there can be no picture, when the browser cannot draw it. */
  onFailure: (reason: string) => void;
  /** Whether the table lies over it. */
  covered: boolean;
}

/** The picture of the graph, and the buttons that move it. */
export function Canvas({ setCanvas, onFailure, covered }: CanvasProps) {
  const { store, actions, arranged } = useExplorer();
  const container = useRef<HTMLDivElement>(null);
  const narrow = useMedia(NARROW);
  const places = usePlaces();
  const [mounted, setMounted] = useState<RendererHandle>();
  const [stands, setStands] = useState<string>();
  const insets = useRef<Insets>({ top: 0, right: 0, bottom: 0, left: 0 });
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let stop: (() => void) | undefined;
    let gone = false;
    // A small graph is drawn sooner without.
    const graphics = isMany(store.getState().status?.counts) ? watchGraphics() : undefined;
    const mount = async () => {
      const [{ mountRenderer }, { countLosses, keepDrawn }] = await Promise.all([
        import('../../renderer/mount.ts'),
        import('../../renderer/keep-drawn.ts'),
        untilGraph(store),
      ]);
      // A large graph has kept the page busy already, and so does setting the picture up.
      if (graphics) await nextTurn().then(graphics.idle);
      graphics?.close();
      if (gone) return;
      let unbring = () => {};
      const options = { area: listenToArea, arranges: !arranged };
      const end = keepDrawn(
        {
          mount: (lost) => mountRenderer(element, store, actions, { ...options, lost }),
          drawn: (handle) => {
            const { bring, close } = createBringIntoView(store, handle, () => insets.current);
            unbring = close;
            setMounted(handle);
            setCanvas({ ...handle, focusOn: bring });
          },
          gone: () => {
            unbring();
            setMounted(undefined);
            setCanvas(NO_CANVAS);
          },
          stands: (reason) => setStands(reason.message),
        },
        countLosses(),
      );
      stop = () => {
        unbring();
        end();
      };
    };
    mount().catch((cause: unknown) => {
      if (!gone) onFailure(explain(cause).message);
    });
    return () => {
      gone = true;
      graphics?.close();
      stop?.();
      setCanvas(NO_CANVAS);
      setMounted(undefined);
    };
  }, [store, actions, arranged, setCanvas, onFailure]);
  useEffect(() => {
    const stage = container.current?.parentElement;
    if (!stage) return;
    return watchInsets(places, stage, narrow, (given) => {
      insets.current = given;
      for (const [side, width] of Object.entries(given))
        stage.style.setProperty(`--inset-${side}`, `${width}px`);
      mounted?.setInsets(given, controlsOver(stage, '.zoom'));
    });
  }, [places, mounted, narrow]);
  useEffect(() => mounted && places.put('picture', mounted.element), [mounted, places]);
  useHandedFocus(container, covered);
  return (
    <>
      <div className="canvas" ref={container} hidden={covered} />
      {stands !== undefined && !covered && (
        <Suspense>
          <StandingPicture reason={stands} />
        </Suspense>
      )}
      {stands === undefined && !covered && <Tools />}
      {!covered && (
        <Suspense>
          <NothingShown />
        </Suspense>
      )}
      <PathPicking />
      <Arranging />
      <Refreshing />
    </>
  );
}

function Tools() {
  return (
    <div className="canvas-tools">
      <DragTools />
      <Zoom />
    </div>
  );
}

const TOOLS = [
  { tool: 'box', title: 'Box selection' },
  { tool: 'lasso', title: 'Lasso selection' },
] as const;

function DragTools() {
  const { actions } = useExplorer();
  const active = useExplorerState((state) => state.tool);
  return (
    <fieldset className="zoom" aria-label="Dragging">
      {TOOLS.map(({ tool, title }) => (
        <button
          key={tool}
          type="button"
          className="icon-button"
          title={title}
          aria-label={title}
          aria-pressed={active === tool}
          onClick={() => actions.setTool(active === tool ? 'move' : tool)}
        >
          <Icon name={tool} />
        </button>
      ))}
    </fieldset>
  );
}

/** Tells that the other end of a path is waited for. */
function PathPicking() {
  const { actions } = useExplorer();
  const from = useExplorerState((state) => state.pathFrom && captionOf(state, state.pathFrom));
  if (from === undefined) return null;
  return (
    <div className="picking">
      <p>
        Path from <strong>{from}</strong>: select the node it is to lead to, or search for it.
      </p>
      <button type="button" className="text-button" onClick={actions.escape}>
        Cancel
      </button>
    </div>
  );
}

function Zoom() {
  const { zoomIn, zoomOut, fit } = useCanvas();
  return (
    <fieldset className="zoom" aria-label="Zoom">
      <button type="button" className="icon-button" aria-label="Zoom in" onClick={zoomIn}>
        <Icon name="plus" />
      </button>
      <button type="button" className="icon-button" aria-label="Zoom out" onClick={zoomOut}>
        <Icon name="minus" />
      </button>
      <button type="button" className="icon-button" aria-label="Fit to the window" onClick={fit}>
        <Icon name="fit" />
      </button>
    </fieldset>
  );
}

function Refreshing() {
  const refreshing = useExplorerState((state) => state.refreshing || state.graph.state === 'loading');
  return refreshing ? <div className="refreshing" aria-hidden="true" /> : null;
}
