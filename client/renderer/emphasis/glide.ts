import type { Position } from '../../../server/core/geometry/position.ts';
import type { QuietGraph } from '../sigma/quiet-graph.ts';

/** How long nodes take to a new place, in milliseconds. */
const DURATION = 450;
/** Shorter ways than this, in layout units, need no motion to be followed. */
const LEAST = 2;

export interface Glide {
  /** Moves the graph's nodes to where they are now from where they were; at once where motion is to be avoided. */
  from(before: ReadonlyMap<string, Position>): void;
  /** Nodes are at once where they were going. */
  end(): void;
  kill(): void;
}

export interface GlideOptions {
  drawn: QuietGraph;
  isStill(): boolean;
  /** Nodes begin and stop moving. */
  started(): void;
  settled(): void;
}

/** Shows nodes on their way to new places, so that the eye can follow them. */
export function createGlide({ drawn, isStill, started, settled }: GlideOptions): Glide {
  let [frame, goal] = [0, new Map<string, Position>()];
  const put = (positionOf: (key: string) => Position | undefined) =>
    drawn.updateEachNodeAttributes((key, attributes) => ({ ...attributes, ...positionOf(key) }));
  const stop = () => {
    cancelAnimationFrame(frame);
    frame = 0;
  };
  return {
    from(before) {
      const moving = frame !== 0;
      stop();
      goal = new Map(drawn.mapNodes((key, { x, y }) => [key, { x, y }]));
      const isFar = [...goal].some(([key, to]) => {
        const at = before.get(key);
        return at !== undefined && Math.hypot(at.x - to.x, at.y - to.y) > LEAST;
      });
      if (isStill() || !isFar) {
        if (moving) settled();
        return;
      }
      started();
      const begun = performance.now();
      const step = () => {
        const share = Math.min(1, (performance.now() - begun) / DURATION);
        const eased = 1 - (1 - share) ** 3;
        put((key) => between(before.get(key), goal.get(key), eased));
        frame = share < 1 ? requestAnimationFrame(step) : 0;
        if (share === 1) settled();
      };
      step();
    },
    end() {
      if (frame === 0) return;
      stop();
      put((key) => goal.get(key));
      settled();
    },
    kill: stop,
  };
}

function between(from: Position | undefined, to: Position | undefined, share: number): Position | undefined {
  if (!from || !to) return to;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
