import type { PictureLooks } from '../looks/looks.ts';
import type { NodeMeasureId } from '../measures/registry.ts';
import type { MeasureReport } from '../measures/report.ts';
import type { MeasureTask } from '../measures/signed-network.ts';
import type { Graph } from '../model/graph.ts';
import type { Loadable } from '../model/loadable.ts';
import type { View } from '../view/view.ts';

/** A measure of the graph in the picture. */
export interface Measurement {
  /** The graph that is measured. */
  of: Graph;
  found: Loadable<ReadonlyMap<string, number>>;
  /** How much is done, from 0 to 1. */
  done: number;
}
export type Measurements = Readonly<Partial<Record<NodeMeasureId, Measurement>>>;

/** The measures of alliances in the picture. */
export interface MeasuresState {
  task: MeasureTask;
  /** The graph that is or was measured last. */
  of?: Graph;
  /** The task that it is or was measured by; the task may have changed since. */
  by?: MeasureTask;
  report: Loadable<MeasureReport>;
  /** Bounds of the frustration index while it is computed. */
  bounds: { lower: number; upper: number } | undefined;
  /** Whether the graph or the task has changed since the report. */
  stale: boolean;
}

/** Puts looks over those that are found without it. */
export type Painter = (state: PictureState, graph: Graph, looks: PictureLooks) => PictureLooks;

/** All that a picture is made of. */
export interface PictureState {
  view: View;
  /** What is loaded for the view. */
  graph: Loadable<Graph>;
  /** All there is of a small database, of whose layout the picture is a part. */
  base?: Loadable<Graph> | undefined;
  /** All there is, of data of any size, once it was loaded. */
  whole?: Graph | undefined;
  /** Measures of nodes, as far as the view draws or arranges by them. */
  measurements: Measurements;
  alliances?: MeasuresState | undefined;
  /** What draws by own rules and widths; loaded for a view that has some. */
  painter?: Painter | undefined;
}
