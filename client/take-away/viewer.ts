import {
  type CameraView,
  type Framing,
  fitTo,
  type Insets,
  toView,
} from '../../server/core/geometry/frame.ts';
import { THEMES, type ThemeName } from '../../server/core/looks/theme.ts';
import { drawPicture, type Picture } from '../../server/core/svg/picture.ts';
import { drawnOf } from '../../server/core/take-away/gather.ts';
import type { Taken, TakenStep } from '../../server/core/take-away/taken.ts';

/** The picture on the page. */
export interface Viewer {
  show(step: TakenStep): void;
  select(key: string | undefined): void;
  zoomBy(factor: number): void;
  moveBy(right: number, down: number): void;
  fit(): void;
  kill(): void;
}

export interface ViewerOptions {
  stage: HTMLElement;
  taken: Taken;
  theme(): ThemeName;
  /** A node or edge was clicked; undefined for the ground. */
  picked(key: string | undefined): void;
}

/** How long the camera must rest before labels are placed anew, in milliseconds. */
const SETTLE = 120;
const MOST_ZOOM = 12;

/** Draws steps in an element, which it fills, and lets the reader move about in them. */
export function createViewer({ stage, taken, theme, picked }: ViewerOptions): Viewer {
  let step: TakenStep | undefined;
  let picture: Picture | undefined;
  let camera: CameraView | undefined;
  let selected: string | undefined;
  let [timer, pending] = [0, { right: 0, down: 0, factor: 1 }];
  const size = () => ({ width: Math.max(200, stage.clientWidth), height: Math.max(200, stage.clientHeight) });

  const draw = () => {
    if (!step) return;
    const drawn = drawnOf(taken, step);
    const select = selected === undefined ? step.view.select : [selected];
    const view = { ...step.view, camera, ...(select && { select: [...select] }) };
    picture = drawPicture({ ...drawn, ...size(), theme: theme(), view: view as TakenStep['view'] });
    stage.innerHTML = picture.svg;
    stage.style.background = THEMES[theme()].ground;
    makeRoom(stage, picture.leftOut > 0);
  };
  /** Shows a move at once by what is drawn already; labels follow when it rests. */
  const preview = () => {
    const graph = stage.querySelector<SVGSVGElement>('svg.graph');
    if (!graph || !picture) return;
    const { scene } = picture;
    const width = scene.size.width - scene.insets.left - scene.insets.right;
    const height = scene.size.height - scene.insets.top - scene.insets.bottom;
    const { factor, right, down } = pending;
    const left = scene.insets.left + width / 2 - width / factor / 2 - right;
    const top = scene.insets.top + height / 2 - height / factor / 2 - down;
    graph.setAttribute('viewBox', [left, top, width / factor, height / factor].join(' '));
    clearTimeout(timer);
    timer = window.setTimeout(settle, SETTLE);
  };
  const settle = () => {
    clearTimeout(timer);
    if (!picture) return;
    const { framing, size: whole, insets } = picture.scene;
    const { right, down, factor } = pending;
    const moved: Framing = {
      x: framing.x - right / framing.scale,
      y: framing.y + down / framing.scale,
      scale: Math.max(1e-3, framing.scale * factor),
    };
    pending = { right: 0, down: 0, factor: 1 };
    camera = toView(moved, whole, insets as Insets);
    draw();
  };
  const zoomBy = (factor: number) => {
    pending.factor = Math.min(MOST_ZOOM, Math.max(1 / MOST_ZOOM, pending.factor * factor));
    preview();
  };
  const moveBy = (right: number, down: number) => {
    pending.right += right / pending.factor;
    pending.down += down / pending.factor;
    preview();
  };
  const stop = listen(stage, { zoomBy, moveBy, picked, keyAt });
  const observer = new ResizeObserver(draw);
  observer.observe(stage);
  return {
    show(next) {
      clearTimeout(timer);
      pending = { right: 0, down: 0, factor: 1 };
      [step, camera, selected] = [next, next.view.camera, undefined];
      draw();
    },
    select(key) {
      selected = key;
      draw();
    },
    zoomBy,
    moveBy,
    fit() {
      const positions = Object.values(step?.positions ?? {}).map(([x, y]) => ({ x, y }));
      const insets = picture?.scene.insets;
      if (insets) camera = toView(fitTo(positions, size(), insets), size(), insets);
      draw();
    },
    kill() {
      clearTimeout(timer);
      observer.disconnect();
      stop();
    },
  };
}

function keyAt(target: EventTarget | null): string | undefined {
  const found = target instanceof Element ? target.closest('[data-key]') : null;
  return found?.getAttribute('data-key') ?? undefined;
}

interface Gestures {
  zoomBy(factor: number): void;
  moveBy(right: number, down: number): void;
  picked(key: string | undefined): void;
  keyAt(target: EventTarget | null): string | undefined;
}

/** Dragging, pinching, the wheel, pointing and clicking; gives what ends it. */
/** Half of a phone's height would not hold a long legend: the picture takes more of it, and the page is scrolled. */
const [NARROW, MOST_HIGH, MORE] = ['(max-width: 759px)', 0.9, 66];

function makeRoom(stage: HTMLElement, isWanting: boolean): void {
  if (!matchMedia(NARROW).matches) stage.style.minHeight = '';
  else if (isWanting) {
    const height = Math.min(innerHeight * MOST_HIGH, stage.clientHeight + MORE);
    // It is drawn again for its new size, and asks for more where that is not enough.
    if (height > stage.clientHeight) stage.style.minHeight = `${height}px`;
  }
}

function listen(stage: HTMLElement, gestures: Gestures): () => void {
  const control = new AbortController();
  const options = { signal: control.signal };
  const held = new Map<number, { x: number; y: number }>();
  let moved = 0;
  stage.addEventListener(
    'pointerdown',
    (event) => {
      held.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (held.size === 1) moved = 0;
    },
    options,
  );
  stage.addEventListener(
    'pointermove',
    (event) => {
      const before = held.get(event.pointerId);
      if (!before) return point(stage, gestures.keyAt(event.target));
      const [other] = [...held].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      const now = { x: event.clientX, y: event.clientY };
      moved += Math.hypot(now.x - before.x, now.y - before.y);
      if (moved > 4 && !stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
      held.set(event.pointerId, now);
      if (other) {
        const distance = (at: { x: number; y: number }) => Math.hypot(at.x - other.x, at.y - other.y);
        gestures.zoomBy(distance(now) / Math.max(1, distance(before)));
      } else if (moved > 4) gestures.moveBy(now.x - before.x, now.y - before.y);
    },
    options,
  );
  for (const name of ['pointerup', 'pointercancel'] as const)
    stage.addEventListener(name, (event) => void held.delete(event.pointerId), options);
  stage.addEventListener('pointerleave', () => point(stage, undefined), options);
  stage.addEventListener(
    'click',
    (event) => moved <= 4 && gestures.picked(gestures.keyAt(event.target)),
    options,
  );
  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      gestures.zoomBy(Math.exp(-event.deltaY / 400));
    },
    { ...options, passive: false },
  );
  return () => control.abort();
}

/** Lets all but what is pointed at and what it touches step back. */
function point(stage: HTMLElement, key: string | undefined): void {
  if (stage.dataset.pointed === (key ?? '')) return;
  stage.dataset.pointed = key ?? '';
  const items = [...stage.querySelectorAll<SVGElement>('[data-key]')];
  const near = new Set<string>();
  for (const item of items)
    if (item.classList.contains('edge')) {
      const name = item.getAttribute('data-key') ?? '';
      const ends = [item.getAttribute('data-source') ?? '', item.getAttribute('data-target') ?? ''];
      if (key === name || ends.includes(key ?? '')) for (const each of [name, ...ends]) near.add(each);
    }
  for (const item of items) {
    const name = item.getAttribute('data-key') ?? '';
    item.classList.toggle('far', key !== undefined && name !== key && !near.has(name));
  }
}
