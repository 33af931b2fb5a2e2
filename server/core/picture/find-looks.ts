import { typeColours } from '../looks/edges/type-colours.ts';
import type { PictureLooks } from '../looks/looks.ts';
import { fillsBy, type NodeValues, sameSize, sizesBy } from '../looks/node-looks.ts';
import { shapesBy } from '../looks/node-shapes.ts';
import type { Named } from '../looks/scale.ts';
import type { Graph } from '../model/graph.ts';
import type { View } from '../view/view.ts';
import { groupsOf } from './find-groups.ts';
import { shownGraph } from './graph-index.ts';
import { groupedGraph } from './grouped-graph.ts';
import { groupingOf } from './groups.ts';
import { colourMeaning, groupingMeaning, shapeMeaning, sizeMeaning } from './meanings.ts';
import { measuresInRules } from './measures-asked-for.ts';
import { areGroups, nodeValues, PROPERTY, valuedBy, valueTitle } from './node-values.ts';
import type { PictureState } from './state.ts';
import { asksPainter, drawnView, LEVELS, looksUsual, usualLooks } from './usual-looks.ts';

const known = new WeakMap<Graph, { by: readonly unknown[]; looks: PictureLooks }>();

/**
 * How the nodes and edges in the picture are drawn; the same for the same state. Usual while a measure is not
 * there yet.
 */
export function nodeLooks(given: PictureState): PictureLooks {
  const state = { ...given, view: drawnView(given) };
  const types = state.graph.state === 'ready' ? typeColours(state.graph.value.attributes.types) : undefined;
  if (looksUsual(state.view)) return usualLooks(state.view, types);
  const { size, colour, shape, width } = state.view;
  const groups = groupsOf(state);
  const graph = shownGraph(state);
  const valued = [size, colour, shape, ...measuresInRules(state.view)].map((name) =>
    valuedBy(state, graph, name),
  );
  const all = groupedGraph(state);
  const painter = asksPainter(state.view) ? state.painter : undefined;
  const by = [
    size,
    colour,
    shape,
    width,
    state.view.look,
    painter,
    state.view.layout,
    groupingOf(state.view),
    groups,
    all,
    types,
    ...valued,
  ];
  const before = known.get(graph);
  if (before?.by.every((each, at) => each === by[at])) return before.looks;
  const found = looksBy(state, graph, all ?? graph);
  const usual = {
    ...found,
    ...(types && { types }),
    ...(groups && { groups }),
    says: { ...placesOf(state.view), ...found.says },
  };
  const looks = painter ? painter(state, graph, usual) : usual;
  known.set(graph, { by, looks });
  return looks;
}

/** Whether all that a view asks to be measured of its nodes has been, or could not be. */
export function looksFound(given: PictureState): boolean {
  const state = { ...given, view: drawnView(given) };
  if (looksUsual(state.view)) return true;
  const { size, colour, shape } = state.view;
  if (asksPainter(state.view) && !state.painter) return false;
  const graph = shownGraph(state);
  return [size, colour, shape, groupingOf(state.view), ...measuresInRules(state.view)]
    .filter((name) => name !== undefined && name !== 'same')
    .every((name) => nodeValues(state, graph, name ?? '') !== undefined);
}

/** @param all All there is, by whose values colours and shapes go: a filter hides nodes and repaints none. */
function looksBy(state: PictureState, graph: Graph, all: Graph): PictureLooks {
  const { size, colour, shape } = state.view;
  const sizing = size === undefined || size === 'same' ? undefined : sizeValues(state, graph, size);
  const colouring = colour === undefined ? undefined : valuesIn(state, graph, all, colour);
  const shaping = shape === undefined ? undefined : valuesIn(state, graph, all, shape);
  const says = {
    ...(size !== undefined && (size === 'same' || sizing) && { size: sizeMeaning(size).title }),
    ...(colouring && { colour: colourMeaning(colour).title }),
    ...(shaping && { shape: shapeMeaning(shape).title }),
  };
  return {
    says,
    ...(size === 'same' && { sizes: sameSize(graph) }),
    ...(sizing && size !== undefined && sizesBy(graph, sizing, namedFor(size))),
    ...(colouring && colour !== undefined
      ? fillsBy(graph, colouring, namedFor(colour), areGroups(colour))
      : { key: [] }),
    ...(shaping && shape !== undefined && shapesBy(graph, shaping, namedFor(shape), areGroups(shape))),
  };
}

function valuesIn(state: PictureState, graph: Graph, all: Graph, name: string): NodeValues | undefined {
  return nodeValues(state, name.startsWith(PROPERTY) ? all : graph, name);
}

/** What places say, where they say something. */
function placesOf(view: View): PictureLooks['says'] {
  const grouping = groupingOf(view);
  if (grouping) return { places: groupingMeaning(grouping).title };
  return view.layout === 'hierarchy' ? LEVELS : {};
}

/** What could not be measured leaves the usual sizes; a property that nobody has makes all the same. */
function sizeValues(state: PictureState, graph: Graph, size: string) {
  if (size === 'degree') return undefined;
  const values = nodeValues(state, graph, size);
  return values && (values.size > 0 || size.startsWith(PROPERTY)) ? values : undefined;
}

function namedFor(name: string): Named {
  return (value, digits) => valueTitle(name, value, digits);
}
