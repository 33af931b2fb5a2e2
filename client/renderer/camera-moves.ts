import type { Picture } from './sigma/picture.ts';

/** How long the camera rests until it has arrived, and how long it is on its way by itself, in milliseconds. */
const [SETTLE, DURATION] = [160, 220];

type CameraState = Readonly<Record<'x' | 'y' | 'ratio', number>>;

export interface CameraMoves {
  goTo(state: CameraState, animated: boolean): void;
  /** Goes there for the person, who has asked for it. */
  goByHand(state: CameraState): void;
  /** Runs what has Sigma move its camera at once, which nobody has done by hand. */
  jump(change: () => void): void;
  /** Whether it is on its way by itself. */
  isTravelling(): boolean;
  kill(): void;
}

export interface CameraMovesOptions {
  picture: Picture;
  isStill(): boolean;
  /** The camera has begun to move, whoever moves it. */
  started(): void;
  /** The camera stands still again, whoever moved it. */
  settled(): void;
  /** The person has moved the camera and paused. */
  moved(): void;
}

/** Moves Sigma's camera, and tells who moved it. */
export function createCameraMoves(options: CameraMovesOptions): CameraMoves {
  const { picture, started, settled, moved } = options;
  const camera = picture.getCamera();
  let [timer, ours, byPerson, jumping] = [0, 0, false, false];
  const arrive = () => {
    settled();
    if (byPerson) {
      byPerson = false;
      moved();
    }
    picture.scheduleRender();
  };
  const isHeld = () => picture.getMouseCaptor().isMouseDown || picture.getTouchCaptor().isMoving;
  const updated = () => {
    // A jump has arrived as soon as it has begun.
    if (jumping) return;
    if (ours === 0) byPerson = true;
    started();
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      // A hand that rests while it holds the picture has not arrived; on a slow machine every frame is a rest.
      if (camera.isAnimating() || isHeld()) return updated();
      arrive();
    }, SETTLE);
  };
  const jump = (change: () => void) => {
    jumping = true;
    change();
    jumping = false;
  };
  const goTo = (state: CameraState, animated: boolean) => {
    ours++;
    const done = () => {
      ours--;
    };
    if (animated && !options.isStill()) {
      camera.animate(state, { duration: DURATION, easing: 'quadraticInOut' }).then(done, done);
      return;
    }
    camera.cancelAnimation();
    jump(() => camera.setState(state));
    done();
    arrive();
  };
  camera.on('updated', updated);
  return {
    goTo,
    goByHand: (state) => {
      byPerson = true;
      goTo(state, true);
    },
    jump,
    isTravelling: () => ours > 0 && camera.isAnimating(),
    kill: () => {
      clearTimeout(timer);
      camera.off('updated', updated);
      camera.cancelAnimation();
    },
  };
}
