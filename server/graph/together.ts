/**
 * One question for many: who asks while it is under way waits for the next, which begins when this one has ended and
 * answers all who came meanwhile. So nobody is given an answer that was begun before they asked, and however many
 * ask, one question is under way at a time.
 */
export function together<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> | undefined;
  let next: Promise<T> | undefined;
  const begin = (): Promise<T> => {
    next = undefined;
    const asked = ask();
    const ended = asked.then(
      () => {},
      () => {},
    );
    running = ended;
    ended.then(() => {
      if (running === ended) running = undefined;
    });
    return asked;
  };
  return () => {
    if (!running) return begin();
    next ??= running.then(begin);
    return next;
  };
}
