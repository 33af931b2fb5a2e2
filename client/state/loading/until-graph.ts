import type { ExplorerState, ExplorerStore } from '../store.ts';

/** Whether a graph is there, or could not be had. */
export function hasGraph({ graph }: Pick<ExplorerState, 'graph'>): boolean {
  return graph.state === 'ready' || graph.state === 'failed';
}

/**
 * Resolves when the first graph is there, or will not be. Setting a picture up keeps the page busy for a while,
 * in which no answer is taken in: begun before the graph is on its way to the layout, it holds that up too.
 */
export function untilGraph(store: ExplorerStore): Promise<void> {
  return new Promise((resolve) => {
    if (hasGraph(store.getState())) return resolve();
    const stop = store.react(() => {
      if (!hasGraph(store.getState())) return;
      stop();
      resolve();
    });
  });
}
