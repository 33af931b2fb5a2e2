import type { EmbedOptions } from '../../server/core/contract/embed.ts';
import { looksFound } from '../../server/core/picture/find-looks.ts';
import type { RendererActions, RendererHandle } from '../renderer/actions.ts';
import { countLosses, keepDrawn } from '../renderer/keep-drawn.ts';
import { controlsOver } from '../renderer/labels/controls-over.ts';
import { startArranging } from '../renderer/layout/arranging.ts';
import { mountRenderer } from '../renderer/mount.ts';
import { type Graphics, watchGraphics } from '../renderer/sigma/graphics.ts';
import { untilGraph } from '../state/loading/until-graph.ts';
import type { Close, ExplorerState, ExplorerStore } from '../state/store.ts';
import { watchSight } from './sight.ts';

const DESCRIPTIONS: Readonly<Record<EmbedOptions['interaction'], string>> = {
  none: 'The same graph is given below as text.',
  hover:
    'Arrow keys go from a node to its neighbour in that direction; Page Down and Page Up go through all ' +
    'nodes. The same graph is given below as text.',
  full:
    'Arrow keys go from a node to its neighbour in that direction; Page Down and Page Up go through all ' +
    'nodes, the most connected first. Enter selects. Plus and minus zoom, zero shows everything, Escape ' +
    'clears the selection. The same graph is given below as text.',
};

export interface PictureOptions {
  stage: HTMLElement;
  store: ExplorerStore;
  actions: RendererActions;
  interaction: EmbedOptions['interaction'];
  hint(by: 'wheel' | 'touch'): void;
  /** Told each time the picture stands there, drawn. */
  drawn(): void;
  /** Told when this browser cannot draw it. */
  failed(cause: unknown): void;
}

/** The picture as far as it is there: while out of sight it is a bitmap, and there is none to ask. */
export interface EmbedPicture {
  now(): RendererHandle | undefined;
  close: Close;
}

const NO_INSETS = { top: 0, right: 0, bottom: 0, left: 0 };

/**
 * Draws while it is in sight. A browser allows some sixteen WebGL contexts to all of a page, so what is out of
 * sight, and what answers to nothing, is a bitmap that holds none. Starting WebGL may take a machine without a
 * graphics card a second, so what an article scrolls past stays one too.
 */
export function showPicture(options: PictureOptions): EmbedPicture {
  const { stage, store, actions, interaction } = options;
  let graphics: Graphics | undefined;
  const idle = () => {
    graphics ??= watchGraphics();
    return graphics.idle();
  };
  let handle: RendererHandle | undefined;
  // Of the picture there is, with all that follow it when it is lost.
  let end = () => {};
  const losses = countLosses();
  let still: HTMLCanvasElement | undefined;
  let arranging: ReturnType<typeof startArranging> | undefined;
  let [frame, broken, loading, closed, stale] = [0, false, true, false, false];
  const showStill = (bitmap: HTMLCanvasElement | undefined) => {
    still?.remove();
    still = bitmap;
    if (bitmap) appendStill(stage, bitmap);
  };
  const freeze = async () => {
    const frozen = handle;
    // Without its code, as the network is gone, it stays as it is.
    const bitmap = await frozen?.stillLater(idle).catch(() => undefined);
    // It may have come back into sight, or have been closed.
    if (!bitmap || handle !== frozen || (sight.isInSight() && interaction !== 'none')) return;
    showStill(bitmap);
    end();
    handle = undefined;
    if (stale) void draw();
  };
  const waitUntilDrawn = () => {
    cancelAnimationFrame(frame);
    const look = () => {
      if (!isDrawn(store.getState(), handle)) {
        frame = requestAnimationFrame(look);
        return;
      }
      showStill(undefined);
      options.drawn();
      if (interaction === 'none') void freeze();
    };
    frame = requestAnimationFrame(look);
  };
  const isDue = () => !closed && !handle && sight.isInSight() && sight.isAtRest();
  const draw = async () => {
    if (loading || broken || (interaction === 'none' && still && !stale) || !isDue()) return;
    // Nobody is kept from reading on by one picture that is drawn as the article opens.
    if (!(isAlone() && sight.isUnmoved())) await idle();
    if (isDue()) mount();
  };
  const mount = () => {
    stale = false;
    const fail = (cause: unknown) => {
      broken = true;
      options.failed(cause);
    };
    const look = {
      description: DESCRIPTIONS[interaction],
      arranges: false,
      gestures: { target: interaction === 'full' ? 'shared' : 'page', hint: options.hint },
    } as const;
    try {
      end = keepDrawn(
        {
          mount: (lost) => mountRenderer(stage, store, actions, { ...look, lost }),
          drawn: (mounted) => {
            handle = mounted;
            mounted.setInsets(NO_INSETS, controlsOver(stage, '.controls'));
            waitUntilDrawn();
          },
          gone: () => {
            cancelAnimationFrame(frame);
            handle = undefined;
          },
          stands: fail,
        },
        losses,
      );
    } catch (cause) {
      fail(cause);
    }
  };
  void untilGraph(store).then(() => {
    loading = false;
    return draw();
  });
  const resized = new ResizeObserver(() => {
    handle?.setInsets(NO_INSETS, controlsOver(stage, '.controls'));
    // A bitmap fits the room that it was drawn for.
    stale ||= still !== undefined;
    if (still) void draw();
  });
  resized.observe(stage);
  const sight = watchSight(stage, () => {
    if (!sight.isInSight()) return void freeze();
    // The layout takes as long as setting the picture up, and so begins before.
    arranging ??= startArranging(store, actions);
    void draw();
  });
  const stopPrinting = aroundPrint(
    () => handle && showStill(handle.still()),
    () => handle && showStill(undefined),
  );
  const stopRedrawing =
    interaction === 'none'
      ? redrawStill(store, () => {
          stale = true;
          void draw();
        })
      : () => {};
  return {
    now: () => handle,
    close: () => {
      closed = true;
      sight.close();
      graphics?.close();
      arranging?.kill();
      resized.disconnect();
      stopRedrawing();
      cancelAnimationFrame(frame);
      stopPrinting();
      showStill(undefined);
      end();
      handle = undefined;
    },
  };
}

function appendStill(stage: HTMLElement, bitmap: HTMLCanvasElement): void {
  bitmap.className = 'still';
  bitmap.setAttribute('role', 'img');
  bitmap.setAttribute('aria-label', stage.querySelector('[role=application]')?.ariaLabel ?? 'Graph');
  stage.append(bitmap);
}

/** Whether all that a state shows is in the picture. */
function isDrawn(state: ExplorerState, handle: RendererHandle | undefined): boolean {
  const { graph, positions } = state;
  if (graph.state !== 'ready' || !looksFound(state)) return false;
  return graph.value.nodes.length === 0 || (positions.size > 0 && isLabelled(handle));
}

/** Paper has no WebGL: what is printed is a bitmap. */
function aroundPrint(before: () => void, after: () => void): Close {
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
}

/** Whether the page it stands on has no other frame. */
function isAlone(): boolean {
  return window.parent.length < 2;
}

function isLabelled(handle: RendererHandle | undefined): boolean {
  return (handle?.labelBoxes().length ?? 0) > 0;
}

/** A picture that answers to nothing is drawn anew all the same where its view, theme or room changes. */
function redrawStill(store: ExplorerStore, again: () => void): Close {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', again);
  addEventListener('resize', again);
  const unsubscribe = store.subscribe(({ view, graph }, before) => {
    if (view !== before.view || graph !== before.graph) again();
  });
  return () => {
    dark.removeEventListener('change', again);
    removeEventListener('resize', again);
    unsubscribe();
  };
}
