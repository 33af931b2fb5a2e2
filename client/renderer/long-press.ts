import { inWindow } from './keyboard.ts';
import type { PointerOptions } from './pointer-options.ts';

const LONG_PRESS = 550;
const STEADY = 8;

/** Opens the menu under a finger that rests; not every system makes a context menu event of it. */
export function listenToLongPress({ picture, host, element, actions, labelAt, edgeAt }: PointerOptions): {
  kill(): void;
} {
  let timer = 0;
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
    timer = window.setTimeout(() => {
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
  const listeners = { touchmove: move, touchend: cancel, touchcancel: cancel, contextmenu: cancel };
  host.addEventListener('touchstart', begin, { capture: true, passive: true });
  for (const [name, listener] of Object.entries(listeners)) {
    host.addEventListener(name, listener as EventListener, { passive: true });
  }
  return {
    kill: () => {
      cancel();
      host.removeEventListener('touchstart', begin, { capture: true });
      for (const [name, listener] of Object.entries(listeners)) {
        host.removeEventListener(name, listener as EventListener);
      }
    },
  };
}
