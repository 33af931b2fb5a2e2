import type { Positions } from '../geometry/position.ts';
import type { PictureLooks } from '../looks/looks.ts';
import type { Graph } from '../model/graph.ts';
import type { Groups } from '../model/groups.ts';
import type { PictureOptions } from '../svg/picture.ts';
import type { View } from '../view/view.ts';
import type { Block } from '../words/caption.ts';
import type { Taken, TakenStep } from './taken.ts';

/** A view as it is shown, to be taken along. */
export interface StepToTake {
  title?: string;
  caption: readonly Block[];
  view: View;
  graph: Graph;
  positions: Positions;
  looks: PictureLooks;
}

/**
 * What a file taken along holds of some views: every node and edge once.
 *
 * @param known Where the names of those who assert something and of sources are looked up.
 */
export function gather(
  steps: readonly StepToTake[],
  about: Omit<Taken, 'graph' | 'steps' | 'names'>,
  known: Graph,
): Taken {
  const nodes = new Map(steps.flatMap(({ graph }) => graph.nodes.map((node) => [node.key, node])));
  const edges = new Map(steps.flatMap(({ graph }) => graph.edges.map((edge) => [edge.key, edge])));
  const first = steps[0]?.graph ?? known;
  const graph = { ...first, nodes: [...nodes.values()], edges: [...edges.values()] };
  return { ...about, graph, names: namesFor(graph, known), steps: steps.map(stepOf) };
}

function namesFor({ nodes, edges }: Graph, known: Graph): Record<string, string> {
  const there = new Set(nodes.map(({ key }) => key));
  const named = edges.flatMap(({ attributes: { properties } }) => [properties.source, properties.assertedBy]);
  const wanted = new Set(named.filter((key) => typeof key === 'string' && !there.has(key)));
  const found = known.nodes.filter(({ key }) => wanted.has(key));
  return Object.fromEntries(found.map(({ key, attributes }) => [key, attributes.caption]));
}

function stepOf({ title, caption, view, graph, positions, looks }: StepToTake): TakenStep {
  const { size, camera, pins, select } = view;
  const at = graph.nodes.map(({ key }): [string, [number, number]] => {
    const { x, y } = positions.get(key) ?? { x: 0, y: 0 };
    return [key, [x, y]];
  });
  const { sizes, fills, groups, shapes, widths, ...keys } = looks;
  return {
    ...(title !== undefined && { title }),
    caption,
    view: {
      ...(size && { size }),
      ...(camera && { camera }),
      ...(pins && { pins }),
      ...(select && { select }),
    },
    nodes: graph.nodes.map((node) => node.key),
    edges: graph.edges.map((edge) => edge.key),
    positions: Object.fromEntries(at),
    looks: {
      ...(sizes && { sizes: Object.fromEntries(sizes) }),
      ...(fills && { fills: Object.fromEntries(fills) }),
      ...(groups && { groups: groupsIn(graph, groups) }),
      ...(shapes && { shapes: Object.fromEntries(shapes) }),
      ...(widths && { widths: Object.fromEntries(widths) }),
      ...keys,
    },
  };
}

function groupsIn({ nodes }: Graph, groups: Groups): Record<string, string> {
  const there = nodes.flatMap(({ key }): [string, string][] => {
    const title = groups.get(key);
    return title === undefined ? [] : [[key, title]];
  });
  return Object.fromEntries(there);
}

/** What is drawn of a step. */
export function drawnOf(
  { graph, legend }: Pick<Taken, 'graph' | 'legend'>,
  step: TakenStep,
): Pick<PictureOptions, 'graph' | 'positions' | 'view' | 'looks' | 'legend'> {
  const [nodes, edges] = [new Set(step.nodes), new Set(step.edges)];
  const map = <T>(record: Readonly<Record<string, T>>) => new Map(Object.entries(record));
  const { sizes, fills, groups, shapes, widths, ...keys } = step.looks;
  return {
    graph: {
      ...graph,
      nodes: graph.nodes.filter((node) => nodes.has(node.key)),
      edges: graph.edges.filter((edge) => edges.has(edge.key)),
    },
    positions: new Map(Object.entries(step.positions).map(([name, [x, y]]) => [name, { x, y }])),
    view: step.view,
    looks: {
      ...(sizes && { sizes: map(sizes) }),
      ...(fills && { fills: map(fills) }),
      ...(groups && { groups: map(groups) }),
      ...(shapes && { shapes: map(shapes) }),
      ...(widths && { widths: map(widths) }),
      ...keys,
    },
    legend,
  };
}
