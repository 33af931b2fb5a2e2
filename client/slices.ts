/** For so long, in milliseconds, work goes on before the page has its turn: half a frame. */
const SLICE = 8;

/**
 * Cuts work on the page's main thread into slices. What it gives is asked between small parts of the work,
 * and gives a promise to wait for where the page is to have its turn.
 *
 * @param signal Aborting it has the next of these promises reject, so that the work is given up.
 */
export function sliced(signal?: AbortSignal): () => Promise<void> | undefined {
  let end = performance.now() + SLICE;
  return () => {
    if (performance.now() < end) return undefined;
    return nextTurn().then(() => {
      signal?.throwIfAborted();
      end = performance.now() + SLICE;
    });
  };
}

/**
 * Does the same with each of many things in turn, in slices.
 *
 * @throws AbortError when `signal` is aborted meanwhile
 */
export async function forEachSliced<T>(
  things: readonly T[],
  act: (thing: T) => unknown,
  signal?: AbortSignal,
): Promise<void> {
  const rest = sliced(signal);
  for (const thing of things) {
    const turn = rest();
    // Waiting for nothing, too, would take a turn for each of them.
    if (turn) await turn;
    act(thing);
  }
}

interface Scheduler {
  yield?: () => Promise<void>;
}

/** Resolves once the page has had its turn. */
export function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.yield) return scheduler.yield();
  // Timers, which wait for four milliseconds after some turns, would make the work twice as long.
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const onmessage = () => {
      port1.close();
      resolve();
    };
    // Typed differently by browsers and Node.
    Object.assign(port1, { onmessage });
    port2.postMessage(undefined);
  });
}
