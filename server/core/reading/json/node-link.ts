import { edgeFacts, nodeFacts } from '../facts.ts';
import { clean, plainProperties } from '../values/property.ts';
import { type Json, keyOf, listOf, own, recordOf } from './json-values.ts';
import type { JsonShape } from './shape.ts';

/** Names of the fields that may hold a key, and those of ends. */
const KEYS = ['id', 'key', 'name', 'label'];
const SOURCES = ['source', 'from', 'src'];
const TARGETS = ['target', 'to', 'dst'];

/** Node-link JSON of networkx, d3 and sigma: ends are keys, or places in the list of nodes. */
export const nodeLink: JsonShape = {
  id: 'node-link',
  knows: (json) => linksOf(json) !== undefined && listOf(own(json, 'nodes')) !== undefined,
  read: (json, file, { builder }) => {
    const nodes = listOf(own(json, 'nodes')) ?? [];
    const links = linksOf(json) ?? [];
    const keyField = KEYS.find(
      (name) => nodes.length > 0 && nodes.every((node) => keyOf(own(node, name)) !== undefined),
    );
    const keys = nodes.map((node, at) => (keyField ? clean(keyOf(node[keyField]) ?? '') : String(at)));
    for (const [at, node] of nodes.entries()) {
      const given = { ...node, ...recordOf(own(node, 'attributes')) };
      const facts = nodeFacts(
        plainProperties(given, new Set(['id', 'attributes', ...(keyField === 'key' ? ['key'] : [])])),
      );
      builder.declare(keys[at] as string, facts.properties, facts.labels, `${file.name}: node ${at + 1}`);
    }
    const known = new Set(keys);
    // networkx says so of every graph; d3, whose drawings have no arrows, never does.
    const directed = own(json, 'directed') === true;
    const end = (link: Json, names: readonly string[]) => {
      const value = names.map((name) => own(link, name)).find((each) => each !== undefined);
      const key = keyOf(value) ?? keyOf(own(recordOf(value), keyField ?? 'id')) ?? '';
      return known.has(key) || typeof value !== 'number' ? clean(key) : (keys[value] ?? key);
    };
    for (const [at, link] of links.entries()) {
      const { attributes, ...rest } = link;
      const without = new Set([...SOURCES, ...TARGETS, 'directed', 'undirected', 'key']);
      const given = plainProperties({ ...rest, ...recordOf(attributes) }, without);
      if (given.weight === undefined && typeof given.value === 'number') {
        given.weight = given.value;
        delete given.value;
      }
      const told = own(link, 'directed') ?? (own(link, 'undirected') === true ? false : directed);
      builder.edge(
        {
          source: end(link, SOURCES),
          target: end(link, TARGETS),
          directed: told === true,
          ...edgeFacts(given),
        },
        `${file.name}: edge ${at + 1}`,
      );
    }
  },
};

function linksOf(json: Json): Json[] | undefined {
  return listOf(own(json, 'links')) ?? listOf(own(json, 'edges'));
}
