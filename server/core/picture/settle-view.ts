import type { Positions } from '../geometry/position.ts';
import { type Arrangement, nameOf } from '../layout/arrangement.ts';
import { layOutAny } from '../layout/lay-out-any.ts';
import { placeNewNodes } from '../layout/place-new-nodes.ts';
import { type Measured, measuredOf } from '../measures/nodes/network.ts';
import type { NodeMeasureId } from '../measures/registry.ts';
import type { MeasureReport } from '../measures/report.ts';
import type { MeasureTask } from '../measures/signed-network.ts';
import type { Graph } from '../model/graph.ts';
import type { View } from '../view/view.ts';
import { arrangementOf, laidGraph } from './arrangement.ts';
import { shownGraph } from './graph-index.ts';
import { measuredGraph } from './grouped-graph.ts';
import { asksAlliances, measuresOf } from './measures-asked-for.ts';
import type { Measurements, MeasuresState, PictureState } from './state.ts';
import { taskOfView } from './task-of-view.ts';
import { asksPainter, drawnView } from './usual-looks.ts';

/** What measures, here or in a worker. */
export interface Measuring {
  /** The values of all nodes, in their order. */
  nodes(of: Measured, name: NodeMeasureId): Promise<ArrayLike<number>>;
  alliances(of: Graph, task: MeasureTask): Promise<MeasureReport>;
}

/** What is loaded of a view, and of the whole of which its picture is a part. */
export interface LoadedPicture {
  view: View;
  loaded: Graph;
  base: Graph;
}

/** All that a picture is made of, and the places of its nodes. */
export interface SettledView extends PictureState {
  positions: Positions;
}

/** Places by the name of the arrangement that gave them. */
export interface KeptLayouts {
  get(name: string): Positions | undefined;
  set(name: string, positions: Positions): unknown;
}

/**
 * Finds at once all that the explorer finds bit by bit before it draws a view: what the view draws and arranges by,
 * and the places of its nodes, those of the base first, of which the picture is a part.
 *
 * @param layouts Places that are known already; what is found is added.
 * @param scope What tells one base from another there.
 */
export async function settleView(
  { view, loaded, base }: LoadedPicture,
  measuring: Measuring,
  layouts: KeptLayouts = new Map(),
  scope = '',
): Promise<SettledView> {
  const data = { view, graph: ready(loaded), base: ready(base) };
  const measurements = await measured(data, measuring);
  const alliances = asksAlliances(drawnView(data)) ? await measuredAlliances(data, measuring) : undefined;
  const painter = asksPainter(drawnView(data)) ? (await import('./painter.ts')).painter : undefined;
  const state: PictureState = { ...data, measurements, alliances, painter };
  const arrangement = arrangementOf(state) ?? {};
  const part = laidGraph(loaded, shownGraph(data));
  const laid = await laidOut(part === loaded ? base : part, part === loaded, arrangement, layouts, scope);
  const missing = part.nodes.some(({ key }) => !laid.has(key));
  const positions = missing ? placeNewNodes(laid, part, view.seed, arrangement.groups) : laid;
  return { ...state, positions };
}

/** Under which places are kept: of an arrangement, of a base. */
export function layoutName(arrangement: Arrangement, scope = ''): string {
  return `${nameOf(arrangement)} ${scope}`;
}

/** A part is laid out by itself, unless all of it has its places. */
async function laidOut(
  graph: Graph,
  isWhole: boolean,
  arrangement: Arrangement,
  layouts: KeptLayouts,
  scope: string,
): Promise<Positions> {
  const name = layoutName(arrangement, scope);
  const known = layouts.get(name);
  if (known && (isWhole || graph.nodes.every(({ key }) => known.has(key)))) return known;
  const laid = await layOutAny(graph, arrangement);
  if (isWhole) layouts.set(name, laid);
  return laid;
}

type Data = Pick<PictureState, 'view' | 'graph' | 'base'>;

async function measured(data: Data, { nodes }: Measuring): Promise<Measurements> {
  const state = { ...data, measurements: {} };
  const shown = shownGraph(state);
  const found = measuresOf(drawnView(data)).map(async (name) => {
    const of = measuredGraph(state, shown, name) ?? shown;
    const values = await nodes(measuredOf(of), name);
    const value = new Map(of.nodes.map(({ key }, at) => [key, values[at] ?? 0]));
    return [name, { of, found: ready(value), done: 1 }] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

async function measuredAlliances(data: Data, { alliances }: Measuring): Promise<MeasuresState> {
  const [of, task] = [shownGraph(data), taskOfView(data.view)];
  const report = ready(await alliances(of, task));
  return { task, by: task, of, report, bounds: undefined, stale: false };
}

function ready<T>(value: T): { state: 'ready'; value: T } {
  return { state: 'ready', value };
}
