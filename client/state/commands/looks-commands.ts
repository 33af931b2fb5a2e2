import { emptyGraph } from '../../../server/contract/views/merge-graphs.ts';
import type { Actions } from '../actions.ts';
import { arrangementId, arrangementsOf } from '../arrangements.ts';
import {
  colourMeaning,
  coloursOf,
  shapeMeaning,
  shapesFor,
  sizeMeaning,
  sizesFor,
  widthMeaning,
  widthsFor,
} from '../meanings.ts';
import type { Command } from './command.ts';

/** How nodes are arranged and drawn. What properties offer is not among them: which there are depends on the data. */
export function looksCommands(actions: Actions): Command[] {
  return [
    ...arrangeCommands(actions),
    ...sizeCommands(actions),
    ...colourCommands(actions),
    ...shapeCommands(actions),
    ...widthCommands(actions),
  ];
}

function arrangeCommands(actions: Actions): Command[] {
  return arrangementsOf(emptyGraph()).map(({ id, title, layout, group }) => ({
    id: `layout-${id}`,
    group: 'Picture',
    title: `Arrange ${title}`,
    isAvailable: ({ view }) => arrangementId(view) !== id,
    run: () => actions.setLayout(layout, group),
  }));
}

function sizeCommands(actions: Actions): Command[] {
  return sizesFor(emptyGraph()).map((size) => ({
    id: `size-${size}`,
    group: 'Picture',
    title: `Size nodes: ${sizeMeaning(size).title.toLowerCase()}`,
    isAvailable: ({ view }) => (view.size ?? 'degree') !== size,
    run: () => actions.setSize(size === 'degree' ? undefined : size),
  }));
}

function colourCommands(actions: Actions): Command[] {
  const colours = [undefined, ...coloursOf(emptyGraph())];
  return colours.map((colour) => ({
    id: `colour-${colour ?? 'label'}`,
    group: 'Picture',
    title: `Colour nodes: ${colourMeaning(colour).title.toLowerCase()}`,
    isAvailable: ({ view }) => view.colour !== colour,
    run: () => actions.setColour(colour),
  }));
}

function shapeCommands(actions: Actions): Command[] {
  return [undefined, ...shapesFor(emptyGraph())].map((shape) => ({
    id: `shape-${shape ?? 'label'}`,
    group: 'Picture',
    title: `Shape of nodes: ${shapeMeaning(shape).title.toLowerCase()}`,
    isAvailable: ({ view }) => view.shape !== shape,
    run: () => actions.setShape(shape),
  }));
}

function widthCommands(actions: Actions): Command[] {
  return [undefined, ...widthsFor(emptyGraph())].map((width) => ({
    id: `width-${width ?? 'usual'}`,
    group: 'Picture',
    title: `Width of edges: ${widthMeaning(width).title.toLowerCase()}`,
    isAvailable: ({ view }) => view.width !== width,
    run: () => actions.setWidth(width),
  }));
}
