/** How long to wait at most, in milliseconds; the picture is then drawn all the same. */
const PATIENCE = 5_000;

/** Watches over what the browser draws with, of which it has one: whoever asks it while it is busy stands still. */
export interface Graphics {
  /** Settles when the graphics have nothing to do, or that cannot be known; never rejects. */
  idle(): Promise<void>;
  close(): void;
}

/**
 * Asks for the browser's graphics in a worker that all pages and frames of the product share: it may wait for
 * them while they do not. Its first context of all takes a browser some tenths of a second; the next takes
 * milliseconds. Where a browser has no such workers, nobody waits.
 */
export function watchGraphics(): Graphics {
  if (!('OffscreenCanvas' in globalThis && 'SharedWorker' in globalThis))
    return { idle: async () => {}, close: () => {} };
  const worker = new SharedWorker(new URL('./graphics.worker.ts', import.meta.url), { type: 'module' });
  const { port } = worker;
  port.start();
  const idle = () =>
    new Promise<void>((resolve) => {
      port.addEventListener('message', () => resolve(), { once: true });
      worker.addEventListener('error', () => resolve(), { once: true });
      setTimeout(resolve, PATIENCE);
      port.postMessage(undefined);
    });
  return { idle, close: () => port.close() };
}
