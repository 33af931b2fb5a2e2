import type { Arrangement } from '../../server/core/layout/arrangement.ts';
import { layOutAny } from '../../server/core/layout/lay-out-any.ts';
import type { Unlaid } from '../../server/core/layout/network.ts';
import { serve } from './serve.ts';

export interface LayoutQuestion {
  graph: Unlaid;
  arrangement: Arrangement;
}

serve(self, ({ graph, arrangement }: LayoutQuestion, progress: (done: number) => void) =>
  layOutAny(graph, arrangement, progress),
);
