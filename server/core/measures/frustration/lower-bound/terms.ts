import type { WeightedGraph } from '../weighted.ts';
import type { OddCut } from './odd-cut.ts';

/** Pairs of nodes that an edge or a cut speaks of. */
export interface Terms {
  first: Int32Array;
  second: Int32Array;
  /** The weight of the edge between them, 0 where there is none. */
  weight: Float64Array;
  /** By cut, the pairs that it speaks of, from `offsets[cut]` on, with their signs, and what it allows. */
  offsets: Int32Array;
  pairs: Int32Array;
  signs: Int8Array;
  limit: Float64Array;
  /** By pair, the product of the two vectors. */
  product: Float64Array;
}

/** The pairs of a graph's edges, then those that only cuts speak of. */
export function termsOf({ nodes, source, target, weight }: WeightedGraph, cuts: readonly OddCut[]): Terms {
  const places = new Map<number, number>();
  const [first, second, weights] = [[], [], []] as [number[], number[], number[]];
  const place = (a: number, b: number, value: number) => {
    const key = Math.min(a, b) * nodes + Math.max(a, b);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, first.length);
    second.push(b);
    weights.push(value);
    return first.push(a) - 1;
  };
  weight.forEach((value, edge) => {
    place(source[edge] as number, target[edge] as number, value);
  });
  const [offsets, pairs, signs] = [[0], [], []] as [number[], number[], number[]];
  for (const cut of cuts) {
    cut.nodes.forEach((a, at) => {
      for (let other = at + 1; other < cut.nodes.length; other++) {
        pairs.push(place(a, cut.nodes[other] as number, 0));
        signs.push(-(cut.signs[at] as number) * (cut.signs[other] as number));
      }
    });
    offsets.push(pairs.length);
  }
  return {
    ...{
      first: Int32Array.from(first),
      second: Int32Array.from(second),
      weight: Float64Array.from(weights),
      offsets: Int32Array.from(offsets),
      pairs: Int32Array.from(pairs),
      signs: Int8Array.from(signs),
      limit: Float64Array.from(cuts, ({ nodes }) => (nodes.length - 1) / 2),
    },
    product: new Float64Array(first.length),
  };
}
