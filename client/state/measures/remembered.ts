import type { MeasureReport } from '../../../server/core/measures/report.ts';
import type { MeasureTask } from '../../../server/core/measures/signed-network.ts';
import type { Graph } from '../../../server/core/model/graph.ts';

/** Reports of graphs that were measured, by what they hold: the same part of the same data is known again. */
export interface Remembered {
  /** Whether reports of a graph are kept: of a big one they would take too much room. */
  takes(graph: Graph): boolean;
  find(graph: Graph, task: MeasureTask): MeasureReport | undefined;
  keep(graph: Graph, task: MeasureTask, report: MeasureReport): void;
}

/** As many as a timeline has dates, of graphs that a report of takes little room. */
const MOST = 48;
const MOST_EDGES = 5000;

/** Keeps the reports that were made or found last. */
export function createRemembered(): Remembered {
  const reports = new Map<string, MeasureReport>();
  const keep = (name: string, report: MeasureReport) => {
    reports.delete(name);
    reports.set(name, report);
    for (const oldest of reports.keys()) if (reports.size > MOST) reports.delete(oldest);
  };
  const takes = ({ edges }: Graph) => edges.length <= MOST_EDGES;
  return {
    takes,
    find: (graph, task) => {
      if (!takes(graph)) return undefined;
      const name = nameOf(graph, task);
      const report = reports.get(name);
      if (report) keep(name, report);
      return report;
    },
    keep: (graph, task, report) => {
      if (takes(graph)) keep(nameOf(graph, task), report);
    },
  };
}

const names = new WeakMap<Graph, string>();

function nameOf(graph: Graph, task: MeasureTask): string {
  const keys = ({ nodes, edges, attributes }: Graph) => [
    attributes.snapshot,
    nodes.map(({ key }) => key),
    edges.map(({ key }) => key),
  ];
  const name = names.get(graph) ?? JSON.stringify(keys(graph));
  names.set(graph, name);
  return JSON.stringify(task) + name;
}
