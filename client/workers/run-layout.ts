import type { Position } from '../../server/core/geometry/position.ts';
import { EntenteError } from '../../server/core/model/errors.ts';
import type { Graph } from '../../server/core/model/graph.ts';
import type { LayoutAnswer, LayoutRequest } from './layout.worker.ts';

export interface LayoutRun {
  /** All positions; never settles once cancelled. Rejects with an EntenteError when the worker fails. */
  result: Promise<Map<string, Position>>;
  cancel(): void;
}

/** A worker that waits for a graph to lay out. */
export function newLayoutWorker(): Worker {
  return new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * Lays a graph out in a worker of its own, which ends with it.
 *
 * @param progress Called now and then with how much is done, from 0 to 1.
 */
export function runLayout(
  graph: Graph,
  options: LayoutRequest['options'],
  progress: (done: number) => void,
  worker: Worker = newLayoutWorker(),
): LayoutRun {
  const result = new Promise<Map<string, Position>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
      if ('progress' in data) return progress(data.progress);
      worker.terminate();
      resolve(data.positions);
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(
        new EntenteError('internal', 'The layout could not be computed. Reload the page to try again.', {
          cause: event.message,
        }),
      );
    });
  });
  const request: LayoutRequest = {
    // Only what a layout looks at: copying every property to the worker would cost more than the layout.
    graph: {
      nodes: graph.nodes.map(({ key, attributes: { caption } }) => ({ key, attributes: { caption } })),
      edges: graph.edges.map(({ source, target, attributes: { type } }) =>
        options.layout === 'hierarchy' ? { source, target, attributes: { type } } : { source, target },
      ),
    },
    options,
  };
  worker.postMessage(request);
  return { result, cancel: () => worker.terminate() };
}
