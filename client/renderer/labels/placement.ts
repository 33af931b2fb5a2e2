import type { Position } from '../../../server/core/geometry/position.ts';
import type { Side } from '../../../server/core/labels/label-sides.ts';
import { byImportance, type DrawnGraph } from '../../../server/core/scene/build.ts';
import type { Appearance, Picture } from '../sigma/picture.ts';
import { readScene, type Scene } from '../sigma/scene.ts';
import type { LabelText } from './label-text.ts';
import { type Writing, write } from './labels.ts';

type Sides = ReadonlyMap<string, Side>;

/** What stands on the overlay, and where. */
export interface Placement {
  /** The graph is another one. */
  take(): void;
  /** Labels keep their sides until the camera, or the node being dragged, stands still. */
  setMoving(moving: boolean): void;
  isMoving(): boolean;
  /** Labels are to find their places anew. */
  outdate(): void;
  /** Whether labels are to find their places anew, and may. */
  isDue(): boolean;
  /** Reads the scene off the picture, and writes what it is to bear; labels keep their sides unless they are due. */
  update(): void;
  scene(): Scene | undefined;
  writing(): Writing | undefined;
  /** The sides of labels that stand while the picture does; undefined while it moves, or something is pointed at. */
  atRest(): Sides | undefined;
  labelAt(point: Position): string | undefined;
}

interface PlacementOptions {
  picture: Picture;
  appearance: Appearance;
  graph: DrawnGraph;
  text: LabelText;
  /** What the camera shows, and what of the canvas is free. */
  view(): Pick<Scene, 'scale' | 'free' | 'controls'>;
  selected(): readonly string[];
  /** The node with the keyboard's focus, while the canvas has it. */
  focused(): string | undefined;
}

/** Finds the places of labels when all stands still, and has them keep their sides meanwhile. */
export function createPlacement(options: PlacementOptions): Placement {
  const { picture, appearance, graph } = options;
  let order: readonly string[] = [];
  let [moving, stale] = [false, true];
  let [sides, atRest] = [new Map() as Sides, undefined as Sides | undefined];
  let resting: Writing['labels'] = [];
  let [scene, writing] = [undefined as Scene | undefined, undefined as Writing | undefined];

  const compose = (kept?: Sides) => {
    const { plain, titles, emphasis, textSize } = appearance;
    // A moving picture of thousands of nodes looks only at those that bear a label.
    const keys = moving && plain ? [...sides.keys()].filter((key) => graph.hasNode(key)) : order;
    scene = readScene(picture, keys, { ...options.view(), plain, titles });
    const { text } = options;
    const [selected, focused] = [options.selected(), kept && options.focused()];
    const shown = { graph, scene, text, selected, focused, emphasis, plain, textSize };
    writing = write({ ...shown, ...(kept && { kept }) });
  };
  const place = () => {
    const hovered = appearance.emphasis;
    appearance.emphasis = undefined;
    compose();
    appearance.emphasis = hovered;
    resting = writing?.labels ?? [];
    sides = new Map(resting.map(({ key, side }) => [key, side]));
    stale = false;
  };
  const isDue = () => !moving && stale;
  return {
    outdate: () => {
      stale = true;
    },
    isDue,
    isMoving: () => moving,
    take: () => {
      order = byImportance(graph);
      [sides, stale] = [new Map(), true];
    },
    setMoving: (changed) => {
      moving = changed;
      stale ||= !changed;
    },
    update: () => {
      if (isDue()) place();
      const apart = moving || appearance.emphasis || options.focused() !== undefined;
      if (apart || !writing || atRest !== sides) compose(sides);
      atRest = apart ? undefined : sides;
    },
    scene: () => scene,
    writing: () => writing,
    atRest: () => atRest,
    labelAt: ({ x, y }) =>
      // The label of what is hovered makes room for a ring; the pointer that was on it still is.
      [...(writing?.labels ?? []), ...resting.filter(({ key }) => key === appearance.emphasis?.active)].find(
        (label) => Math.abs(label.x - x) <= label.width / 2 && Math.abs(label.y - y) <= label.height / 2,
      )?.key,
  };
}
