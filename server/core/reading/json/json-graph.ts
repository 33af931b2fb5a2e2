import { edgeFacts, nodeFacts } from '../facts.ts';
import { clean, plainProperties } from '../values/property.ts';
import { isRecord, keyOf, listOf, own, recordOf } from './json-values.ts';
import type { JsonShape } from './shape.ts';

/** JSON Graph Format (https://jsongraphformat.info): nodes by their keys, or a list of them in version 1. */
export const jsonGraph: JsonShape = {
  id: 'json-graph',
  knows: (json) => {
    const graph = recordOf(own(json, 'graph') ?? (listOf(own(json, 'graphs')) ?? [])[0]);
    return isRecord(own(graph, 'nodes')) || listOf(own(graph, 'nodes')) !== undefined;
  },
  read: (json, file, { builder }) => {
    const graph = recordOf(own(json, 'graph') ?? (listOf(own(json, 'graphs')) ?? [])[0]);
    const nodes = own(graph, 'nodes');
    const named = listOf(nodes)?.map((node): [string, unknown] => [keyOf(own(node, 'id')) ?? '', node]);
    for (const [key, node] of named ?? Object.entries(recordOf(nodes))) {
      const { metadata, ...rest } = recordOf(node);
      const facts = nodeFacts(plainProperties({ ...recordOf(metadata), ...rest }, new Set(['id'])));
      builder.declare(clean(key), facts.properties, facts.labels, `${file.name}: node ${key}`);
    }
    const fallback = own(graph, 'directed') !== false;
    for (const [at, edge] of (listOf(own(graph, 'edges')) ?? []).entries()) {
      const { metadata, source, target, relation, directed, ...rest } = edge;
      const facts = edgeFacts(plainProperties({ ...recordOf(metadata), ...rest }), keyOf(relation));
      const told = typeof directed === 'boolean' ? directed : fallback;
      const ends = { source: clean(keyOf(source) ?? ''), target: clean(keyOf(target) ?? '') };
      builder.edge({ ...ends, directed: told, ...facts }, `${file.name}: edge ${at + 1}`);
    }
  },
};
