import { inWindow } from './keyboard.ts';
import { listenOn } from './listen-on.ts';
import type { PointerOptions } from './pointer-options.ts';

const LONG_PRESS = 550;
const STEADY = 8;

/** Opens the menu under a finger that rests; not every system makes a context menu event of it. */
export function listenToLongPress({ picture, host, element, actions, labelAt, edgeAt }: PointerOptions): {
  /** Whether the finger that is lifted just now has opened a menu: it does not tap as well. */
  wasLong(): boolean;
  kill(): void;
} {
  let [timer, long] = [0, false];
  let [start, down] = [{ x: 0, y: 0 }, undefined as string | undefined];
  const cancel = () => clearTimeout(timer);
  const begin = ({ touches }: TouchEvent) => {
    cancel();
    const [touch] = touches;
    if (!touch || touches.length > 1) return;
    const { left, top } = host.getBoundingClientRect();
    start = { x: touch.clientX, y: touch.clientY };
    const point = { x: touch.clientX - left, y: touch.clientY - top };
    down = undefined;
    long = false;
    timer = window.setTimeout(() => {
      long = true;
      const key = down ?? labelAt(point) ?? edgeAt(point);
      actions.openMenu?.(key, inWindow(element, point));
    }, LONG_PRESS);
  };
  const move = ({ touches: [touch] }: TouchEvent) => {
    if (touch && Math.hypot(touch.clientX - start.x, touch.clientY - start.y) > STEADY) cancel();
  };
  picture.on('downNode', ({ node }) => {
    down = node;
  });
  const end = () => {
    cancel();
    // Sigma hears of the finger after this, and a mouse may follow.
    setTimeout(() => {
      long = false;
    });
  };
  const heard = [
    listenOn(host, { touchstart: begin }, { capture: true, passive: true }),
    listenOn(
      host,
      { touchmove: move, touchend: end, touchcancel: end, contextmenu: cancel },
      { passive: true },
    ),
  ];
  return {
    wasLong: () => long,
    kill: () => {
      for (const stop of [cancel, ...heard]) stop();
    },
  };
}
