import type { Box } from '../geometry/box.ts';
import type { Position } from '../geometry/position.ts';
import { boxAt, type Footprint } from '../labels/footprint.ts';
import type { View } from '../view/view.ts';
import { landscape, pack } from './arrange.ts';
import { settled } from './centre-positions.ts';
import { force } from './force.ts';
import { componentsOf, MOST_LABELLED, type Network, networkOf, type Unlaid } from './network.ts';
import { separate } from './separate.ts';

/** How much of the picture is left empty, as area over the area that nodes and labels ask for. */
const ROOM = 2;

/**
 * Positions of all nodes of a graph by their relations or in a circle, in layout units (pixels at natural size, y
 * upwards). They depend on the graph, the layout and the seed alone: not on the order of nodes and edges, the
 * window or the fonts. For the other layouts see `layOutAny`.
 *
 * @param progress Called now and then with how much is done, from 0 to 1.
 */
export function layOut(
  graph: Unlaid,
  { layout, seed = 0 }: Pick<View, 'layout' | 'seed'>,
  progress: (done: number) => void = () => {},
): Map<string, Position> {
  const network = networkOf(graph);
  if (network.keys.length === 0) return new Map();
  const positions = layout === 'circle' ? circle(network) : forced(network, seed, progress);
  progress(1);
  return settled(network.keys, positions);
}

function forced(network: Network, seed: number, progress: (done: number) => void): Position[] {
  const parts = componentsOf(network);
  const boxes = arrangeParts(network, parts, seed, progress);
  const moves = pack(boxes);
  const positions: Position[] = [];
  parts.forEach((members, part) => {
    members.forEach((member, at) => {
      const { x, y } = boxes[part]?.[at] ?? { x: 0, y: 0 };
      const move = moves[part] ?? { x: 0, y: 0 };
      positions[member] = { x: x + move.x, y: y + move.y + (network.footprints[member]?.drop ?? 0) };
    });
  });
  return positions;
}

/**
 * The room of every node of some connected parts of a network, each part by itself.
 *
 * @param parts Places in the network's keys.
 * @param progress Called now and then with how much is done, from 0 to 1.
 */
export function arrangeParts(
  network: Network,
  parts: readonly (readonly number[])[],
  seed: number,
  progress: (done: number) => void,
): Box[][] {
  const all = parts.reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  return parts.map((members) => {
    const share = members.length / all;
    const part = arranged(network, members, seed, (of) => progress(done + share * of * 0.95));
    done += share;
    return part;
  });
}

function arranged(
  network: Network,
  members: readonly number[],
  seed: number,
  progress: (done: number) => void,
): Box[] {
  const footprints = members.map((member) => network.footprints[member] as Footprint);
  const area = footprints.reduce((sum, { width, height }) => sum + width * height, 0);
  const raw = members.length > 1 ? force(network, members, seed, progress) : [{ x: 0, y: 0 }];
  const boxes = landscape(raw, area * ROOM).map(({ x, y }, at) => boxAt(footprints[at] as Footprint, x, y));
  return separate(boxes, members.length <= MOST_LABELLED);
}

/** On a circle by key, with room for the largest on it. */
function circle({ keys, footprints }: Network): Position[] {
  const around = footprints.reduce((sum, { height }) => sum + height + 6, 0);
  const radius = Math.max(90, around / (2 * Math.PI));
  return keys.map((_, at) => {
    const angle = (2 * Math.PI * at) / keys.length;
    return { x: radius * Math.sin(angle), y: radius * Math.cos(angle) };
  });
}
