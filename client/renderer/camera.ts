import type { Box } from '../../server/core/geometry/box.ts';
import {
  type CameraView,
  type Framing,
  fromView,
  type Insets,
  sameCamera,
  toView,
} from '../../server/core/geometry/frame.ts';
import type { View } from '../../server/core/view/view.ts';
import { type CameraFrameOptions, createCameraFrame } from './camera-frame.ts';
import { createCameraMoves } from './camera-moves.ts';

export interface CameraControl {
  /** Shows what a view's camera says; everything when it says nothing. */
  show(camera: View['camera'], animated: boolean): void;
  setInsets(insets: Insets, controls: readonly Box[]): void;
  /** Makes what is shown the view's camera where the view means to show everything but no longer would. */
  hold(camera: View['camera']): void;
  zoomBy(factor: number): void;
  /** Brings a layout position to the middle, and near enough to read. */
  centreOn(position: { x: number; y: number }): void;
  /** Whether it is on its way by itself. */
  isTravelling(): boolean;
  /** What is shown, and what of the canvas is free for it. */
  seen(): { scale: number; free: Box; controls: readonly Box[] };
  kill(): void;
}

export interface CameraOptions extends CameraFrameOptions {
  isStill(): boolean;
  /** The person has moved the camera and paused. */
  moved(camera: CameraView): void;
  /** The camera has begun to move, whoever moves it. */
  started(): void;
  /** The camera stands still again, whoever moved it. */
  settled(): void;
}

/** Shows what the view's camera says, and makes the view's camera what a person shows. */
export function createCamera(options: CameraOptions): CameraControl {
  const { picture, appearance } = options;
  const camera = picture.getCamera();
  const frame = createCameraFrame(options);
  const { size, framing, fitted, stateOf } = frame;
  let controls: readonly Box[] = [];
  let made: View['camera'];
  let limited = 0;
  const moved = () => {
    made = toView(framing(), size(), frame.insets);
    options.moved(made);
  };
  const moves = createCameraMoves({ ...options, moved });
  const limit = () => {
    const most = (appearance.unit / fitted().scale) * 4;
    // Every change of settings has Sigma go over the whole graph.
    if (Math.abs(most / limited - 1) < 0.1) return;
    limited = most;
    const limits = { minCameraRatio: Math.min(appearance.unit / 8, most / 32), maxCameraRatio: most };
    // Sigma brings the camera within new limits.
    moves.jump(() => picture.setSettings(limits));
  };
  const show = (view: View['camera'], animated: boolean) => {
    const { width, height } = size();
    // Hidden; it is shown anew with the size it gets.
    if (width < 2 || height < 2) return;
    frame.measure();
    limit();
    // The person's own move comes back as the view's camera, a little rounded: it is there already.
    if (view && made && sameCamera(view, made) && animated) return;
    made = undefined;
    moves.goTo(stateOf(view ? fromView(view, size(), frame.insets) : fitted()), animated);
  };
  const byHand = (target: Framing) => moves.goByHand(stateOf(target));
  frame.measure();
  return {
    show,
    setInsets: (changed, over) => {
      frame.insets = changed;
      controls = over;
      made = undefined;
    },
    hold: (view) => {
      const [now, all] = [framing(), fitted()];
      const off = Math.max(Math.abs(all.x - now.x), Math.abs(all.y - now.y)) * now.scale;
      if (view || (off < 0.5 && Math.abs(all.scale / now.scale - 1) < 0.001)) return;
      moved();
    },
    zoomBy: (factor) => {
      const now = framing();
      const ratio = camera.getBoundedRatio(appearance.unit / (now.scale * factor));
      byHand({ ...now, scale: appearance.unit / ratio });
    },
    centreOn: ({ x, y }) =>
      byHand({ x, y, scale: Math.max(framing().scale, Math.min(1, fitted().scale * 2)) }),
    isTravelling: moves.isTravelling,
    seen: () => ({ scale: framing().scale, free: frame.free(), controls }),
    kill: moves.kill,
  };
}
