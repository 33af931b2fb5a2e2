import type { OddCut } from './odd-cut.ts';

export interface WiderOptions {
  /** By how much a cut must be broken to be added. */
  least: number;
  /** How many nodes an inequality may speak of: 3, or more. */
  widest: number;
}

/** How many nodes to try first for each cut. */
const FIRSTS = 4;

/** Wider inequalities that grow, two nodes at a time, from the narrower ones that matter. */
export function brokenWider(
  cuts: readonly OddCut[],
  gram: Float64Array,
  n: number,
  { least, widest }: WiderOptions,
) {
  const broken: { cut: OddCut; by: number }[] = [];
  const product = (a: number, b: number) => (a < b ? gram[a * n + b] : gram[b * n + a]) as number;
  for (const { nodes, signs } of cuts) {
    if (nodes.length + 2 > widest) continue;
    const pulls = new Float64Array(n);
    nodes.forEach((node, at) => {
      const sign = signs[at] as number;
      for (let other = 0; other < n; other++)
        pulls[other] = (pulls[other] as number) + sign * product(node, other);
    });
    // Among themselves: the diagonal of the Gram matrix is left out, so that every pair counts twice.
    const value =
      -nodes.reduce((sum, node, at) => sum + (signs[at] as number) * (pulls[node] as number), 0) / 2;
    for (const node of nodes) pulls[node] = 0;
    for (const first of strongest(pulls)) {
      const sign = (pulls[first] as number) > 0 ? -1 : 1;
      let [second, most] = [-1, 0];
      for (let node = 0; node < n; node++) {
        if (node === first || nodes.includes(node)) continue;
        const pull = (pulls[node] as number) + sign * product(first, node);
        if (Math.abs(pull) > Math.abs(most)) [second, most] = [node, pull];
      }
      const by = value + Math.abs(pulls[first] as number) + Math.abs(most) - (nodes.length + 1) / 2;
      if (second < 0 || by <= least) continue;
      broken.push({ cut: ordered([...nodes, first, second], [...signs, sign, most > 0 ? -1 : 1]), by });
    }
  }
  return broken;
}

/** The places of the few values largest in size, the largest first. */
function strongest(values: Float64Array): number[] {
  const places: number[] = [];
  for (let place = 0; place < values.length; place++) {
    const size = Math.abs(values[place] as number);
    if (places.length === FIRSTS && size <= Math.abs(values[places[FIRSTS - 1] as number] as number))
      continue;
    let at = places.length;
    while (at > 0 && size > Math.abs(values[places[at - 1] as number] as number)) at -= 1;
    places.splice(at, 0, place);
    places.length = Math.min(places.length, FIRSTS);
  }
  return places;
}

function ordered(nodes: readonly number[], signs: readonly number[]): OddCut {
  const order = [...nodes.keys()].sort((a, b) => Number(nodes[a]) - Number(nodes[b]));
  const first = signs[order[0] as number] as number;
  return {
    nodes: order.map((at) => nodes[at] as number),
    signs: order.map((at) => first * (signs[at] as number)),
    multiplier: 0,
  };
}
