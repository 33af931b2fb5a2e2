/** One thing after another, in turns of those who ask. */
export interface Turns {
  /** How many wait, in all and of one asker. */
  waiting(address: string | undefined): { all: number; own: number };
  /**
   * Waits for a turn and works in it.
   * @throws the reason of `signal` when it aborts before the turn comes, and whatever `work` throws
   */
  take<T>(address: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T>;
}

interface Place {
  address: string;
  begin(): Promise<unknown>;
}

/** Whose last turn is longest ago goes first; among equals, who came first. */
export function createTurns(): Turns {
  const places: Place[] = [];
  /** The number of each asker's last turn, since somebody last waited for nothing. */
  const last = new Map<string, number>();
  let turn = 0;
  let isBusy = false;

  async function next(): Promise<void> {
    if (isBusy) return;
    const lastOf = ({ address }: Place) => last.get(address) ?? 0;
    const first = places.reduce<Place | undefined>(
      (best, each) => (best && lastOf(best) <= lastOf(each) ? best : each),
      undefined,
    );
    if (!first) return last.clear();
    leave(first);
    turn += 1;
    last.set(first.address, turn);
    isBusy = true;
    await first.begin();
    isBusy = false;
    void next();
  }

  function leave(place: Place): void {
    const at = places.indexOf(place);
    if (at >= 0) places.splice(at, 1);
  }

  return {
    waiting: (address) => ({
      all: places.length,
      own: places.filter((each) => each.address === address).length,
    }),
    take: (address, signal, work) =>
      new Promise((resolve, reject) => {
        const cancel = () => {
          leave(place);
          reject(signal?.reason);
        };
        const place: Place = {
          address,
          begin() {
            signal?.removeEventListener('abort', cancel);
            return work().then(resolve, reject);
          },
        };
        if (signal?.aborted) return reject(signal.reason);
        signal?.addEventListener('abort', cancel, { once: true });
        places.push(place);
        void next();
      }),
  };
}
