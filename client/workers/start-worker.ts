/**
 * Starts a worker by the address of its script. A page that a frame walls off (`sandbox`) has no origin and may start
 * none from an address, nor a module from words of its own (Chromium); but a script of its own may fetch a module.
 */
export function startWorker(address: string): Worker {
  const isWalledOff = self.origin === 'null' && location.protocol.startsWith('http');
  if (!isWalledOff) return new Worker(address, { type: 'module' });
  const words = `(${fetchAndHandOn})(${JSON.stringify(new URL(address, location.href).href)})`;
  return new Worker(URL.createObjectURL(new Blob([words], { type: 'text/javascript' })));
}

/** Runs in the worker, as text: what it is asked before its module is there is asked again then. */
function fetchAndHandOn(address: string): void {
  const early: unknown[] = [];
  const keep = ({ data }: MessageEvent) => early.push(data);
  addEventListener('message', keep);
  import(/* @vite-ignore */ address).then(
    () => {
      removeEventListener('message', keep);
      for (const data of early) dispatchEvent(new MessageEvent('message', { data }));
    },
    (cause) =>
      setTimeout(() => {
        throw cause;
      }),
  );
}
