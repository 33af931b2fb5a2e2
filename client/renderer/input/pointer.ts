import type { MouseCoords } from '../sigma/picture.ts';
import { inWindow } from './keyboard.ts';
import { listenToLongPress } from './long-press.ts';
import { listenToHover } from './pointer-hover.ts';
import type { PointerOptions } from './pointer-options.ts';

/** Turns Sigma's events into actions, and makes labels part of their nodes. */
export function listenToPointer(options: PointerOptions): { kill(): void } {
  const { picture, actions, element } = options;
  const adds = ({ original }: MouseCoords) => original.shiftKey || original.ctrlKey || original.metaKey;
  const select = (key: string, event: MouseCoords) => actions.select([key], { add: adds(event) });
  const menu = (key: string | undefined, event: MouseCoords) => {
    event.original.preventDefault();
    actions.openMenu?.(key, inWindow(element, event));
  };
  const selectAt = (key: string | undefined, event: MouseCoords) => {
    if (key !== undefined) select(key, event);
    else if (!adds(event)) actions.select([], { add: false });
  };
  // Sigma counts two clicks in a short time as a double one wherever they are.
  let clicked: string | undefined;
  const clickAt = (key: string | undefined, event: MouseCoords) => {
    if (press.wasLong()) return;
    clicked = key;
    selectAt(key, event);
  };
  const doubleClickAt = (
    key: string | undefined,
    payload: { event: MouseCoords; preventSigmaDefault(): void },
  ) => {
    payload.preventSigmaDefault();
    if (key !== clicked) return clickAt(key, payload.event);
    if (key !== undefined && picture.getGraph().hasNode(key)) actions.expand?.([key]);
  };
  const at = (event: MouseCoords) => options.labelAt(event) ?? options.edgeAt(event);
  picture.on('clickNode', ({ node, event }) => clickAt(node, event));
  picture.on('clickStage', ({ event }) => clickAt(at(event), event));
  picture.on('doubleClickNode', (payload) => doubleClickAt(payload.node, payload));
  picture.on('doubleClickStage', (payload) => doubleClickAt(at(payload.event), payload));
  picture.on('rightClickNode', ({ node, event }) => menu(node, event));
  picture.on('rightClickStage', ({ event }) => menu(at(event), event));
  picture.on('nodeDragEnd', ({ allDraggedNodes }) => {
    options.dropped();
    const places = allDraggedNodes.map((node) => {
      const { x, y } = picture.getGraph().getNodeAttributes(node);
      return [node, { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 }] as const;
    });
    actions.pin(new Map(places));
  });
  const hover = listenToHover(options);
  const press = listenToLongPress(options);
  return {
    kill: () => {
      hover.kill();
      press.kill();
    },
  };
}
