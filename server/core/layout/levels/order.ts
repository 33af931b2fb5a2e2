import type { Arc } from './arcs.ts';

const SWEEPS = 24;

/**
 * Puts every layer in an order in which few lines cross: over and over, downwards and upwards, everyone goes to the
 * mean of where those beyond are, nearer ones counting more (the barycentre heuristic of Sugiyama, Tagawa and
 * Toda 1981, on lines as they are drawn, which go straight through the layers between).
 *
 * @param layer The layer of every place.
 * @returns Places by layer, from left to right.
 */
export function orderLayers(layer: readonly number[], arcs: readonly Arc[]): number[][] {
  const layers: number[][] = [];
  for (const [node, at] of layer.entries()) {
    while (layers.length <= at) layers.push([]);
    layers[at]?.push(node);
  }
  const neighbours = neighboursOf(layer, arcs);
  const share = new Array<number>(layer.length).fill(0.5);
  const spread = (nodes: readonly number[]) =>
    nodes.forEach((node, at) => {
      share[node] = (at + 0.5) / nodes.length;
    });
  layers.forEach(spread);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const down = sweep % 2 === 0;
    for (const nodes of down ? layers : [...layers].reverse()) {
      const wanted = new Map(nodes.map((node) => [node, meanOf(neighbours[node] ?? [], share, node, down)]));
      nodes.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || a - b);
      spread(nodes);
    }
  }
  return layers;
}

interface Neighbour {
  node: number;
  weight: number;
  above: boolean;
}

function neighboursOf(layer: readonly number[], arcs: readonly Arc[]): Neighbour[][] {
  const neighbours: Neighbour[][] = layer.map(() => []);
  for (const { from, to, count } of arcs) {
    const weight = count / ((layer[to] ?? 0) - (layer[from] ?? 0));
    neighbours[from]?.push({ node: to, weight, above: false });
    neighbours[to]?.push({ node: from, weight, above: true });
  }
  return neighbours;
}

/** What lies the other way counts a little too, or whoever has no one this way would stay where chance put them. */
const OTHER_WAY = 0.1;

function meanOf(
  neighbours: readonly Neighbour[],
  share: readonly number[],
  node: number,
  down: boolean,
): number {
  let [sum, weights] = [0, 0];
  for (const { node: other, weight, above } of neighbours) {
    const counted = above === down ? weight : OTHER_WAY * weight;
    sum += counted * (share[other] ?? 0.5);
    weights += counted;
  }
  return weights > 0 ? sum / weights : (share[node] ?? 0.5);
}
