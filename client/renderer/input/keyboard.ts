import type { Position } from '../../../server/core/geometry/position.ts';
import type { DrawnGraph } from '../../../server/core/scene/build.ts';
import { type Direction, firstFocus, inTurn, neighbourTowards } from '../../../server/core/scene/walk.ts';
import type { RendererActions, RendererHandle } from '../actions.ts';
import { listenOn } from './listen-on.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export interface KeyboardOptions {
  element: HTMLElement;
  actions: RendererActions;
  handle: Pick<RendererHandle, 'fit' | 'zoomIn' | 'zoomOut' | 'focusOn' | 'pointOf'>;
  graph: DrawnGraph;
  /** Keys of all nodes, the most important first. */
  order(): readonly string[];
  selected(): readonly string[];
  /** Whether keys zoom; what is only pointed at stays as it is framed. */
  zooms: boolean;
  redraw(): void;
}

export interface Keyboard {
  /** The node with the focus, while the canvas has it and keys are used. */
  focused(): string | undefined;
  kill(): void;
}

function zooming({ zoomIn, zoomOut, fit }: KeyboardOptions['handle']) {
  return [
    ['+', zoomIn],
    ['=', zoomIn],
    ['-', zoomOut],
    ['0', fit],
  ] as const;
}

/** Makes a graph walkable by keys: from node to neighbour, and on to selection, menu and camera. */
export function listenToKeys(options: KeyboardOptions): Keyboard {
  const { element, actions, handle, graph } = options;
  let [at, visible] = [undefined as string | undefined, false];
  /** The one selected node, while there is one: what is chosen elsewhere is where walking goes on. */
  let chosen: string | undefined;
  const choice = () => (options.selected().length === 1 ? options.selected()[0] : undefined);
  const current = () => {
    const now = choice();
    // What is not in the picture yet is gone to when it is.
    if (now !== chosen && (now === undefined || graph.hasNode(now))) {
      chosen = now;
      at = now ?? at;
    }
    return at !== undefined && graph.hasNode(at) ? at : undefined;
  };
  const goTo = (key: string | undefined) => {
    if (key === undefined) return;
    const from = current();
    [at, visible] = [key, true];
    if (!handle.pointOf(key)) handle.focusOn(key);
    actions.hover(key);
    actions.walkedTo?.(key, from);
    options.redraw();
  };
  const select = (event: KeyboardEvent) => {
    const key = current();
    if (key !== undefined) actions.select([key], { add: event.shiftKey || event.ctrlKey || event.metaKey });
  };
  const menu = () => {
    const key = current();
    const point = key === undefined ? undefined : handle.pointOf(key);
    const middle = { x: element.clientWidth / 2, y: element.clientHeight / 2 };
    actions.openMenu?.(point ? key : undefined, inWindow(element, point ?? middle));
  };
  const commands = new Map<string, (event: KeyboardEvent) => void>([
    ['Enter', select],
    [' ', select],
    ['Escape', () => (actions.escape ? actions.escape() : actions.select([], { add: false }))],
    ...(options.zooms ? zooming(handle) : []),
    ['PageDown', () => goTo(inTurn(options.order(), current(), 1))],
    ['PageUp', () => goTo(inTurn(options.order(), current(), -1))],
    ['Home', () => goTo(inTurn(options.order(), undefined, 1))],
    ['ContextMenu', menu],
    ['F10', (event) => event.shiftKey && menu()],
  ]);
  const keydown = (event: KeyboardEvent) => {
    if (event.target !== element || event.altKey) return;
    const direction = ARROWS[event.key];
    const command = commands.get(event.key);
    if (!direction && (!command || ((event.ctrlKey || event.metaKey) && event.key !== 'Enter'))) return;
    event.preventDefault();
    if (!direction) return command?.(event);
    const from = current();
    goTo(from ? (neighbourTowards(graph, from, direction) ?? from) : firstFocus(graph, options.selected()));
  };
  const focus = () => {
    // A click focuses as well; only keys call for a ring.
    if (!element.matches(':focus-visible')) return;
    visible = true;
    const awaited = choice();
    const isHere = awaited === undefined || graph.hasNode(awaited) || graph.hasEdge(awaited);
    goTo(current() ?? (isHere ? firstFocus(graph, options.selected()) : undefined));
  };
  const blur = () => {
    if (visible) actions.hover(undefined);
    visible = false;
    options.redraw();
  };
  const pointerdown = () => {
    // From now on the pointer says what is pointed at.
    if (visible) actions.hover(undefined);
    visible = false;
    options.redraw();
  };
  return {
    focused: () => (visible ? current() : undefined),
    kill: listenOn(element, { keydown, focus, blur, pointerdown }),
  };
}

/** A point on the canvas as a point in the window. */
export function inWindow(element: HTMLElement, { x, y }: Position): Position {
  const { left, top } = element.getBoundingClientRect();
  return { x: x + left, y: y + top };
}
