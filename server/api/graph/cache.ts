interface Piece<Made> {
  made: Promise<Made>;
  waiting: number;
  control: AbortController;
}

/** Gives what is kept under a name, made first where it is not; `signal` aborts when whoever asks goes away. */
export type Keep<Made> = (
  name: string,
  make: (signal: AbortSignal) => Promise<Made>,
  signal: AbortSignal,
) => Promise<Made>;

/**
 * Keeps what takes long to make by name, those longest not asked for going first. What is being made is not begun
 * again: many ask at once when an article comes out. When all who asked have gone, it is given up.
 *
 * @param most How many are kept.
 * @param isWorth Whether what was made is kept; all is when absent.
 */
export function createKept<Made>(most: number, isWorth: (made: Made) => boolean = () => true): Keep<Made> {
  const kept = new Map<string, Piece<Made>>();
  return async (name, make, signal) => {
    signal.throwIfAborted();
    const piece = kept.get(name) ?? begin(make);
    kept.delete(name);
    kept.set(name, piece);
    for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest);
    const forget = () => kept.get(name) === piece && kept.delete(name);
    const leave = () => {
      piece.waiting -= 1;
      if (piece.waiting > 0) return;
      // Before it fails: who asks meanwhile must not be given what is being given up.
      forget();
      piece.control.abort(signal.reason);
    };
    piece.waiting += 1;
    signal.addEventListener('abort', leave, { once: true });
    try {
      const made = await piece.made;
      if (!isWorth(made)) forget();
      return made;
    } catch (cause) {
      forget();
      throw cause;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  };
}

function begin<Made>(make: (signal: AbortSignal) => Promise<Made>): Piece<Made> {
  const control = new AbortController();
  return { made: make(control.signal), waiting: 0, control };
}
