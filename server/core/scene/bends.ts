import { type DrawnPath, pointOn } from '../geometry/geometry.ts';
import type { Position } from '../geometry/position.ts';
import { ownLine } from '../looks/edges/type-colours.ts';
import { type EdgeLook, edgeLook } from '../looks/look.ts';
import type { Looks } from '../looks/looks.ts';
import { isPlain } from '../looks/weights.ts';
import type { Graph, GraphEdge } from '../model/graph.ts';
import { byText } from '../numbers/random.ts';

/** How much neighbouring parallel edges differ in curvature; how far the tip of a first loop is, and each next one further, in radii. */
const [SPREAD, LOOP, NEXT_LOOP] = [0.22, 2, 0.5];
/** The most that the outermost differ in from the straight line, half their distance being 1; and the furthest tip of a loop. */
const [MOST_SPREAD, MOST_LOOP] = [1, 5];
/** So many parallel edges, or loops of one node, can be told apart; more are drawn as one band. */
export const MOST_APART = 16;
/** The width of the narrowest band, how much each doubling of its edges adds, and the widest, in pixels. */
const [BAND, DOUBLED, MOST_BAND] = [5, 1.2, 13];

/** How an edge leaves the straight line between its ends. */
export interface Bend {
  /** As of a {@link DrawnPath}. */
  curvature: number;
  /** Of a self loop: how far its tip is from the node's middle, as a multiple of the node's radius; else 0. */
  loop: number;
}

/** How the line of an edge is drawn. */
export interface DrawnLine extends EdgeLook, Bend {}

/**
 * How the line of every edge is drawn, the only edge between two nodes straight. Parallel and opposite edges lie evenly
 * to both sides of the straight line, in the order of their keys, no further out than half the distance of their ends;
 * the loops of a node reach further out in turn. Where there are too many to be told apart, the first is one band for
 * all, and of the others nothing is drawn unless they are selected.
 *
 * @param own What widths and lines mean, by key, where that is something else than usual.
 */
export function drawnLines(
  edges: readonly GraphEdge[],
  own: Pick<Looks, 'widths' | 'types' | 'lines'> = {},
): ReadonlyMap<string, DrawnLine> {
  const lines = new Map<string, DrawnLine>();
  for (const group of parallelsIn(edges)) {
    // Those that lead the same way lie side by side.
    group.sort((a, b) => Number(a.source > a.target) - Number(b.source > b.target) || byText(a.key, b.key));
    const looks = group.map((edge) =>
      edgeLook(edge.attributes, own.widths?.get(edge.key), ownLine(own, edge)),
    );
    const isBand = group.length > MOST_APART;
    group.forEach((edge, place) => {
      const bend = isBand ? bendOf(edge, 0, 1) : bendOf(edge, place, group.length);
      const look = looks[place] as EdgeLook;
      const band = { band: place === 0 ? group.length : 0 };
      lines.set(edge.key, {
        ...(isBand && place === 0 ? bandLook(looks) : look),
        ...bend,
        ...(isBand && band),
      });
    });
  }
  return lines;
}

/** Whether some edges are drawn as a band. */
export function hasBands(graph: Pick<Graph, 'nodes' | 'edges'>): boolean {
  return !isPlain(graph) && parallelsIn(graph.edges).some(({ length }) => length > MOST_APART);
}

/** Edges by the pair of nodes that they are between, whichever way they lead. */
function parallelsIn(edges: readonly GraphEdge[]): GraphEdge[][] {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const pair = JSON.stringify([edge.source, edge.target].sort(byText));
    const group = groups.get(pair);
    if (group) group.push(edge);
    else groups.set(pair, [edge]);
  }
  return [...groups.values()];
}

function bendOf({ source, target }: GraphEdge, place: number, count: number): Bend {
  const others = Math.max(1, count - 1);
  if (source === target)
    return { curvature: 0, loop: LOOP + Math.min(NEXT_LOOP, (MOST_LOOP - LOOP) / others) * place };
  const spread = (place - (count - 1) / 2) * Math.min(SPREAD, (2 * MOST_SPREAD) / others);
  return { curvature: source > target ? -spread : spread, loop: 0 };
}

/** A band looks as its edges do, as far as they look alike. */
function bandLook(looks: readonly EdgeLook[]): EdgeLook {
  const first = looks[0] as EdgeLook;
  const alike = (of: keyof EdgeLook) => looks.every((look) => look[of] === first[of]);
  return {
    colour: alike('colour') ? first.colour : 'neutral',
    pattern: alike('pattern') ? first.pattern : 'solid',
    contested: alike('contested') && first.contested,
    width: Math.min(MOST_BAND, BAND + DOUBLED * Math.log2(looks.length / MOST_APART)),
  };
}

/**
 * The line of an edge in a picture; in a plain one only loops are bent.
 *
 * @param radius Of the node that a loop is at, in pixels, to its farthest corner.
 */
export function pathOf(
  from: Position,
  to: Position,
  { curvature, loop }: Bend,
  radius: number,
  plain: boolean,
): DrawnPath {
  if (loop > 0) return { from, to, curvature: 0, loop: loop * radius };
  return { from, to, curvature: plain ? 0 : curvature };
}

/**
 * Points that bent lines reach, in layout units, y upwards, for a picture to have room for them.
 *
 * @param radii Layout units of a radius: nodes, and loops with them, grow less than the distances between nodes.
 */
export function reachedBy(
  lines: Iterable<{ from: Position; to: Position; bend: Bend; radius: number }>,
  radii: number,
): Position[] {
  const upright = ({ x, y }: Position): Position => ({ x, y: -y });
  return [...lines].flatMap(({ from, to, bend, radius }) => {
    if (bend.curvature === 0 && bend.loop === 0) return [];
    const path = pathOf(upright(from), upright(to), bend, radius * radii, false);
    return SHARES.map((share) => upright(pointOn(path, share)));
  });
}
const SHARES = [1, 2, 3, 4, 5, 6, 7].map((part) => part / 8);
