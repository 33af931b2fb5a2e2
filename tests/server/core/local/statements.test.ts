import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLocalReader } from '../../../../server/core/local/reader.ts';
import { emptyGraph } from '../../../../server/core/view/merge-graphs.ts';

const ANSWERS = join(import.meta.dirname, '../../../../server/core/answers');

it('a graph in memory answers every statement that answers are made of', async () => {
  const named = readdirSync(ANSWERS).flatMap((file) =>
    [...readFileSync(join(ANSWERS, file), 'utf8').matchAll(/'((?:read|describe)\/[a-z-]+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  );
  const parts = ['labels', 'types', 'node-properties', 'edge-properties', 'evidence', 'dates'];
  const all = [...named, 'read/names', ...parts.map((part) => `describe/schema-${part}`)];
  expect(all.length).toBeGreaterThan(15);
  const reader = createLocalReader(emptyGraph('s'), 10);
  const parameters = { keys: [], elementIds: [], limit: 1, key: '', from: '', to: '' };
  for (const name of all) expect(await reader.rows(name, parameters), name).toBeInstanceOf(Array);
});
