import type { Box } from '../../server/core/geometry/box.ts';
import { type Framing, fitTo, freeArea, type Insets, type Size } from '../../server/core/geometry/frame.ts';
import type { Position } from '../../server/core/geometry/position.ts';
import { type Appearance, type Picture, WORLD } from './sigma/picture.ts';

/** What Sigma's camera shows, in layout units and in what of the canvas nothing covers. */
export interface CameraFrame {
  /** Asks Sigma anew how many pixels a layout unit takes. */
  measure(): void;
  /** What of the canvas is covered. */
  insets: Insets;
  size(): Size;
  free(): Box;
  framing(): Framing;
  /** The framing that shows everything. */
  fitted(): Framing;
  /** A framing as the state of Sigma's camera. */
  stateOf(framing: Framing): { x: number; y: number; ratio: number };
}

export interface CameraFrameOptions {
  picture: Picture;
  appearance: Appearance;
  /** Where every node is, in layout units. */
  positions(): Iterable<Position>;
  /** What bent lines reach at a scale, likewise. */
  lines(scale: number): Iterable<Position>;
}

/** Translates between framings and Sigma's camera. */
export function createCameraFrame({
  picture,
  appearance,
  positions,
  lines,
}: CameraFrameOptions): CameraFrame {
  const size = () => picture.getDimensions();
  const free = () => freeArea(size(), frame.insets);
  /** From the middle of the canvas to that of its free part, in layout units. */
  const aside = (scale: number) => {
    const [{ x, y }, { width, height }] = [free(), size()];
    return { x: (x - width / 2) / scale, y: (y - height / 2) / scale };
  };
  const frame: CameraFrame = {
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
    measure: () => {
      const neutral = { cameraState: { x: 0.5, y: 0.5, angle: 0, ratio: 1 } };
      const from = picture.framedGraphToViewport({ x: 0, y: 0.5 }, neutral);
      const to = picture.framedGraphToViewport({ x: 1, y: 0.5 }, neutral);
      appearance.unit = (to.x - from.x) / WORLD;
    },
    size,
    free,
    framing: () => {
      const { ratio, x, y } = picture.getCamera().getState();
      const scale = appearance.unit / ratio;
      const off = aside(scale);
      return { x: (x - 0.5) * WORLD + off.x, y: (y - 0.5) * WORLD - off.y, scale };
    },
    fitted: () => fitTo(positions(), size(), frame.insets, lines),
    stateOf: ({ x, y, scale }) => {
      const off = aside(scale);
      return { x: 0.5 + (x - off.x) / WORLD, y: 0.5 + (y + off.y) / WORLD, ratio: appearance.unit / scale };
    },
  };
  return frame;
}
