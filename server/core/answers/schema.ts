import type { GraphSchema } from '../contract/schema.ts';
import { isPartialDate, spanOf } from '../model/dates.ts';
import type { Row } from '../model/rows.ts';
import { signOf } from '../model/style.ts';
import { captionOf } from './caption.ts';
import { nodeKey } from './identity.ts';
import type { Reader } from './reader.ts';

/** Labels, relationship types, property keys, evidence facets and dates, as the database holds them. */
export async function readSchema(reader: Reader): Promise<GraphSchema> {
  // Side by side: on a database just started, planning each takes longer than running it.
  const [labels, types, nodeProperties, edgeProperties, evidence, dateRows] = (await Promise.all(
    ['labels', 'types', 'node-properties', 'edge-properties', 'evidence', 'dates'].map((part) =>
      reader.rows(`describe/schema-${part}`),
    ),
  )) as [Row[], Row[], Row[], Row[], Row[], Row[]];
  const dates = datesOf(dateRows);
  const ofNodes = propertiesByName(nodeProperties);
  return {
    labels: labels.map(({ label, count }) => ({
      label: String(label),
      count: Number(count),
      properties: ofNodes.get(String(label)) ?? [],
    })),
    relationshipTypes: typesOf(types, propertiesByName(edgeProperties)),
    modalities: facet(evidence, 'modality'),
    confidences: facet(evidence, 'confidence'),
    sources: await sourcesOf(reader, facet(evidence, 'source')),
    ...(dates ? { dates } : {}),
    truncated: false,
  };
}

type PropertyKeys = { key: string; types: string[] }[];

function typesOf(types: Row[], properties: Map<string, PropertyKeys>): GraphSchema['relationshipTypes'] {
  const merged = new Map<string, GraphSchema['relationshipTypes'][number]>();
  for (const { type, sign, count } of types) {
    const name = String(type);
    const entry = merged.get(name) ?? {
      type: name,
      sign: signOf(name, sign),
      count: 0,
      properties: properties.get(`:\`${name}\``) ?? [],
    };
    entry.count += Number(count);
    merged.set(name, entry);
  }
  return [...merged.values()];
}

/** Keys of properties by the label, or type, that has them; a foreign database has thousands of both. */
function propertiesByName(rows: Row[]): Map<string, PropertyKeys> {
  const named = new Map<string, PropertyKeys>();
  for (const { name, key, types } of rows) {
    const keys = named.get(String(name)) ?? [];
    keys.push({ key: String(key), types: (types as string[] | null) ?? [] });
    named.set(String(name), keys);
  }
  return named;
}

function facet(rows: Row[], name: 'modality' | 'confidence' | 'source'): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = row[name];
    if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + Number(row.count));
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** Sources by their ids, called by their captions; an id that is no node is called by itself. */
export async function sourcesOf(
  reader: Reader,
  facets: { value: string; count: number }[],
): Promise<GraphSchema['sources']> {
  const { identity } = reader.context;
  const keys = facets.map(({ value }) => value);
  const rows = await reader.rows('read/nodes-by-key', { idLabels: identity.idLabels, keys });
  const captions = new Map(
    rows.map((row) => {
      const key = nodeKey(identity, row.elementId ?? null, row.labels ?? null, row.properties ?? null);
      return [key, captionOf(row.properties as Row, key)];
    }),
  );
  return facets.map(({ value, count }) => ({ key: value, caption: captions.get(value) ?? value, count }));
}

function datesOf(rows: Row[]): { first: string; last: string } | undefined {
  const spans = rows
    .map((row) => String(row.date))
    .filter(isPartialDate)
    .map(spanOf);
  if (spans.length === 0) return undefined;
  const first = spans.map((span) => span.first).sort()[0] as string;
  const last = spans
    .map((span) => span.last)
    .sort()
    .at(-1) as string;
  return { first, last };
}
