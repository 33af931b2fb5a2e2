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
  const { stage, store, interaction } = options;
  const graphics = graphicsWhenAsked();
  let handle: RendererHandle | undefined;
  /** Ends the picture there is, and all that follow it when it is lost. */
  let end = () => {};
  const losses = countLosses();
  const still = stillOn(stage);
  let arranging: ReturnType<typeof startArranging> | undefined;
  let [broken, loading, closed, stale] = [false, true, false, false];
  const freeze = async () => {
    const frozen = handle;
    // Without its code, as the network is gone, it stays as it is.
    const bitmap = await frozen?.stillLater(graphics.idle).catch(() => undefined);
    // It may have come back into sight, or have been closed.
    if (!bitmap || handle !== frozen || (sight.isInSight() && interaction !== 'none')) return;
    still.show(bitmap);
    end();
    handle = undefined;
    if (stale) void draw();
  };
  const untilDrawn = eachFrameUntil(
    () => isDrawn(store.getState(), handle),
    () => {
      still.show(undefined);
      options.drawn();
      if (interaction === 'none') void freeze();
    },
  );
  const isDue = () => !closed && !handle && sight.isInSight() && sight.isAtRest();
  const draw = async () => {
    if (loading || broken || (interaction === 'none' && still.isThere() && !stale) || !isDue()) return;
    // Nobody is kept from reading on by one picture that is drawn as the article opens.
    if (!(isAlone() && sight.isUnmoved())) await graphics.idle();
    if (isDue()) mount();
  };
  const fail = (cause: unknown) => {
    broken = true;
    options.failed(cause);
  };
  const mount = () => {
    stale = false;
    try {
      end = keepDrawn(
        {
          mount: (lost) => mountRenderer(stage, store, options.actions, { ...lookOf(options), lost }),
          drawn: (mounted) => {
            handle = mounted;
            mounted.setInsets(NO_INSETS, controlsOver(stage, '.controls'));
            untilDrawn.begin();
          },
          gone: () => {
            untilDrawn.stop();
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
    void draw();
  });
  const resized = new ResizeObserver(() => {
    handle?.setInsets(NO_INSETS, controlsOver(stage, '.controls'));
    // A bitmap fits the room that it was drawn for.
    stale ||= still.isThere();
    if (still.isThere()) void draw();
  });
  resized.observe(stage);
  const sight = watchSight(stage, () => {
    if (!sight.isInSight()) return void freeze();
    // The layout takes as long as setting the picture up, and so begins before.
    arranging ??= startArranging(store, options.actions);
    void draw();
  });
  const stopPrinting = aroundPrint((prints) => handle && still.show(prints ? handle.still() : undefined));
  const stopRedrawing = redrawStill(interaction, store, () => {
    stale = true;
    void draw();
  });
  return {
    now: () => handle,
    close: () => {
      closed = true;
      sight.close();
      graphics.close();
      arranging?.kill();
      resized.disconnect();
      stopRedrawing();
      untilDrawn.stop();
      stopPrinting();
      still.show(undefined);
      end();
      handle = undefined;
    },
  };
}

function lookOf({ interaction, hint }: PictureOptions) {
  const target = interaction === 'full' ? 'shared' : 'page';
  return { description: DESCRIPTIONS[interaction], arranges: false, gestures: { target, hint } } as const;
}

/** The graphics card's idle moments; whether it is busy is not looked at before somebody asks. */
function graphicsWhenAsked(): Graphics {
  let graphics: Graphics | undefined;
  return {
    idle: () => {
      graphics ??= watchGraphics();
      return graphics.idle();
    },
    close: () => graphics?.close(),
  };
}

/** Looks in every frame from `begin` on whether something is done, and then says so once. */
function eachFrameUntil(done: () => boolean, then: () => void): { begin(): void; stop(): void } {
  let frame = 0;
  const look = () => {
    if (done()) then();
    else frame = requestAnimationFrame(look);
  };
  const stop = () => cancelAnimationFrame(frame);
  return {
    begin: () => {
      stop();
      frame = requestAnimationFrame(look);
    },
    stop,
  };
}

/** The bitmap that is there in place of the picture. */
function stillOn(stage: HTMLElement) {
  let still: HTMLCanvasElement | undefined;
  return {
    isThere: () => still !== undefined,
    show: (bitmap: HTMLCanvasElement | undefined) => {
      still?.remove();
      still = bitmap;
      if (!bitmap) return;
      bitmap.className = 'still';
      bitmap.setAttribute('role', 'img');
      bitmap.setAttribute('aria-label', stage.querySelector('[role=application]')?.ariaLabel ?? 'Graph');
      stage.append(bitmap);
    },
  };
}

/** Whether all that a state shows is in the picture. */
function isDrawn(state: ExplorerState, handle: RendererHandle | undefined): boolean {
  const { graph, positions } = state;
  if (graph.state !== 'ready' || !looksFound(state)) return false;
  return graph.value.nodes.length === 0 || (positions.size > 0 && isLabelled(handle));
}

/** Paper has no WebGL: what is printed is a bitmap. */
function aroundPrint(change: (prints: boolean) => void): Close {
  const [before, after] = [() => change(true), () => change(false)];
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
function redrawStill(
  interaction: EmbedOptions['interaction'],
  store: ExplorerStore,
  again: () => void,
): Close {
  if (interaction !== 'none') return () => {};
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
