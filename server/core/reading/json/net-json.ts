import { edgeFacts, nodeFacts, setSpan } from '../facts.ts';
import { clean, plainProperties } from '../values/property.ts';
import { keyOf, listOf, own, recordOf } from './json-values.ts';
import type { JsonShape } from './shape.ts';

/** netJSON (Batagelj), whose quantities `tq` are values over half-open times. */
export const netJson: JsonShape = {
  id: 'netjson',
  knows: (json) => listOf(own(json, 'links'))?.some((link) => own(link, 'n1') !== undefined) ?? false,
  read: (json, file, { builder }) => {
    const twoMode = Number(own(recordOf(own(json, 'info')), 'mode')) === 2;
    for (const [at, node] of (listOf(own(json, 'nodes')) ?? []).entries()) {
      const key = keyOf(own(node, 'id')) ?? String(at + 1);
      const label = twoMode ? [Number(own(node, 'mode')) === 2 ? 'Issue' : 'Actor'] : [];
      const { properties } = nodeFacts(plainProperties(node, new Set(['id'])));
      addTimes(properties, own(node, 'act'));
      builder.declare(clean(key), properties, label, `${file.name}: node ${at + 1}`);
    }
    for (const [at, link] of (listOf(own(json, 'links')) ?? []).entries()) {
      const given = plainProperties(link, new Set(['n1', 'n2', 'type', 'rel']));
      addTimes(given, own(link, 'tq'));
      const weight = own(link, 'w') ?? own(link, 'weight');
      if (typeof weight === 'number') given.weight = weight;
      const facts = edgeFacts(given, keyOf(own(link, 'rel')));
      const [source, target] = [keyOf(own(link, 'n1')) ?? '', keyOf(own(link, 'n2')) ?? ''];
      const directed = own(link, 'type') !== 'edge';
      builder.edge(
        { source: clean(source), target: clean(target), directed, ...facts },
        `${file.name}: link ${at + 1}`,
      );
    }
  },
};

function addTimes(properties: Parameters<typeof setSpan>[0], quantities: unknown): void {
  if (!Array.isArray(quantities)) return;
  const times = quantities.filter((each): each is unknown[] => Array.isArray(each));
  const [first, last] = [times[0]?.[0], times.at(-1)?.[1]];
  setSpan(properties, keyOf(first), keyOf(last));
}
