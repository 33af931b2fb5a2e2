import type { Position } from '../../server/core/geometry/position.ts';
import type { Arrangement } from '../../server/core/layout/arrangement.ts';
import { layOutAny } from '../../server/core/layout/lay-out-any.ts';
import type { Unlaid } from '../../server/core/layout/network.ts';

/** What the worker is asked, once. */
export interface LayoutRequest {
  graph: Unlaid;
  options: Arrangement;
}
/** What it answers: how much is done, then all positions. */
export type LayoutAnswer = { progress: number } | { positions: Map<string, Position> };

const answer = (message: LayoutAnswer) => self.postMessage(message);

self.addEventListener('message', async ({ data }: MessageEvent<LayoutRequest>) => {
  answer({ positions: await layOutAny(data.graph, data.options, (progress) => answer({ progress })) });
});
