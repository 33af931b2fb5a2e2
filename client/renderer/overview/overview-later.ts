import { isPlain } from '../../../server/core/looks/weights.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import type { Appearance, Picture } from '../sigma/picture.ts';
import type { OverviewControl } from './overview.ts';

/** The overview, whose code is fetched when a graph first needs it: that of most embeds never does. */
export interface OverviewLater {
  /** Undefined before it is needed, and where its code could not be fetched: all is then drawn in full, slowly. */
  now(): OverviewControl | undefined;
  /** Whether a graph can be shown without waiting for `load`. */
  isReadyFor(graph: Graph): boolean;
  load(): Promise<void>;
  kill(): void;
}

export function createOverviewLater(picture: Picture, appearance: Appearance): OverviewLater {
  let control: OverviewControl | undefined;
  let loading: Promise<void> | undefined;
  let [ready, killed] = [false, false];
  const load = async () => {
    try {
      const { createOverview } = await import('./overview.ts');
      if (!killed) control = createOverview(picture, appearance);
    } finally {
      ready = true;
    }
  };
  return {
    now: () => control,
    isReadyFor: (graph) => ready || !isPlain(graph),
    load: () => {
      loading ??= load().catch(() => {});
      return loading;
    },
    kill() {
      killed = true;
      control?.kill();
      control = undefined;
    },
  };
}
