/** Stops once, on the first signal; a second one a moment later, from an impatient person, ends at once. */
export function stopOnSignal(stop: (signal: NodeJS.Signals) => Promise<void>): void {
  let since = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    // A terminal's Ctrl+C arrives more than once: from the terminal, and handed on by npm.
    if (since && performance.now() - since > 1_000) process.exit(1);
    if (since) return;
    since = performance.now();
    stop(signal).then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
        process.exit(1);
      },
    );
  };
  // A terminal that is closed hangs up.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  onOrphaned(() => onSignal('SIGTERM'));
}

/**
 * npm runs scripts through a shell that keeps a SIGTERM to itself: the shell ends, and the server would stay.
 * Only under npm: whoever starts the server directly may well go away and leave it running.
 */
function onOrphaned(stop: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    stop();
  }, 250);
  look.unref();
}

/** Under `npm run dev` every change restarts the server by SIGTERM; its database need not follow. */
export function keepsDatabase(signal: NodeJS.Signals): boolean {
  return signal === 'SIGTERM' && process.env.ENTENTE_RELOADING === '1';
}
