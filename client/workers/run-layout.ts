import type { Position } from '../../server/core/geometry/position.ts';
import type { Arrangement } from '../../server/core/layout/arrangement.ts';
import type { Unlaid } from '../../server/core/layout/network.ts';
import type { Graph } from '../../server/core/model/graph.ts';
import { createWorkers } from './ask.ts';
import type { LayoutQuestion } from './layout.worker.ts';
import layoutWorker from './layout.worker.ts?worker&url';

/** Workers that lay out, each one graph. */
export function createLayouts() {
  return createWorkers<LayoutQuestion, number, Map<string, Position>>(
    layoutWorker,
    'The layout could not be computed',
  );
}

/** Only what a layout looks at: copying every property to the worker would cost more than the layout. */
export function unlaid({ nodes, edges }: Graph, { layout }: Arrangement): Unlaid {
  return {
    nodes: nodes.map(({ key, attributes: { caption } }) => ({ key, attributes: { caption } })),
    edges: edges.map(({ source, target, attributes: { type } }) =>
      layout === 'hierarchy' ? { source, target, attributes: { type } } : { source, target },
    ),
  };
}
