import type { Insets } from '../../server/core/geometry/frame.ts';
import type { Position, Positions } from '../../server/core/geometry/position.ts';
import type { View } from '../../server/core/view/view.ts';

/** What the picture asks of the explorer. The renderer changes nothing by itself. */
export interface RendererActions {
  select(keys: readonly string[], options: { add: boolean }): void;
  hover(key: string | undefined): void;
  /** Somebody went to a node by keys, from another or from nowhere. */
  walkedTo?(key: string, from: string | undefined): void;
  /** Adds all of these to the selection, or selects nothing but them. */
  selectAll?(keys: readonly string[], options: { add: boolean }): void;
  /** Nodes were put elsewhere by hand, in one step. */
  pin(positions: Positions): void;
  /** The camera after a person moved it; undefined for showing everything. */
  moveCamera(camera: View['camera']): void;
  setPositions(positions: Positions): void;
  expand?(keys: readonly string[]): void;
  /** The menu of a node or edge, or without one of the ground; where is in pixels of the window. */
  openMenu?(key: string | undefined, point: Position): void;
  /** Ends what is going on; clears the selection when nothing is. */
  escape?(): void;
  /** How much of a layout is done, from 0 to 1; undefined when none is running any more. */
  layoutProgress?(done: number | undefined): void;
  /** A layout or the drawing failed while the page is open. */
  failed?(error: Error): void;
}

/** A label as it stands on the canvas, in pixels from the canvas's top left corner. */
export interface LabelBox {
  key: string;
  text: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The picture on the page. */
export interface RendererHandle {
  /** Takes the picture off the page and ends all it has started. */
  kill(): void;
  /** Shows everything. */
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Brings a node to the middle of the free area; for an edge, the middle between its ends. */
  focusOn(key: string): void;
  /**
   * How far overlays reach into the canvas, and where controls lie over the rest of it, from the canvas's
   * top left corner. In pixels. No label is under either.
   */
  setInsets(
    insets: Insets,
    controls?: readonly { left: number; top: number; width: number; height: number }[],
  ): void;
  /** The labels on the canvas. */
  labelBoxes(): LabelBox[];
  /** Where a node is, in pixels from the canvas's top left corner; undefined when it is not on it. */
  pointOf(key: string): Position | undefined;
  /** The point half along an edge, likewise. */
  middleOf(edge: string): Position | undefined;
  /** What is on the canvas at this moment, as a bitmap that outlives the picture. */
  still(): HTMLCanvasElement;
  /**
   * The same, without the page waiting for it; undefined where the picture has lost what it was drawn by.
   * @param idle Settles when the browser's graphics have nothing to do.
   */
  stillLater(idle: () => Promise<void>): Promise<HTMLCanvasElement | undefined>;
  /** The element that takes the keyboard's focus. */
  element: HTMLElement;
}
