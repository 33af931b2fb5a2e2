import { edgeFacts, nodeFacts } from '../facts.ts';
import { clean, plain, plainProperties } from '../values/property.ts';
import { isRecord, type Json, keyOf, listOf, own, recordOf } from './json-values.ts';
import type { JsonShape } from './shape.ts';

/** Cytoscape's `.cyjs`, Cytoscape.js and networkx' `cytoscape_data`. */
export const cytoscape: JsonShape = {
  id: 'cyjs',
  knows: (json) => {
    const { nodes, edges } = elementsOf(json);
    return (
      [...nodes, ...edges].length > 0 && [...nodes, ...edges].every((each) => isRecord(own(each, 'data')))
    );
  },
  read: (json, file, { builder }) => {
    const { nodes, edges } = elementsOf(json);
    const directed = own(json, 'directed') !== false;
    for (const [at, node] of nodes.entries()) {
      const data = recordOf(own(node, 'data'));
      const position = recordOf(own(node, 'position'));
      const facts = nodeFacts(plainProperties(data, new Set(['id', 'SUID', 'selected'])));
      for (const axis of ['x', 'y']) {
        const value = plain(own(position, axis));
        if (value !== undefined) facts.properties[axis] = value;
      }
      const where = `${file.name}: node ${at + 1}`;
      builder.declare(
        clean(keyOf(own(data, 'id')) ?? `node ${at + 1}`),
        facts.properties,
        facts.labels,
        where,
      );
    }
    for (const [at, edge] of edges.entries()) {
      const data = recordOf(own(edge, 'data'));
      const [source, target] = [keyOf(own(data, 'source')) ?? '', keyOf(own(data, 'target')) ?? ''];
      const given = plainProperties(data, new Set(['source', 'target', 'SUID', 'selected']));
      const interaction = typeof given.interaction === 'string' ? given.interaction : undefined;
      const facts = edgeFacts(given, interaction);
      builder.edge(
        { source: clean(source), target: clean(target), directed, ...facts },
        `${file.name}: edge ${at + 1}`,
      );
    }
  },
};

/** Elements are in two lists, or in one where an edge has a source. */
function elementsOf(json: Json): { nodes: Json[]; edges: Json[] } {
  const elements = own(json, 'elements');
  const flat = listOf(elements);
  const isEdge = (each: Json) => own(recordOf(own(each, 'data')), 'source') !== undefined;
  if (flat) return { nodes: flat.filter((each) => !isEdge(each)), edges: flat.filter(isEdge) };
  const lists = recordOf(elements);
  return { nodes: listOf(own(lists, 'nodes')) ?? [], edges: listOf(own(lists, 'edges')) ?? [] };
}
