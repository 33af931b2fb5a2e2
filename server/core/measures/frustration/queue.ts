/** A queue of states by distance, the nearest first: a binary heap in two growing arrays. */
export interface Queue {
  clear(): void;
  push(state: number, distance: number): void;
  /** The nearest state, or −1 when there is none. */
  pop(): number;
}

export function createQueue(): Queue {
  const states: number[] = [];
  const distances: number[] = [];
  const swap = (a: number, b: number) => {
    [states[a], states[b]] = [states[b] as number, states[a] as number];
    [distances[a], distances[b]] = [distances[b] as number, distances[a] as number];
  };
  const nearer = (a: number, b: number) => (distances[a] as number) < (distances[b] as number);
  return {
    clear: () => {
      states.length = 0;
      distances.length = 0;
    },
    push: (state, distance) => {
      states.push(state);
      distances.push(distance);
      for (let at = states.length - 1; at > 0; ) {
        const above = (at - 1) >> 1;
        if (!nearer(at, above)) break;
        swap(at, above);
        at = above;
      }
    },
    pop: () => {
      if (states.length === 0) return -1;
      swap(0, states.length - 1);
      const state = states.pop() as number;
      distances.pop();
      for (let at = 0; ; ) {
        let least = 2 * at + 1;
        if (least >= states.length) return state;
        if (least + 1 < states.length && nearer(least + 1, least)) least += 1;
        if (!nearer(least, at)) return state;
        swap(at, least);
        at = least;
      }
    },
  };
}
