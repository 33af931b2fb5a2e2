import fc from 'fast-check';
import type { Graph } from '../../../../server/core/model/graph.ts';
import { GRAPH_OPTIONS } from '../../../../server/core/model/graph-options.ts';
import { edge, node } from '../../../client/fixtures/story.ts';

const caption = fc.oneof(
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.constantFrom('Deputy Minister of Foreign Trade', '田中美智子', 'السفيرة ليلى المنصوري', 'Jo Li', ''),
);

/** Any small graph: parallel edges, self loops, unconnected nodes, captions in any script. */
export const anyGraph: fc.Arbitrary<Graph> = fc
  .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 6 }), caption), {
    minLength: 1,
    maxLength: 25,
    selector: ([key]) => key,
  })
  .chain((nodes) => {
    const key = fc.constantFrom(...nodes.map(([each]) => each));
    const type = fc.constantFrom('SUPPORTS', 'OPPOSES', 'ATTENDS');
    return fc.array(fc.tuple(key, key, type), { maxLength: 40 }).map((edges) => ({
      attributes: {
        truncated: false,
        total: { nodes: nodes.length, edges: edges.length },
        snapshot: 'any',
      },
      options: GRAPH_OPTIONS,
      nodes: nodes.map(([each, name]) => node(each, name)),
      edges: edges.map(([from, to, name], at) => edge(`edge ${at}`, from, to, name)),
    }));
  });
