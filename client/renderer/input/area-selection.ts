import { boxBetween, isInside } from '../../../server/core/geometry/area.ts';
import type { Position } from '../../../server/core/geometry/position.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import type { DrawnGraph } from '../../../server/core/scene/build.ts';
import type { ExplorerStore } from '../../state/store.ts';
import type { RendererActions } from '../actions.ts';
import type { Drawing } from '../drawing.ts';
import type { Stage } from '../stage.ts';

/** A pointer that moves less is a click, in pixels. */
const STEADY = 5;
/** How far from the middle of a node a finger still means it, in pixels. */
const REACH = 16;
const SVG = 'http://www.w3.org/2000/svg';

export interface AreaOptions {
  stage: Stage;
  store: ExplorerStore;
  actions: RendererActions;
  graph: DrawnGraph;
  drawing: Pick<Drawing, 'pointOf' | 'labelAt' | 'edgeAt'>;
}

/**
 * Selects what is inside a box or a line that is drawn: by the tool for it, or by dragging from the ground
 * with Shift, which draws a box. Two fingers zoom as ever.
 */
export function listenToArea({ stage, store, actions, graph, drawing }: AreaOptions): { kill(): void } {
  const { root } = stage;
  const shape = createShape(root);
  let drawn: { pointer: number; lasso: boolean; add: boolean; outline: Position[] } | undefined;
  const pointOf = ({ clientX, clientY }: PointerEvent): Position => {
    const { left, top } = root.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const stop = () => {
    drawn = undefined;
    shape.show([]);
  };
  const begins = ({ shiftKey }: MouseEvent | TouchEvent): boolean => {
    const { tool, hovered } = store.getState();
    if (tool !== 'move') return true;
    return shiftKey && !(hovered !== undefined && graph.hasNode(hovered));
  };
  const down = (event: PointerEvent) => {
    // A second finger makes it a pinch.
    if (drawn) return stop();
    if (event.button !== 0 || !event.isPrimary || !begins(event)) return;
    event.stopPropagation();
    if (event.pointerType === 'mouse') root.setPointerCapture(event.pointerId);
    const add = event.shiftKey || event.ctrlKey || event.metaKey;
    const lasso = store.getState().tool === 'lasso';
    drawn = { pointer: event.pointerId, lasso, add, outline: [pointOf(event)] };
    root.focus({ preventScroll: true });
  };
  const move = (event: PointerEvent) => {
    if (drawn?.pointer !== event.pointerId) return;
    event.stopPropagation();
    const [from] = drawn.outline;
    const here = pointOf(event);
    drawn.outline = drawn.lasso ? [...drawn.outline, here] : [from ?? here, here];
    shape.show(outlineOf(drawn));
  };
  const up = (event: PointerEvent) => {
    if (drawn?.pointer !== event.pointerId) return;
    const [{ outline, add }, lines] = [drawn, outlineOf(drawn)];
    stop();
    const from = outline[0] ?? pointOf(event);
    const moved = outline.some(({ x, y }) => Math.hypot(x - from.x, y - from.y) > STEADY);
    if (!moved) return click(from, add);
    // All that is shown, of which Sigma may hold a part only.
    const keys = shownGraph(store.getState())
      .nodes.map(({ key }) => key)
      .filter((key) => {
        const at = drawing.pointOf(key);
        return at !== undefined && isInside(at, lines);
      });
    actions.selectAll?.(keys, { add });
  };
  const click = (point: Position, add: boolean) => {
    const key = nodeAt(graph, drawing, point) ?? drawing.labelAt(point) ?? drawing.edgeAt(point);
    if (key !== undefined) actions.select([key], { add });
    else if (!add) actions.select([], { add });
  };
  const touch = (event: TouchEvent) => {
    if (event.touches.length === 1 && begins(event)) event.stopPropagation();
  };
  const paint = () => {
    const { tool } = store.getState();
    root.dataset.tool = tool;
    stage.host.style.pointerEvents = '';
    root.style.cursor = tool === 'move' ? '' : 'crosshair';
  };
  const unsubscribe = store.subscribe(({ tool }, before) => {
    if (tool === before.tool) return;
    stop();
    paint();
  });
  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: stop } as const;
  for (const [name, listener] of Object.entries(listeners))
    root.addEventListener(name, listener as EventListener, { capture: true });
  root.addEventListener('touchstart', touch, { capture: true, passive: true });
  paint();
  return {
    kill: () => {
      unsubscribe();
      for (const [name, listener] of Object.entries(listeners))
        root.removeEventListener(name, listener as EventListener, { capture: true });
      root.removeEventListener('touchstart', touch, { capture: true });
      shape.kill();
    },
  };
}

function outlineOf({ lasso, outline }: { lasso: boolean; outline: readonly Position[] }): Position[] {
  const [from, to] = [outline[0], outline.at(-1)];
  return lasso || !from || !to ? [...outline] : boxBetween(from, to);
}

function nodeAt(
  graph: DrawnGraph,
  { pointOf }: Pick<Drawing, 'pointOf'>,
  { x, y }: Position,
): string | undefined {
  let [nearest, least] = [undefined as string | undefined, REACH];
  graph.forEachNode((key) => {
    const at = pointOf(key);
    const distance = at ? Math.hypot(at.x - x, at.y - y) : Infinity;
    if (distance < least) [nearest, least] = [key, distance];
  });
  return nearest;
}

/** The outline as it is being drawn, over everything else. */
function createShape(root: HTMLElement): { show(outline: readonly Position[]): void; kill(): void } {
  const svg = document.createElementNS(SVG, 'svg');
  const polygon = document.createElementNS(SVG, 'polygon');
  svg.setAttribute('aria-hidden', 'true');
  Object.assign(svg.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
  Object.assign(svg.style, { pointerEvents: 'none', display: 'none' });
  Object.assign(polygon.style, {
    fill: 'var(--accent, #1d5fa8)',
    fillOpacity: '0.12',
    stroke: 'var(--accent, #1d5fa8)',
    strokeWidth: '1.5',
    strokeDasharray: '5 4',
  });
  svg.append(polygon);
  root.append(svg);
  return {
    show: (outline) => {
      svg.style.display = outline.length > 1 ? '' : 'none';
      polygon.setAttribute('points', outline.map(({ x, y }) => `${x},${y}`).join(' '));
    },
    kill: () => svg.remove(),
  };
}
