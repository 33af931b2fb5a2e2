import { CONFIDENCES, MODALITIES } from '../../server/core/model/evidence.ts';
import type { Graph, GraphEdge, GraphNode } from '../../server/core/model/graph.ts';
import { GRAPH_OPTIONS } from '../../server/core/model/graph-options.ts';
import { LABEL_STYLES } from '../../server/core/model/style.ts';
import type { View } from '../../server/core/view/view.ts';
import { edge, largeGraph, node, storyGraph } from '../client/fixtures/story.ts';

/** What a picture is drawn of, on the canvas as in SVG: every node has its place by hand. */
export interface Drawn {
  graph: Graph;
  view: View;
}

type Place = [number, number];

function pinned(nodes: [GraphNode, Place][], edges: GraphEdge[], view: View = {}): Drawn {
  const total = { nodes: nodes.length, edges: edges.length };
  return {
    graph: {
      attributes: { truncated: false, total, snapshot: 'pictures' },
      options: GRAPH_OPTIONS,
      nodes: nodes.map(([each]) => each),
      edges,
    },
    view: { ...view, pins: Object.fromEntries(nodes.map(([{ key }, place]) => [key, place])) },
  };
}

/** Every line there is: a row for each modality, a column for each sign and confidence. */
export function lines(): Drawn {
  const nodes: [GraphNode, Place][] = [];
  const edges: GraphEdge[] = [];
  MODALITIES.forEach((modality, row) => {
    ['SUPPORTS', 'OPPOSES', 'ATTENDS'].forEach((type, block) => {
      CONFIDENCES.forEach((confidence, column) => {
        const [key, x, y] = [`${row}-${block}-${column}`, (block * 3 + column) * 110, -row * 60];
        nodes.push([node(`${key}a`, ''), [x, y]], [node(`${key}b`, ''), [x + 75, y + 12]]);
        edges.push(edge(key, `${key}a`, `${key}b`, type, { modality, confidence }));
      });
    });
  });
  return pinned(nodes, edges);
}

/** One to five edges between two nodes, both ways, and one to three loops. */
export function parallels(): Drawn {
  const nodes: [GraphNode, Place][] = [];
  const edges: GraphEdge[] = [];
  for (let count = 1; count <= 5; count += 1) {
    const [from, to] = [`a${count}`, `b${count}`];
    nodes.push([node(from, ''), [count * 130, 0]], [node(to, ''), [count * 130 + 50, 170]]);
    for (let at = 0; at < count; at += 1)
      edges.push(
        at % 2 === 0
          ? edge(`${count}-${at}`, from, to, 'SUPPORTS')
          : edge(`${count}-${at}`, to, from, 'OPPOSES'),
      );
  }
  for (let count = 1; count <= 3; count += 1) {
    nodes.push([node(`l${count}`, '', ['State']), [count * 180, -150]]);
    for (let at = 0; at < count; at += 1)
      edges.push(edge(`l${count}-${at}`, `l${count}`, `l${count}`, 'ATTENDS'));
  }
  return pinned(nodes, edges);
}

/** Every label with a shape of its own, and others that take what is left, with an edge to each. */
export function shapes(): Drawn {
  const labels = [...Object.keys(LABEL_STYLES), 'Harbour', 'Route', 'Ship'];
  const nodes = labels.map((label, at): [GraphNode, Place] => {
    const turn = (2 * Math.PI * at) / labels.length;
    return [node(label, label, [label]), [200 * Math.cos(turn), 200 * Math.sin(turn)]];
  });
  const edges = labels.map((label) => edge(label, 'middle', label, 'OPPOSES'));
  return pinned([[node('middle', 'Middle', ['State']), [0, 0]], ...nodes], edges);
}

/** A story, on a grid. */
export function story(view: View = {}): Drawn {
  const { nodes, edges } = storyGraph();
  return pinned(
    nodes.map((each, at) => [
      each,
      [(at % 7) * 150 + ((at * 37) % 60), -Math.floor(at / 7) * 130 - ((at * 53) % 70)],
    ]),
    edges,
    view,
  );
}

/** A graph so large that it is drawn plainly. */
export function large(): Drawn {
  const { nodes, edges } = largeGraph(900, 1300);
  return pinned(
    nodes.map((each, at) => {
      const [turn, far] = [at * 2.4, 24 * Math.sqrt(at)];
      return [each, [far * Math.cos(turn), far * Math.sin(turn)]];
    }),
    edges,
  );
}
