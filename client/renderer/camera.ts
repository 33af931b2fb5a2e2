import type { Box } from '../../server/core/geometry/box.ts';
import {
  type CameraView,
  type Framing,
  fitTo,
  freeArea,
  fromView,
  type Insets,
  type Size,
  sameCamera,
  toView,
} from '../../server/core/geometry/frame.ts';
import type { Position } from '../../server/core/geometry/position.ts';
import type { View } from '../../server/core/view/view.ts';
import { type Appearance, type Picture, WORLD } from './sigma/picture.ts';

const SETTLE = 160;
const DURATION = 220;

export interface CameraControl {
  /** Shows what a view's camera says; everything when it says nothing. */
  show(camera: View['camera'], animated: boolean): void;
  setInsets(insets: Insets, controls: readonly Box[]): void;
  /** Makes what is shown the view's camera where the view means to show everything but no longer would. */
  hold(camera: View['camera']): void;
  zoomBy(factor: number): void;
  /** Brings a layout position to the middle, and near enough to read. */
  centreOn(position: { x: number; y: number }): void;
  framing(): Framing;
  /** Whether it is on its way by itself. */
  isTravelling(): boolean;
  /** What is shown, and what of the canvas is free for it. */
  seen(): { scale: number; free: Box; controls: readonly Box[] };
  size(): Size;
  kill(): void;
}

export interface CameraOptions {
  picture: Picture;
  appearance: Appearance;
  isStill(): boolean;
  /** Where every node is, in layout units. */
  positions(): Iterable<Position>;
  /** The person has moved the camera and paused. */
  moved(camera: CameraView): void;
  /** The camera has begun to move, whoever moves it. */
  started(): void;
  /** The camera stands still again, whoever moved it. */
  settled(): void;
}

/** Translates between the view's camera and Sigma's, and tells who moved it. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its closures share what they watch; to be taken apart.
export function createCamera(options: CameraOptions): CameraControl {
  const { picture, appearance } = options;
  const camera = picture.getCamera();
  let insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  let controls: readonly Box[] = [];
  let [timer, ours, byPerson, jumping] = [0, 0, false, false];
  let made: View['camera'];
  const size = () => picture.getDimensions();

  const measure = () => {
    const neutral = { cameraState: { x: 0.5, y: 0.5, angle: 0, ratio: 1 } };
    const from = picture.framedGraphToViewport({ x: 0, y: 0.5 }, neutral);
    const to = picture.framedGraphToViewport({ x: 1, y: 0.5 }, neutral);
    appearance.unit = (to.x - from.x) / WORLD;
  };
  const framing = (): Framing => {
    const { ratio, x, y } = camera.getState();
    const scale = appearance.unit / ratio;
    const [free, { width, height }] = [freeArea(size(), insets), size()];
    return {
      x: (x - 0.5) * WORLD + (free.x - width / 2) / scale,
      y: (y - 0.5) * WORLD - (free.y - height / 2) / scale,
      scale,
    };
  };
  const stateOf = ({ x, y, scale }: Framing) => {
    const [free, { width, height }] = [freeArea(size(), insets), size()];
    return {
      x: 0.5 + (x - (free.x - width / 2) / scale) / WORLD,
      y: 0.5 + (y + (free.y - height / 2) / scale) / WORLD,
      ratio: appearance.unit / scale,
    };
  };
  const fitted = () => fitTo(options.positions(), size(), insets);
  const goTo = (target: Framing, animated: boolean) => {
    const state = stateOf(target);
    ours++;
    const done = () => {
      ours--;
    };
    if (!animated || options.isStill()) {
      camera.cancelAnimation();
      jumping = true;
      camera.setState(state);
      jumping = false;
      done();
      arrive();
    } else camera.animate(state, { duration: DURATION, easing: 'quadraticInOut' }).then(done, done);
  };
  let limited = 0;
  const limit = () => {
    const most = (appearance.unit / fitted().scale) * 4;
    // Every change of settings has Sigma go over the whole graph.
    if (Math.abs(most / limited - 1) < 0.1) return;
    limited = most;
    // Sigma brings the camera within new limits, which nobody has done by hand.
    jumping = true;
    picture.setSettings({ minCameraRatio: Math.min(appearance.unit / 8, most / 32), maxCameraRatio: most });
    jumping = false;
  };
  const arrive = () => {
    options.settled();
    if (byPerson) {
      byPerson = false;
      made = toView(framing(), size(), insets);
      options.moved(made);
    }
    picture.scheduleRender();
  };
  const isHeld = () => picture.getMouseCaptor().isMouseDown || picture.getTouchCaptor().isMoving;
  const updated = () => {
    // A jump has arrived as soon as it has begun.
    if (jumping) return;
    if (ours === 0) byPerson = true;
    options.started();
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      // A hand that rests while it holds the picture has not arrived; on a slow machine every frame is a rest.
      if (camera.isAnimating() || isHeld()) return updated();
      arrive();
    }, SETTLE);
  };
  const show = (view: View['camera'], animated: boolean) => {
    const { width, height } = size();
    // Hidden; it is shown anew with the size it gets.
    if (width < 2 || height < 2) return;
    measure();
    limit();
    // The person's own move comes back as the view's camera, a little rounded: it is there already.
    if (view && made && sameCamera(view, made) && animated) return;
    made = undefined;
    goTo(view ? fromView(view, size(), insets) : fitted(), animated);
  };
  const byHand = (target: Framing) => {
    byPerson = true;
    goTo(target, true);
  };
  measure();
  camera.on('updated', updated);
  return {
    show,
    setInsets: (changed, over) => {
      [insets, controls] = [changed, over];
      made = undefined;
    },
    hold: (view) => {
      const [now, all] = [framing(), fitted()];
      const off = Math.max(Math.abs(all.x - now.x), Math.abs(all.y - now.y)) * now.scale;
      if (view || (off < 0.5 && Math.abs(all.scale / now.scale - 1) < 0.001)) return;
      made = toView(framing(), size(), insets);
      options.moved(made);
    },
    zoomBy: (factor) => {
      const now = framing();
      byHand({
        ...now,
        scale: appearance.unit / camera.getBoundedRatio(appearance.unit / (now.scale * factor)),
      });
    },
    centreOn: ({ x, y }) =>
      byHand({ x, y, scale: Math.max(framing().scale, Math.min(1, fitted().scale * 2)) }),
    framing,
    isTravelling: () => ours > 0 && camera.isAnimating(),
    seen: () => ({ scale: framing().scale, free: freeArea(size(), insets), controls }),
    size,
    kill: () => {
      clearTimeout(timer);
      camera.off('updated', updated);
      camera.cancelAnimation();
    },
  };
}
