import type { Position } from '../../geometry/position.ts';
import type { Footprint } from '../../labels/footprint.ts';
import type { Arc } from './arcs.ts';
import { straighten } from './straighten.ts';
import { most, sum } from './totals.ts';

/** Between layers, and between the rows of one layer. */
const [LAYER_GAP, ROW_GAP] = [56, 6];
/** Width over height that the picture aims at: a hierarchy is read from left to right within a layer. */
const ASPECT = 1.5;
const MOST_STRETCH = 1.8;
const PASSES = 12;

/** Nodes side by side, and the layout's y of the line they stand on. */
interface Line {
  nodes: readonly number[];
  y: number;
}

/**
 * Lays layers out under each other. A layer too wide for a landscape goes into several rows, each node staying about
 * where its order puts it; then everyone moves towards those they are linked to as far as their row has room.
 *
 * @returns The positions of nodes by place; what is in no layer has none.
 */
export function placeLayers(
  layers: readonly (readonly number[])[],
  arcs: readonly Arc[],
  footprints: readonly Footprint[],
): Map<number, Position> {
  const rows = rowsWithin(bestWidth(layers, footprints), layers, footprints);
  const stretch = stretchOf(rows, footprints);
  const widthOf = (node: number) => stretch * (footprints[node]?.width ?? 0);
  const lines = standOn(rows, footprints);
  const x = new Map<number, number>();
  for (const { nodes } of lines) setOut(nodes, widthOf, x);
  const neighbours = new Map<number, number[]>();
  for (const { from, to } of arcs) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  const half = most(lines, ({ nodes }) => sum(nodes, widthOf)) / 2;
  for (let pass = 0; pass < PASSES; pass += 1)
    for (const { nodes } of pass % 2 === 0 ? lines : [...lines].reverse())
      straighten(nodes, widthOf, neighbours, x, half);
  return new Map(lines.flatMap(({ nodes, y }) => nodes.map((node) => [node, { x: x.get(node) ?? 0, y }])));
}

/** The narrowest width at which the whole is a landscape. */
function bestWidth(layers: readonly (readonly number[])[], footprints: readonly Footprint[]): number {
  const widest = most(layers, (nodes) => sum(nodes, (node) => footprints[node]?.width ?? 0));
  let width = most(footprints, (footprint) => footprint.width);
  while (width < widest) {
    const rows = rowsWithin(width, layers, footprints);
    if (width >= ASPECT * heightOf(rows, footprints)) break;
    width *= 1.08;
  }
  return width;
}

/** How much more room there is from left to right than is taken, where many layers make the whole a portrait. */
function stretchOf(rows: readonly number[][][], footprints: readonly Footprint[]): number {
  const width = most(rows.flat(), (row) => sum(row, (node) => footprints[node]?.width ?? 0));
  return Math.min(MOST_STRETCH, Math.max(1, (ASPECT * heightOf(rows, footprints)) / Math.max(1, width)));
}

function rowsWithin(
  width: number,
  layers: readonly (readonly number[])[],
  footprints: readonly Footprint[],
): number[][][] {
  return layers.map((nodes) => {
    const count = Math.ceil(sum(nodes, (node) => footprints[node]?.width ?? 0) / width);
    const rows: number[][] = Array.from({ length: Math.max(1, count) }, () => []);
    nodes.forEach((node, at) => void rows[at % rows.length]?.push(node));
    return rows;
  });
}

function rowHeight(row: readonly number[], footprints: readonly Footprint[]): number {
  return most(row, (node) => footprints[node]?.height ?? 0);
}

function heightOf(rows: readonly number[][][], footprints: readonly Footprint[]): number {
  const each = rows.map((layer) => sum(layer, (row) => rowHeight(row, footprints) + ROW_GAP) + LAYER_GAP);
  return sum(each, (height) => height);
}

function standOn(rows: readonly number[][][], footprints: readonly Footprint[]): Line[] {
  let top = 0;
  return rows.flatMap((layer) => {
    const lines = layer.map((nodes) => {
      const height = rowHeight(nodes, footprints);
      const line = { nodes, y: top - height / 2 };
      top -= height + ROW_GAP;
      return line;
    });
    top -= LAYER_GAP;
    return lines;
  });
}

/** Side by side about the middle. */
function setOut(nodes: readonly number[], widthOf: (node: number) => number, x: Map<number, number>): void {
  let left = -sum(nodes, widthOf) / 2;
  for (const node of nodes) {
    x.set(node, left + widthOf(node) / 2);
    left += widthOf(node);
  }
}
