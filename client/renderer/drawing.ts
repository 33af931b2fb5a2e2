import type { Box } from '../../server/core/geometry/box.ts';
import { pointOn } from '../../server/core/geometry/geometry.ts';
import type { Position } from '../../server/core/geometry/position.ts';
import type { DrawnGraph } from '../../server/core/scene/build.ts';
import type { LabelBox } from './actions.ts';
import { createEdgeAt } from './labels/edge-lines.ts';
import { createLabelText } from './labels/label-text.ts';
import type { Writing } from './labels/labels.ts';
import { drawOverlay } from './labels/overlay.ts';
import { createPlacement, type Placement } from './labels/placement.ts';
import { createSlide } from './labels/slide.ts';
import type { Appearance, Picture } from './sigma/picture.ts';
import type { Stage } from './stage.ts';

export interface Drawing extends Pick<Placement, 'take' | 'setMoving' | 'labelAt'> {
  /** Labels are to be placed anew, as the graph, the selection, the fonts or the camera changed. */
  rearrange(): void;
  /** Places labels that are still to be placed at once. */
  finish(): void;
  forgetFonts(): void;
  labelBoxes(): LabelBox[];
  /** The edge at or near a point. */
  edgeAt(point: Position): string | undefined;
  pointOf(key: string): Position | undefined;
  middleOf(edge: string): Position | undefined;
  kill(): void;
}

export interface DrawingOptions {
  picture: Picture;
  stage: Stage;
  appearance: Appearance;
  /** What the camera shows, and what of the canvas is free. */
  view(): { scale: number; free: Box; controls: readonly Box[] };
  selected(): readonly string[];
  focused(): string | undefined;
}

/** The mark on the page's time line of the first graph being drawn with its labels in place. */
const DRAWN = 'entente-drawn';
/** The labels of so many nodes are placed in the task that draws them: a small picture is there at once. */
const MOST_AT_ONCE = 150;

/** Draws the overlay after each of Sigma's frames, and knows what is where on it. */
export function createDrawing(options: DrawingOptions): Drawing {
  const { picture, stage, appearance } = options;
  const graph = picture.getGraph() as DrawnGraph;
  const text = createLabelText(stage.context);
  const placement = createPlacement({ ...options, graph, text });
  const slide = createSlide({ ...options, graph });
  const edgeAt = createEdgeAt(graph);
  let placing = 0;
  let drawn = performance.getEntriesByName(DRAWN).length > 0;

  /** Of many nodes, labels find their places in a task of their own, and stand as they did until then. */
  const defers = (): boolean => {
    if (!placement.isDue() || graph.order <= MOST_AT_ONCE) return false;
    if (placing === 0) placing = window.setTimeout(place);
    return true;
  };
  const place = () => {
    clearTimeout(placing);
    placing = 0;
    if (placement.isDue()) paint();
  };
  const draw = () => {
    if (placement.isMoving() && appearance.plain && slide(placement.scene())) return;
    if (!defers()) paint();
  };
  const paint = () => {
    stage.overlay.style.transform = '';
    placement.update();
    const [scene, writing] = [placement.scene(), placement.writing()];
    if (!scene || !writing) return;
    const { theme, emphasis, fade } = appearance;
    const [selected, focused] = [options.selected(), options.focused()];
    const content = { graph, scene, writing, theme, emphasis, fade, selected, focused };
    drawOverlay(stage.context, stage.overlay, content);
    if (!placement.isMoving() && graph.order > 0 && !drawn) {
      drawn = true;
      performance.mark(DRAWN);
    }
  };
  picture.on('afterRender', draw);
  return {
    rearrange: () => {
      placement.outdate();
      picture.scheduleRender();
    },
    take: placement.take,
    setMoving: placement.setMoving,
    finish: place,
    forgetFonts: () => text.forget(),
    labelBoxes: () => (placement.writing()?.labels ?? []).map(boxOf),
    labelAt: placement.labelAt,
    edgeAt: (point) => edgeAt(placement.scene(), point, placement.atRest()),
    pointOf: (key) => {
      const node = placement.scene()?.nodes.get(key);
      return node && { x: node.x, y: node.y };
    },
    middleOf: (edge) => {
      const scene = placement.scene();
      return scene && graph.hasEdge(edge) ? pointOn(scene.edge(edge).path, 0.5) : undefined;
    },
    kill: () => clearTimeout(placing),
  };
}

function boxOf({ key, lines, x, y, width, height }: Writing['labels'][number]): LabelBox {
  return { key, text: lines.join(' '), left: x - width / 2, top: y - height / 2, width, height };
}
