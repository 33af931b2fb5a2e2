import type { Positions } from '../geometry/position.ts';
import { isPlain } from '../looks/weights.ts';
import type { Graph } from '../model/graph.ts';
import { endsOf } from '../view/ends.ts';

/** Where nodes are, in any unit, and which of them each edge connects: its source and target in turn. */
interface Placed {
  x: Float32Array;
  y: Float32Array;
  ends: Uint32Array;
}

/** So many times the lines of a picture may cover its ground before they grow paler. */
const MOST_COVERED = 0.75;
/** The side of the square that a picture is taken to be, in widths of lines, whatever it is enlarged to. */
const SIDE = 1000;
/** No line is paler: screens know some hundred shades. */
const LEAST_OPACITY = 0.04;

/**
 * The opacity of the lines of a plain picture, from 0 to 1: so pale that all of them together cover as much as lines
 * that are few. It goes by their length for the area that the nodes take, so that it is the same however near the
 * camera is, and what is darker is where more lines lie over one another.
 */
export function lineOpacity({ x, y, ends }: Placed): number {
  let length = 0;
  for (let end = 0; end < ends.length; end += 2) {
    const [from, to] = [ends[end] ?? 0, ends[end + 1] ?? 0];
    length += Math.hypot((x[from] ?? 0) - (x[to] ?? 0), (y[from] ?? 0) - (y[to] ?? 0));
  }
  const [width, height] = [extentOf(x), extentOf(y)];
  // Nodes in one row are shown with room above and below them.
  const side = Math.sqrt(Math.max(width, height / 4) * Math.max(height, width / 4));
  if (!(length > 0 && side > 0)) return 1;
  return Math.min(1, Math.max(LEAST_OPACITY, (MOST_COVERED * SIDE * side) / length));
}

function extentOf(values: Float32Array): number {
  let [least, most] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least;
}

/** The opacity of the lines of a graph whose nodes are in some places; 1 where it is not drawn plainly. */
export function opacityOf(graph: Graph, positions: Positions): number {
  if (!isPlain(graph)) return 1;
  const [x, y] = [new Float32Array(graph.nodes.length), new Float32Array(graph.nodes.length)];
  graph.nodes.forEach(({ key }, at) => {
    const position = positions.get(key);
    [x[at], y[at]] = [position?.x ?? 0, position?.y ?? 0];
  });
  return lineOpacity({ x, y, ends: endsOf(graph) });
}
