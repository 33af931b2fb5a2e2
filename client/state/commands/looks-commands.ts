import type { Graph } from '../../../server/core/model/graph.ts';
import { coloursOf, shapesFor, sizesFor, widthsFor } from '../../../server/core/picture/choices.ts';
import {
  colourMeaning,
  shapeMeaning,
  sizeMeaning,
  widthMeaning,
} from '../../../server/core/picture/meanings.ts';
import { emptyGraph } from '../../../server/core/view/merge-graphs.ts';
import { uncapital } from '../../../server/core/words/words.ts';
import type { Actions } from '../actions.ts';
import { arrangementId, arrangementsOf } from '../shown/arrangements.ts';
import type { Command } from './command.ts';

/** How nodes are arranged and drawn, whatever the data. */
export function looksCommands(actions: Actions, graph = emptyGraph()): Command[] {
  return [
    ...arrangeCommands(actions, graph),
    ...sizeCommands(actions, graph),
    ...colourCommands(actions, graph),
    ...shapeCommands(actions, graph),
    ...widthCommands(actions, graph),
  ];
}

/** The same by the properties in a graph, which depend on the data; found once for each graph. */
export function propertyLooks(actions: Actions): (graph: Graph) => Command[] {
  const always = new Set(looksCommands(actions).map(({ id }) => id));
  const known = new WeakMap<Graph, Command[]>();
  return (graph) => {
    const found = known.get(graph) ?? looksCommands(actions, graph).filter(({ id }) => !always.has(id));
    known.set(graph, found);
    return found;
  };
}

function arrangeCommands(actions: Actions, graph: Graph): Command[] {
  return arrangementsOf(graph).map(({ id, title, layout, group }) => ({
    id: `layout-${id}`,
    group: 'Picture',
    title: `Arrange ${title}`,
    isAvailable: ({ view }) => arrangementId(view) !== id,
    run: () => actions.setLayout(layout, group),
  }));
}

function sizeCommands(actions: Actions, graph: Graph): Command[] {
  return sizesFor(graph).map((size) => ({
    id: `size-${size}`,
    group: 'Picture',
    title: `Size nodes: ${uncapital(sizeMeaning(size).title)}`,
    isAvailable: ({ view }) => (view.size ?? 'degree') !== size,
    run: () => actions.setSize(size === 'degree' ? undefined : size),
  }));
}

function colourCommands(actions: Actions, graph: Graph): Command[] {
  const colours = [undefined, ...coloursOf(graph)];
  return colours.map((colour) => ({
    id: `colour-${colour ?? 'label'}`,
    group: 'Picture',
    title: `Colour nodes: ${uncapital(colourMeaning(colour).title)}`,
    isAvailable: ({ view }) => view.colour !== colour,
    run: () => actions.setColour(colour),
  }));
}

function shapeCommands(actions: Actions, graph: Graph): Command[] {
  return [undefined, ...shapesFor(graph)].map((shape) => ({
    id: `shape-${shape ?? 'label'}`,
    group: 'Picture',
    title: `Shape of nodes: ${uncapital(shapeMeaning(shape).title)}`,
    isAvailable: ({ view }) => view.shape !== shape,
    run: () => actions.setShape(shape),
  }));
}

function widthCommands(actions: Actions, graph: Graph): Command[] {
  return [undefined, ...widthsFor(graph)].map((width) => ({
    id: `width-${width ?? 'usual'}`,
    group: 'Picture',
    title: `Width of edges: ${uncapital(widthMeaning(width).title)}`,
    isAvailable: ({ view }) => view.width !== width,
    run: () => actions.setWidth(width),
  }));
}
