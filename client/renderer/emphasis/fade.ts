const DURATION = 140;

/** A value that moves between 0 and 1 with time. */
export interface Fade {
  /** How far it is, from 0 to 1. */
  amount(): number;
  /** Sets out for a value; arrives at once when `instantly`. */
  to(target: 0 | 1, instantly: boolean): void;
  kill(): void;
}

/**
 * A fade that calls `step` on every frame on which its amount has changed, the last time on arrival.
 */
export function createFade(step: () => void): Fade {
  let [amount, goal, frame] = [0, 0, 0];
  let last = 0;
  const advance = (now: number) => {
    const change = Math.min(1, Math.max(0, now - last) / DURATION);
    last = now;
    amount = goal > amount ? Math.min(goal, amount + change) : Math.max(goal, amount - change);
    frame = amount === goal ? 0 : requestAnimationFrame(advance);
    step();
  };
  return {
    amount: () => amount,
    to(target, instantly) {
      goal = target;
      if (frame === 0 && amount === goal) return;
      if (instantly) {
        cancelAnimationFrame(frame);
        frame = 0;
        amount = target;
        step();
      } else if (frame === 0) {
        last = performance.now();
        frame = requestAnimationFrame(advance);
      }
    },
    kill: () => cancelAnimationFrame(frame),
  };
}
