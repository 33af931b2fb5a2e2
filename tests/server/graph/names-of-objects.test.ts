import { expect, it } from 'vitest';
import type { Reader } from '../../../server/core/answers/reader.ts';
import { readSchema } from '../../../server/core/answers/schema.ts';
import { readTimeline } from '../../../server/core/answers/timeline.ts';
import type { Row } from '../../../server/core/model/rows.ts';

const NAMES = ['constructor', 'toString', '__proto__', 'SUPPORTS'];

const readerOf = (rows: (statement: string) => Row[]): Reader => ({
  context: { identity: { idLabels: [], idTypes: [] } } as unknown as Reader['context'],
  rowLimit: 100,
  rows: async (statement) => rows(statement),
  map: async (many, make) => many.map(make),
});

it('the timeline counts relationship types whatever they are called', async () => {
  const reader = readerOf(() => NAMES.map((type) => ({ date: '2024-01', type, count: 2 })));
  const { bins } = await readTimeline(reader, {}, 'month');
  expect(Object.entries(bins[0]?.types ?? {})).toEqual(NAMES.map((type) => [type, 2]));
});

it('the schema tells the properties of each label and type, whatever these are called', async () => {
  const reader = readerOf((statement) => {
    if (statement.endsWith('labels')) return NAMES.map((label) => ({ label, count: 1 }));
    if (statement.endsWith('types')) return NAMES.map((type) => ({ type, sign: null, count: 1 }));
    if (statement.endsWith('node-properties'))
      return NAMES.map((name) => ({ name, key: 'k', types: ['String'] }));
    if (statement.endsWith('edge-properties'))
      return NAMES.map((name) => ({ name: `:\`${name}\``, key: 'e', types: null }));
    return [];
  });
  const { labels, relationshipTypes } = await readSchema(reader);
  expect(labels.map(({ label, properties }) => [label, properties])).toEqual(
    NAMES.map((name) => [name, [{ key: 'k', types: ['String'] }]]),
  );
  expect(relationshipTypes.map(({ type, properties }) => [type, properties])).toEqual(
    NAMES.map((name) => [name, [{ key: 'e', types: [] }]]),
  );
});
