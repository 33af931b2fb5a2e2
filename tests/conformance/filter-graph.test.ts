import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BUILT_IN_SET, seedFolder } from '../../seed/seed.ts';
import { spanOf } from '../../server/core/model/dates.ts';
import type { Filters } from '../../server/core/model/filters.ts';
import type { Graph } from '../../server/core/model/graph.ts';
import { filterGraph } from '../../server/core/view/filter-graph.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { loadStatements } from '../../server/statements/load.ts';
import { describeOnEveryEngine, emptyDatabase } from '../setup/engines.ts';
import { type Served, serveDatabase } from '../setup/serve.ts';

const PROJECT = join(import.meta.dirname, '../..');

describeOnEveryEngine('a whole graph filtered in the browser', (engine) => {
  let database: Database;
  let served: Served;
  beforeAll(async () => {
    await emptyDatabase(engine());
    database = openNeo4j(engine().connection);
    const folder = join(PROJECT, 'seed/data', BUILT_IN_SET);
    await seedFolder(database, loadStatements(join(PROJECT, 'cypher'), 'seed'), folder);
    served = await serveDatabase(database);
  });
  afterAll(async () => {
    await served.close();
    await database.close();
  });

  const ask = async (filters: Filters): Promise<Graph> => {
    const search = new URLSearchParams(
      Object.entries(filters).flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)])),
    );
    return (await (await fetch(`${served.url}/api/graph?${search}`)).json()) as Graph;
  };
  const keysOf = ({ nodes, edges }: Graph) => [nodes, edges].map((list) => list.map(({ key }) => key).sort());

  it('is what the server gives for the same filters', { timeout: 120_000 }, async () => {
    const whole = await ask({});
    const values = (name: string) => [
      ...new Set(whole.edges.map(({ attributes }) => attributes.properties[name])),
    ];
    const some = <T>(list: readonly T[]) =>
      fc.option(fc.subarray([...list], { minLength: 1, maxLength: Math.min(4, list.length) }), {
        nil: undefined,
      });
    const date = fc.option(
      fc.constantFrom('2022', '2024-06', '2025', '2025-10', '2025-11-15', '2025-12-02'),
      {
        nil: undefined,
      },
    );
    const filters = fc.record({
      label: some([...new Set(whole.nodes.flatMap(({ attributes }) => attributes.labels))]),
      type: some([...new Set(whole.edges.map(({ attributes }) => attributes.type))]),
      modality: some(values('modality')),
      confidence: some(values('confidence')),
      source: some(values('source')),
      from: date,
      to: date,
      when: fc.constantFrom(undefined, 'held' as const, 'said' as const),
      dated: fc.constantFrom(undefined, true),
    });
    await fc.assert(
      fc.asyncProperty(filters, async (chosen) => {
        // A range that ends before it begins is refused by the server.
        fc.pre(!chosen.from || !chosen.to || spanOf(chosen.from).first <= spanOf(chosen.to).last);
        const given = Object.fromEntries(
          Object.entries(chosen).filter(([, value]) => value !== undefined),
        ) as Filters;
        const answer = await ask(given);
        const filtered = filterGraph(whole, given);
        expect(keysOf(filtered)).toEqual(keysOf(answer));
        expect(filtered.attributes.dates).toEqual(answer.attributes.dates);
      }),
      { numRuns: 40 },
    );
  });
});
