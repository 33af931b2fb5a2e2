import type { Position } from '../../../server/core/geometry/position.ts';
import type { RendererActions } from '../actions.ts';
import type { Picture } from '../sigma/picture.ts';

/** What listening to the pointer needs of the picture. */
export interface PointerOptions {
  picture: Picture;
  element: HTMLElement;
  host: HTMLElement;
  actions: RendererActions;
  /** The node whose label is at a point of the canvas. */
  labelAt(point: Position): string | undefined;
  /** The edge at or near a point. */
  edgeAt(point: Position): string | undefined;
  /** Whether edges answer to hovering; among thousands, all would flicker. */
  hoversEdges(): boolean;
  /** A node has been put elsewhere, which may change what showing everything means. */
  dropped(): void;
}
