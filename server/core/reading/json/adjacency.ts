import { edgeFacts, nodeFacts } from '../facts.ts';
import { clean, plainProperties } from '../values/property.ts';
import { keyOf, listOf, own } from './json-values.ts';
import type { JsonShape } from './shape.ts';

/** networkx' `adjacency_data`: the neighbours of each node; without a direction, both ends of an edge tell of it. */
export const adjacency: JsonShape = {
  id: 'adjacency',
  knows: (json) => Array.isArray(own(json, 'adjacency')) && listOf(own(json, 'nodes')) !== undefined,
  read: (json, file, { builder }) => {
    const keys = (listOf(own(json, 'nodes')) ?? []).map((node, at) => {
      const key = clean(keyOf(own(node, 'id')) ?? String(at));
      const { properties, labels } = nodeFacts(plainProperties(node, new Set(['id'])));
      builder.declare(key, properties, labels, `${file.name}: node ${at + 1}`);
      return key;
    });
    const directed = own(json, 'directed') === true;
    const places = new Map(keys.map((key, at) => [key, at]));
    for (const [at, neighbours] of (own(json, 'adjacency') as unknown[]).entries())
      for (const link of listOf(neighbours) ?? []) {
        const target = clean(keyOf(own(link, 'id')) ?? '');
        if (!directed && (places.get(target) ?? at) < at) continue;
        const facts = edgeFacts(plainProperties(link, new Set(['id', 'key'])));
        builder.edge({ source: keys[at] ?? '', target, directed, ...facts }, `${file.name}: node ${at + 1}`);
      }
  },
};
