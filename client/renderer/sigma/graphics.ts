import { ask } from '../../workers/ask.ts';

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
 * milliseconds. Where a browser has no such workers, or lets none run, nobody waits.
 */
export function watchGraphics(): Graphics {
  const worker = startWorker();
  if (!worker) return { idle: async () => {}, close: () => {} };
  const { port } = worker;
  port.start();
  const idle = () => {
    const waiting = new AbortController();
    const giveUp = () => waiting.abort();
    worker.addEventListener('error', giveUp, { once: true });
    setTimeout(giveUp, PATIENCE);
    return ask<undefined, never, void>(port, undefined, { signal: waiting.signal }).catch(() => {});
  };
  return { idle, close: () => port.close() };
}

function startWorker(): SharedWorker | undefined {
  if (!('OffscreenCanvas' in globalThis && 'SharedWorker' in globalThis)) return undefined;
  try {
    return new SharedWorker(new URL('../../workers/graphics.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    // In a frame whose reader blocks what other sites store, browsers refuse to.
    return undefined;
  }
}
