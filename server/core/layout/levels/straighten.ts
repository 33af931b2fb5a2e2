import { sum } from './totals.ts';

/** Moves a row's nodes as near as can be to the mean of their neighbours, keeping order, room and borders. */
export function straighten(
  nodes: readonly number[],
  widthOf: (node: number) => number,
  neighbours: ReadonlyMap<number, readonly number[]>,
  x: Map<number, number>,
  half: number,
): void {
  let offset = 0;
  const blocks: { total: number; count: number }[] = [];
  const offsets = nodes.map((node) => {
    const at = offset + widthOf(node) / 2;
    offset += widthOf(node);
    return at;
  });
  nodes.forEach((node, at) => {
    const others = neighbours.get(node) ?? [node];
    const wanted = sum(others, (other) => x.get(other) ?? 0) / others.length;
    // Whoever would overtake the one before moves with it (pool adjacent violators, Barlow et al. 1972).
    let block = { total: wanted - (offsets[at] ?? 0), count: 1 };
    for (let last = blocks.at(-1); last && last.total / last.count > block.total / block.count; ) {
      block = { total: block.total + last.total, count: block.count + last.count };
      blocks.pop();
      last = blocks.at(-1);
    }
    blocks.push(block);
  });
  let at = 0;
  for (const { total, count } of blocks)
    for (let member = 0; member < count; member += 1, at += 1) {
      const left = Math.min(Math.max(total / count, -half), half - offset);
      x.set(nodes[at] ?? 0, left + (offsets[at] ?? 0));
    }
}
