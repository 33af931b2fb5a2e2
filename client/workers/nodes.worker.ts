import type { Measured } from '../../server/core/measures/nodes/network.ts';
import { measureNodes, type NodeMeasureId } from '../../server/core/measures/registry.ts';
import { serve } from './serve.ts';

export interface NodesQuestion {
  network: Measured;
  id: NodeMeasureId;
}

serve(self, ({ network, id }: NodesQuestion, progress: (done: number) => void) =>
  measureNodes(network, id, progress),
);
