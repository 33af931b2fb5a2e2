/** A function and its gradient: gives the value and fills `gradient`. */
export type Slope = (at: Float64Array, gradient: Float64Array) => number;

const MEMORY = 8;

/**
 * Walks downhill by limited-memory BFGS with backtracking (Liu and Nocedal 1989).
 *
 * @param at Where to begin; it is moved.
 * @param steps At most this many.
 */
export function minimise(slope: Slope, at: Float64Array, steps: number): void {
  const size = at.length;
  let gradient: Float64Array<ArrayBufferLike> = new Float64Array(size);
  let [next, ahead]: Float64Array<ArrayBufferLike>[] = [
    new Float64Array(size),
    new Float64Array(size),
  ] as never;
  let value = slope(at, gradient);
  const pairs: { moved: Float64Array; bent: Float64Array; scale: number }[] = [];
  for (let step = 0; step < steps; step++) {
    const direction = descent(gradient, pairs);
    let downhill = dot(gradient, direction);
    if (!(downhill < 0)) {
      pairs.length = 0;
      for (let i = 0; i < size; i++) direction[i] = -(gradient[i] as number);
      downhill = -dot(gradient, gradient);
    }
    if (downhill > -1e-12) return;
    const scale = pairs.length > 0 ? 1 : Math.min(1, 1 / Math.sqrt(-downhill));
    const [length, reached] = search(scale, downhill);
    if (length === 0) return;
    const moved = direction.map((each) => each * length);
    const bent = (ahead as Float64Array).map((each, i) => each - (gradient[i] as number));
    const curvature = dot(moved, bent);
    if (curvature > 1e-12) pairs.push({ moved, bent, scale: 1 / curvature });
    if (pairs.length > MEMORY) pairs.shift();
    at.set(next as Float64Array);
    [gradient, ahead] = [ahead as Float64Array, gradient];
    if (value - reached < 1e-9 * (1 + Math.abs(reached))) return;
    value = reached;

    function search(first: number, fall: number): [length: number, value: number] {
      for (let length = first, tries = 0; tries < 20; tries++, length /= 2) {
        for (let i = 0; i < size; i++)
          (next as Float64Array)[i] = (at[i] as number) + length * (direction[i] as number);
        const reached = slope(next as Float64Array, ahead as Float64Array);
        if (reached <= value + 1e-4 * length * fall) return [length, reached];
      }
      return [0, value];
    }
  }
}

/** The two-loop recursion: the direction that the last steps suggest. */
function descent(
  gradient: Float64Array,
  pairs: readonly { moved: Float64Array; bent: Float64Array; scale: number }[],
): Float64Array {
  const direction = gradient.map((each) => -each);
  const factors: number[] = [];
  for (const { moved, bent, scale } of [...pairs].reverse()) {
    const factor = scale * dot(moved, direction);
    factors.unshift(factor);
    add(direction, bent, -factor);
  }
  const last = pairs.at(-1);
  if (last) {
    const by = 1 / (last.scale * dot(last.bent, last.bent));
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) * by;
  }
  pairs.forEach(({ moved, bent, scale }, at) => {
    add(direction, moved, (factors[at] as number) - scale * dot(bent, direction));
  });
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function add(to: Float64Array, vector: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + times * (vector[i] as number);
}
