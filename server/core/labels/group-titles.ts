import { type Box, overlap } from '../geometry/box.ts';
import type { Position } from '../geometry/position.ts';
import { type Groups, groupsAmong } from '../model/groups.ts';

/** The name of a group over it: the middle of its nodes, and the topmost of them. In layout units. */
export interface GroupTitle extends Position {
  title: string;
  /** The radius of the topmost node. */
  radius: number;
}

/** How far over its topmost node a group's name is, for a picture to leave room for it. In layout units. */
export const HEAD = 34;

/** Between the name of a group and its topmost node, in pixels. */
export const TITLE_GAP = 5;

/** Names of groups raised until none covers another, those further left staying where they are. In pixels, y downwards. */
export function apart<T extends Box>(titles: readonly T[]): T[] {
  const placed: T[] = [];
  for (const title of [...titles].sort((a, b) => a.x - b.x || a.y - b.y)) {
    let y = title.y;
    for (
      let tries = 0;
      tries < titles.length && placed.some((other) => overlap(other, { ...title, y }));
      tries++
    )
      y -= title.height;
    placed.push({ ...title, y });
  }
  return placed;
}

/** The points that a picture is to show for the names of groups to be on it. */
export function titlePoints(titles: readonly GroupTitle[]): Position[] {
  return titles.map(({ x, y }) => ({ x, y: y + HEAD }));
}

/** Where the names of groups go. */
export function groupTitles(
  nodes: readonly (Position & { key: string; radius: number })[],
  groups: Groups,
): GroupTitle[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  return groupsAmong(byKey.keys(), groups).map(({ title, members }) => {
    let [left, right, top, radius] = [Infinity, -Infinity, -Infinity, 0];
    for (const key of members) {
      const node = byKey.get(key);
      if (!node) continue;
      left = Math.min(left, node.x);
      right = Math.max(right, node.x);
      if (node.y + node.radius > top + radius) [top, radius] = [node.y, node.radius];
    }
    return { title, x: (left + right) / 2, y: top, radius };
  });
}
