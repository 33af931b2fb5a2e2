/** With so many nodes and edges there is time: loading and laying out take longer. */
const MANY = 2_000;
/** How long to wait at most, in milliseconds; the picture then starts WebGL by itself. */
const PATIENCE = 5_000;

type Counts = { nodes: number; edges: number };

/** Whether a database holds so much that the page has to take its turns in between. */
export function isMany(counts: Counts | undefined): boolean {
  return counts !== undefined && counts.nodes + counts.edges > MANY;
}

/**
 * Has the browser start WebGL in a worker before a big graph is drawn. The first context of all takes it some
 * tenths of a second, in which the page that asks for it stands still; the next takes milliseconds. A small
 * graph is drawn sooner without.
 *
 * @param counts How much the database holds; undefined while that is not known.
 * @returns Settles when that is done, or cannot be done so; never rejects.
 */
export function warmUpFor(counts: Counts | undefined): Promise<void> {
  if (!isMany(counts) || !('OffscreenCanvas' in globalThis)) return Promise.resolve();
  const worker = new Worker(new URL('./warm-up.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const done = () => resolve();
    worker.addEventListener('message', done, { once: true });
    worker.addEventListener('error', done, { once: true });
    setTimeout(done, PATIENCE);
  });
}
