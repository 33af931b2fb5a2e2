import { primaryLabel } from '../looks/look.ts';
import { degreeValues, type NodeValues, valuesOfProperty } from '../looks/node-looks.ts';
import { isOfReport, type NodeMeasureId, nodeMeasure } from '../measures/registry.ts';
import type { Graph } from '../model/graph.ts';
import { numberInWords } from '../numbers/number-words.ts';
import { connectedParts } from '../view/components.ts';
import { dateInWords, labelInWords } from '../words/words.ts';
import { allianceValues } from './camps.ts';
import { measuredGraph } from './grouped-graph.ts';
import type { Measurement, PictureState } from './state.ts';

/** Comes before the name of a property in what looks and groups mean. */
export const PROPERTY = 'property:';

/**
 * The values of nodes by what a view names: a measure, `label`, `part` or `property:NAME`. Undefined while it
 * is not there yet; without any where it could not be found.
 *
 * @param graph The graph in the picture; what nodes are arranged by is measured in all there is.
 */
export function nodeValues(state: PictureState, graph: Graph, name: string): NodeValues | undefined {
  if (name === 'degree') return degreeValues(graph);
  if (name === 'label') return labelValues(graph);
  if (name === 'part') return partValues(graph);
  if (name.startsWith(PROPERTY)) return valuesOfProperty(graph, name.slice(PROPERTY.length));
  if (isOfReport(name))
    return state.alliances?.report.state === 'failed' ? NONE : allianceValues(state, name);
  const found = measurementOf(state, graph, name)?.found;
  return found?.state === 'ready' ? found.value : found?.state === 'failed' ? NONE : undefined;
}

const NONE: NodeValues = new Map();

/** What tells one answer of `nodeValues` for the same graph from another. */
export function valuedBy(state: PictureState, graph: Graph, name: string | undefined): unknown {
  if (name === undefined) return undefined;
  return isOfReport(name) ? state.alliances : measurementOf(state, graph, name);
}

function measurementOf(state: PictureState, graph: Graph, name: string): Measurement | undefined {
  const measurement = state.measurements[name as NodeMeasureId];
  return measurement && measurement.of === measuredGraph(state, graph, name) ? measurement : undefined;
}

const titlesOfParts = (value: number) => `Connected component ${value + 1}`;

function groupTitles(name: string): ((value: number) => string) | undefined {
  if (name === 'part') return titlesOfParts;
  const measure = nodeMeasure(name);
  return measure?.takes === 'network' ? measure.groupTitle : undefined;
}

/** Whether the values of a name are those of groups that are numbered, and not amounts. */
export function areGroups(name: string): boolean {
  return groupTitles(name) !== undefined || isOfReport(name);
}

/** What a value is called; a number to so many significant digits. */
export function valueTitle(name: string, value: number | string, digits = 3): string {
  const group = groupTitles(name);
  if (group) return group(Number(value));
  if (name === 'label') return value === '' ? 'Without label' : labelInWords(String(value));
  return typeof value === 'number' ? numberInWords(value, digits) : dateInWords(value);
}

function labelValues({ nodes }: Graph): NodeValues {
  return new Map(nodes.map(({ key, attributes }) => [key, primaryLabel(attributes.labels)]));
}

/** Who is connected to nobody is in no part. */
function partValues(graph: Graph): NodeValues {
  const parts = connectedParts(graph).filter(({ size }) => size > 1);
  return new Map(parts.flatMap((part, at) => [...part].map((key) => [key, at] as const)));
}
