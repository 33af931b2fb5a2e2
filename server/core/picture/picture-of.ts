import type { Position, Positions } from '../geometry/position.ts';
import type { PictureLooks } from '../looks/looks.ts';
import type { Graph } from '../model/graph.ts';
import type { View } from '../view/view.ts';
import { nodeLooks } from './find-looks.ts';
import { shownGraph } from './graph-index.ts';
import type { PictureState } from './state.ts';

/** What is drawn: which nodes and edges, where they are and what they look like. */
export interface PictureParts {
  graph: Graph;
  positions: Positions;
  looks: PictureLooks;
}

/**
 * The one way from a view and its data to what is drawn of them: explorer, embed, saved pages, pictures of the server
 * and texts all draw what this gives.
 *
 * @param state Its positions are those of the layout; what was pinned by hand goes before them.
 */
export function pictureOf(state: PictureState & { positions: Positions }): PictureParts {
  const looks = nodeLooks(state);
  return { graph: named(shownGraph(state), looks.names), positions: placesOf(state), looks };
}

const namedBefore = new WeakMap<object, Graph>();

/** A graph whose nodes are called as the view's own looks have it. */
function named(graph: Graph, names: PictureLooks['names']): Graph {
  if (!names?.size) return graph;
  const known = namedBefore.get(names);
  if (known) return known;
  const nodes = graph.nodes.map((node) => {
    const caption = names.get(node.key);
    return caption === undefined ? node : { ...node, attributes: { ...node.attributes, caption } };
  });
  const found = { ...graph, nodes };
  namedBefore.set(names, found);
  return found;
}

/** Where the nodes of a state are: by its layout, but for those that were pinned by hand. */
export function placesOf({
  positions,
  view: { pins },
}: {
  positions: Positions;
  view: Pick<View, 'pins'>;
}): Positions {
  if (!pins) return positions;
  const pinned = Object.entries(pins).map(([key, [x, y]]): [string, Position] => [key, { x, y }]);
  return new Map([...positions, ...pinned]);
}
