import { nearestFree } from '../geometry/nearest-free.ts';
import { Occupied } from '../geometry/occupied.ts';
import type { Position, Positions } from '../geometry/position.ts';
import { rounded } from '../geometry/round.ts';
import { ABSENT, boxAt, type Footprint } from '../labels/footprint.ts';
import type { Groups } from '../model/groups.ts';
import { byText, hashed } from '../numbers/random.ts';
import { type Network, networkOf, type Unlaid } from './network.ts';

/**
 * Positions for the nodes of a graph that have none yet: near the nodes they are connected to, where
 * there is room. Nodes that have a position keep it exactly, and the place of those that are not in the graph
 * stays free for them to come back to.
 *
 * @param groups Where there are any, a new node goes to its group rather than to its neighbours.
 * @returns The given positions and the new ones, of nodes in the graph and of those no longer in it.
 */
export function placeNewNodes(
  existing: Positions,
  graph: Unlaid,
  seed = 0,
  groups?: Groups,
): Map<string, Position> {
  const network = networkOf(graph);
  const placed = new Map(existing);
  const occupied = new Occupied(60);
  network.keys.forEach((key, at) => {
    const position = placed.get(key);
    if (position) occupied.add(boxAt(network.footprints[at] as Footprint, position.x, position.y));
  });
  const present = new Set(network.keys);
  for (const [key, { x, y }] of existing) if (!present.has(key)) occupied.add(boxAt(ABSENT, x, y));
  const neighbours = groups ? membersOf(network, groups) : neighboursOf(network);
  const middle = meanOf(network.keys.flatMap((key) => existing.get(key) ?? []));
  for (const at of inOrder(network, neighbours, existing)) {
    const key = network.keys[at] ?? '';
    const footprint = network.footprints[at] as Footprint;
    const near = meanOf(
      (neighbours[at] ?? []).flatMap((other) => placed.get(network.keys[other] ?? '') ?? []),
    );
    const wanted = outwards(near ?? middle ?? { x: 0, y: 0 }, middle, key, seed);
    const free = nearestFree(occupied, boxAt(footprint, wanted.x, wanted.y));
    const position = rounded({ x: free.x, y: free.y + footprint.drop });
    occupied.add(boxAt(footprint, position.x, position.y));
    placed.set(key, position);
  }
  return placed;
}

function neighboursOf({ keys, links }: Network): number[][] {
  const neighbours: number[][] = keys.map(() => []);
  for (const { a, b } of links) {
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  return neighbours;
}

/** The others of each node's group. */
function membersOf({ keys }: Network, groups: Groups): number[][] {
  const members = new Map<string | undefined, number[]>();
  keys.forEach((key, at) => {
    const title = groups.get(key);
    members.set(title, [...(members.get(title) ?? []), at]);
  });
  return keys.map((key) => members.get(groups.get(key)) ?? []);
}

/** New nodes, those with most neighbours in place first: they have least choice. */
function inOrder({ keys }: Network, neighbours: readonly number[][], existing: Positions): number[] {
  const settled = neighbours.map((others) => others.filter((at) => existing.has(keys[at] ?? '')).length);
  return keys
    .map((_, at) => at)
    .filter((at) => !existing.has(keys[at] ?? ''))
    .sort((a, b) => (settled[b] ?? 0) - (settled[a] ?? 0) || byText(keys[a] ?? '', keys[b] ?? ''));
}

/** A little further from the middle of the picture than `from`, to where there is more room. */
function outwards(from: Position, middle: Position | undefined, key: string, seed: number): Position {
  const x = from.x - (middle?.x ?? 0) + (hashed(`${key}:x`, seed) - 0.5) * 80;
  const y = from.y - (middle?.y ?? 0) + (hashed(`${key}:y`, seed) - 0.5) * 80;
  const length = Math.max(1, Math.sqrt(x * x + y * y));
  return { x: from.x + (70 * x) / length, y: from.y + (70 * y) / length };
}

function meanOf(positions: readonly Position[]): Position | undefined {
  if (positions.length === 0) return undefined;
  const sum = positions.reduce((total, p) => ({ x: total.x + p.x, y: total.y + p.y }), { x: 0, y: 0 });
  return { x: sum.x / positions.length, y: sum.y / positions.length };
}
