import { boundsOf } from '../geometry/bounds.ts';
import type { Box } from '../geometry/box.ts';
import type { Position } from '../geometry/position.ts';
import { LABEL_SIZE } from '../labels/footprint.ts';
import { HEAD } from '../labels/group-titles.ts';
import { textWidth } from '../labels/text.ts';
import { type Groups, groupsAmong } from '../model/groups.ts';
import { pack } from './arrange.ts';
import { settled } from './centre-positions.ts';
import { arrangeParts } from './layout.ts';
import { componentsOf, type Network, networkOf, type Unlaid } from './network.ts';
import { packFrames } from './pack-frames.ts';

/** Around each group, so that it is seen to be one. */
const APART = 60;
/** How much larger the name of a group is than a label, in a picture that is shown somewhat smaller too. */
const TITLE = 1.8;

/**
 * Positions of all nodes with those of one group together, apart from all others, with room for its name above. Inside
 * a group they lie by the relations within it, as in the layout by relations.
 *
 * @param progress Called now and then with how much is done, from 0 to 1.
 */
export function layOutGroups(
  graph: Unlaid,
  groups: Groups,
  seed = 0,
  progress: (done: number) => void = () => {},
): Map<string, Position> {
  const network = networkOf(graph);
  const places = new Map(network.keys.map((key, at) => [key, at]));
  let done = 0;
  const blocks = groupsAmong(network.keys, groups).map(({ title, members }) => {
    const share = members.length / network.keys.length;
    const inside = members.map((key) => places.get(key) ?? 0);
    const block = arrangeGroup(network, inside, seed, (of) => progress(done + share * of));
    done += share;
    return { ...block, frame: frameOf(block.boxes, title) };
  });
  const moves = packFrames(blocks.map(({ frame }) => frame));
  const positions: Position[] = [];
  blocks.forEach(({ members, boxes }, at) => {
    const { x, y } = moves[at] ?? { x: 0, y: 0 };
    members.forEach((member, place) => {
      const box = boxes[place] as Box;
      positions[member] = { x: box.x + x, y: box.y + y + (network.footprints[member]?.drop ?? 0) };
    });
  });
  progress(1);
  return settled(network.keys, positions);
}

/** The room of the members of a group, part by part side by side. */
function arrangeGroup(
  network: Network,
  inside: readonly number[],
  seed: number,
  progress: (done: number) => void,
): { members: number[]; boxes: Box[] } {
  const order = new Map(inside.map((member, at) => [member, at]));
  const links = network.links.flatMap(({ a, b }) => {
    const [from, to] = [order.get(a), order.get(b)];
    return from === undefined || to === undefined ? [] : [{ a: from, b: to }];
  });
  const keys = inside.map((member) => network.keys[member] ?? '');
  const parts = componentsOf({ keys, links }).map((part) => part.map((at) => inside[at] ?? 0));
  const arranged = arrangeParts(network, parts, seed, progress);
  const moves = pack(arranged);
  const boxes = arranged.flatMap((part, at) => {
    const { x, y } = moves[at] ?? { x: 0, y: 0 };
    return part.map((box) => ({ ...box, x: box.x + x, y: box.y + y }));
  });
  return { members: parts.flat(), boxes };
}

/** The room of a whole group: that of its nodes, its name over them, and some to keep it apart. */
function frameOf(boxes: readonly Box[], title: string): Box {
  const { left, right, bottom, top } = boundsOf(
    boxes.flatMap(({ x, y, width, height }) => [
      { x: x - width / 2, y: y - height / 2 },
      { x: x + width / 2, y: y + height / 2 + HEAD },
    ]),
  );
  const width = Math.max(right - left, textWidth(title) * LABEL_SIZE * TITLE) + APART;
  return { x: (left + right) / 2, y: (top + bottom) / 2, width, height: top - bottom + APART };
}
