import type { Position } from '../../../server/core/geometry/position.ts';
import { listenOn } from './listen-on.ts';
import type { PointerOptions } from './pointer-options.ts';

/** Tells what is under the pointer: a node, its label, or an edge near it. */
export function listenToHover({ picture, host, actions, labelAt, edgeAt, hoversEdges }: PointerOptions): {
  kill(): void;
} {
  let [item, label, told] = [
    undefined as string | undefined,
    undefined as string | undefined,
    undefined as string | undefined,
  ];
  /** Where the pointer is; undefined while it is elsewhere or holds something. */
  let rests: Position | undefined;
  const tell = () => {
    const now = item ?? label;
    if (now === told) return;
    told = now;
    actions.hover(now);
  };
  const move = (event: PointerEvent) => {
    const isTouch = event.pointerType === 'touch';
    rests = undefined;
    if (!isTouch && event.buttons !== 0) return;
    const { left, top } = host.getBoundingClientRect();
    const point = { x: event.clientX - left, y: event.clientY - top };
    item = picture.nodeAt(point);
    if (isTouch) return tell();
    rests = point;
    label = labelAt(point);
    // Nodes lie over edges.
    if (label === undefined && item === undefined && hoversEdges()) label = edgeAt(point);
    host.style.cursor = (item ?? label) === undefined ? 'default' : 'pointer';
    tell();
  };
  /** The picture has moved under the pointer. */
  const drawn = () => {
    if (!rests) return;
    item = picture.nodeAt(rests);
    tell();
  };
  const out = () => {
    [item, label, rests] = [undefined, undefined, undefined];
    tell();
  };
  picture.on('afterRender', drawn);
  const end = listenOn(host, { pointermove: move, pointerdown: move, pointerleave: out });
  return {
    kill: () => {
      picture.off('afterRender', drawn);
      end();
    },
  };
}
