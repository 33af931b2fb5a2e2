import type { Position } from '../geometry/position.ts';
import { byText } from '../numbers/random.ts';
import { byImportance, type DrawnGraph } from './build.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const STEPS: Readonly<Record<Direction, Position>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: 1 },
  down: { x: 0, y: -1 },
};

/**
 * The node to go to from another in a direction (y upwards): the connected node that lies most that way,
 * within 60° of it; where none does, the nearest of all nodes that way; undefined at
 * the rim of the picture.
 */
export function neighbourTowards(graph: DrawnGraph, from: string, direction: Direction): string | undefined {
  const connected = graph.neighbors(from).filter((key) => key !== from);
  return nearest(graph, from, connected, direction) ?? nearest(graph, from, graph.nodes(), direction);
}

function nearest(
  graph: DrawnGraph,
  from: string,
  among: readonly string[],
  direction: Direction,
): string | undefined {
  const start = graph.getNodeAttributes(from);
  const step = STEPS[direction];
  let [best, least] = [undefined as string | undefined, Infinity];
  for (const key of among) {
    const { x, y } = graph.getNodeAttributes(key);
    const [dx, dy] = [x - start.x, y - start.y];
    const along = dx * step.x + dy * step.y;
    const distance = Math.sqrt(dx * dx + dy * dy);
    if (along <= 0 || along < distance / 2) continue;
    // Straying from the direction costs more than distance.
    const cost = (distance * distance) / along + (distance - along);
    if (cost < least || (cost === least && best !== undefined && byText(key, best) < 0)) {
      [best, least] = [key, cost];
    }
  }
  return best;
}

/** Where walking starts: the first selected node, else the most connected one. */
export function firstFocus(graph: DrawnGraph, selected: readonly string[]): string | undefined {
  return selected.find((key) => graph.hasNode(key)) ?? byImportance(graph)[0];
}

/**
 * The node before (-1) or after (1) another in the order of importance, round and round, so that every
 * node can be reached, wherever it lies.
 */
export function inTurn(order: readonly string[], from: string | undefined, step: 1 | -1): string | undefined {
  if (from === undefined) return order[0];
  return order.at((order.indexOf(from) + step) % order.length);
}
