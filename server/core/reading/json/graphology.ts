import type { PropertyTypes } from '../../model/graph.ts';
import { edgeFacts, nodeFacts } from '../facts.ts';
import { clean, plainProperties } from '../values/property.ts';
import { isRecord, type Json, keyOf, listOf, own, recordOf } from './json-values.ts';
import type { JsonShape } from './shape.ts';

/** graphology's serialised graphs: our own export, sigma's, and Gephi Lite's workspaces around them. */
export const graphology: JsonShape = {
  id: 'graphology',
  knows: (json) => graphOf(json) !== undefined,
  read: (json, file, { builder }) => {
    const graph = graphOf(json) ?? {};
    const fallback = own(recordOf(own(graph, 'options')), 'type') !== 'undirected';
    const told = recordOf(own(json, 'graphDataset'));
    for (const [at, node] of (listOf(own(graph, 'nodes')) ?? []).entries()) {
      const where = `${file.name}: node ${at + 1}`;
      const key = clean(keyOf(own(node, 'key')) ?? '');
      const attributes = withData(node, recordOf(own(told, 'nodeData')), key);
      const ours = ownNode(attributes);
      const { labels, properties } = ours ?? nodeFacts(plainProperties(attributes));
      const made = builder.declare(key, properties, labels, where);
      if (ours?.propertyTypes) made.propertyTypes = ours.propertyTypes;
    }
    for (const [at, edge] of (listOf(own(graph, 'edges')) ?? []).entries()) {
      const [source, target] = [keyOf(own(edge, 'source')), keyOf(own(edge, 'target'))];
      const where = `${file.name}: edge ${at + 1}`;
      if (source === undefined || target === undefined) {
        builder.skipEndless(where);
        continue;
      }
      const key = keyOf(own(edge, 'key'));
      const attributes = withData(edge, recordOf(own(told, 'edgeData')), key ?? '');
      const facts = ownEdge(attributes) ?? edgeFacts(plainProperties(attributes));
      if (key !== undefined) facts.properties.id ??= key;
      const undirected = own(edge, 'undirected');
      const directed = typeof undirected === 'boolean' ? !undirected : fallback;
      builder.edge({ source: clean(source), target: clean(target), directed, ...facts }, where);
    }
  },
};

function graphOf(json: Json): Json | undefined {
  const lite = recordOf(own(json, 'graphDataset'));
  for (const graph of [json, recordOf(own(lite, 'fullGraph')), recordOf(own(json, 'graph'))]) {
    const [nodes, edges] = [listOf(own(graph, 'nodes')), listOf(own(graph, 'edges'))];
    const keyed = nodes?.every((node) => keyOf(own(node, 'key')) !== undefined) ?? false;
    if (nodes && keyed && (edges || own(graph, 'options')) && (nodes.length > 0 || own(graph, 'options')))
      return graph;
  }
  return undefined;
}

/** The attributes of an element; Gephi Lite keeps them beside the graph, by the element's key. */
function withData(element: Json, data: Json, key: string): Json {
  return { ...recordOf(own(data, key)), ...recordOf(own(element, 'attributes')) };
}

/** What our own export says of a node: labels and properties apart. */
function ownNode(attributes: Json) {
  const { labels, properties, propertyTypes, caption } = attributes;
  if (!Array.isArray(labels) || !isRecord(properties)) return undefined;
  const kept = plainProperties(properties);
  if (caption !== undefined && kept.name === undefined) kept.name = String(caption);
  return { labels: labels.map(String), properties: kept, ...typesOf(propertyTypes) };
}

function ownEdge(attributes: Json) {
  const { type, sign, properties, propertyTypes } = attributes;
  if (typeof type !== 'string' || !isRecord(properties)) return undefined;
  const kept = plainProperties(properties);
  if (typeof sign === 'number') kept.sign = sign;
  return { type, properties: kept, ...typesOf(propertyTypes) };
}

function typesOf(types: unknown): { propertyTypes?: PropertyTypes } {
  return isRecord(types) ? { propertyTypes: types as PropertyTypes } : {};
}
